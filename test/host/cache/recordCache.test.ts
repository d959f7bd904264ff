import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import { Assets } from '../../../src/host/assets.ts';
import { cacheFolder } from '../../../src/host/cache/folder.ts';
import { RecordCache } from '../../../src/host/cache/recordCache.ts';
import { StampedDisk } from '../../../src/host/cache/stampedDisk.ts';
import { Store } from '../../../src/host/cache/store.ts';
import { folderWith } from '../folder.ts';

const parser = new SyntaxParser(new Assets());
const paths = ['loaf.ts', 'oven.ts'];
const bakery = {
  'loaf.ts': `import { TONE } from './oven';\nexport const LOAF_PROMPT = \`You are a baker. \${TONE}\`;\n`,
  'oven.ts': `export const TONE = 'Keep the oven at 230 degrees.';\n`,
};

/** Scans with a cache. @returns the prompts' texts, and how many files were known before. */
async function scan(
  root: string,
  folder: string,
  build = 'rye',
): Promise<{ texts: string[]; known: number }> {
  const cache = new RecordCache(root, { folder, build });
  const known = cache.records(paths);
  const analyzer = new Analyzer(cache.disk, defaultConfig, { known, parser });
  const report = await analyzer.analyze(paths);
  cache.save(analyzer.records());
  return { texts: report.prompts.map(({ segments }) => JSON.stringify(segments)), known: known.length };
}

function stored(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

async function filled(context: TestContext): Promise<{ root: string; folder: string; texts: string[] }> {
  const root = folderWith(context, bakery);
  const folder = join(folderWith(context, {}), 'cache');
  const { texts, known } = await scan(root, folder);
  assert.equal(known, 0);
  assert.match(texts.join(''), /230 degrees/);
  return { root, folder, texts };
}

test('the second run knows every file, and says the same', async (context) => {
  const { root, folder, texts } = await filled(context);
  assert.deepEqual(await scan(root, folder), { texts, known: 2 });
});

test('what was written is for its owner alone', { skip: process.platform === 'win32' }, async (context) => {
  const { folder } = await filled(context);
  assert.deepEqual(new Set(stored(folder).map((path) => statSync(path).mode & 0o777)), new Set([0o600]));
});

test('a file that looked at a changed one is read again', async (context) => {
  const { root, folder } = await filled(context);
  writeFileSync(join(root, 'oven.ts'), bakery['oven.ts'].replace('230', '240'));
  const { texts, known } = await scan(root, folder);
  assert.equal(known, 0);
  assert.match(texts.join(''), /240 degrees/);
});

test('another build reads nothing of it', async (context) => {
  const { root, folder, texts } = await filled(context);
  assert.deepEqual(await scan(root, folder, 'wheat'), { texts, known: 0 });
});

for (const [how, spoil] of Object.entries({
  'cut short': (text: string) => text.slice(0, -20),
  'changed by hand': (text: string) => text.replace('230', '250'),
  'of somebody else': () => '{"not": "ours"}',
  empty: () => '',
}))
  test(`a cache that is ${how} counts as nothing, and is made anew`, async (context) => {
    const { root, folder, texts } = await filled(context);
    for (const path of stored(folder)) writeFileSync(path, spoil(readFileSync(path, 'utf8')));
    assert.equal((await scan(root, folder)).texts.join(), texts.join());
    assert.deepEqual(await scan(root, folder), { texts, known: 2 });
  });

test(
  'a folder that cannot be written is no cache, and no noise',
  { skip: process.platform === 'win32' || process.getuid?.() === 0 },
  async (context) => {
    const root = folderWith(context, bakery);
    const closed = folderWith(context, {});
    chmodSync(closed, 0o500);
    await scan(root, closed);
    assert.equal((await scan(root, closed)).known, 0);
  },
);

test('a folder that is a file is no cache, and no noise', async (context) => {
  const root = folderWith(context, bakery);
  const file = join(folderWith(context, { cache: 'flour' }), 'cache');
  await scan(root, file);
  assert.equal((await scan(root, file)).known, 0);
});

test('a file is read again that was changed within the tick in which it was read', (context) => {
  const root = folderWith(context, bakery);
  const first = new StampedDisk(root);
  const before = first.sum('oven.ts');
  writeFileSync(join(root, 'oven.ts'), bakery['oven.ts'].replace('230', '240'));
  assert.notEqual(new StampedDisk(root, undefined, { stamps: first.stamps() }).sum('oven.ts'), before);
});

test('a file that nobody touched is not read again', (context) => {
  const root = folderWith(context, bakery);
  const later = () => Date.now() + 60_000;
  const first = new StampedDisk(root, undefined, { now: later });
  const sum = first.sum('oven.ts');
  const second = new StampedDisk(root, undefined, { stamps: first.stamps(), now: later });
  assert.equal(second.sum('oven.ts'), sum);
  assert.equal(second.hasNews, false);
});

test('what changed while it was used is not kept', (context) => {
  const root = folderWith(context, bakery);
  const disk = new StampedDisk(root);
  disk.readFile('oven.ts');
  writeFileSync(join(root, 'oven.ts'), 'export const TONE = 1;');
  disk.readFile('oven.ts');
  assert.equal(disk.isSteady(['oven.ts']), false);
  assert.equal(disk.isSteady(['loaf.ts']), true);
});

test('the workspaces that were used longest ago go first', (context) => {
  const all = folderWith(context, {});
  for (const name of ['rye', 'wheat', 'spelt'])
    new Store(all, `/${name}`, 'build').write('flour', name.repeat(1000));
  new Store(all, '/spelt', 'build').prune(6000);
  assert.equal(new Store(all, '/spelt', 'build').read('flour'), 'spelt'.repeat(1000));
  assert.equal(readdirSync(all).length, 1);
});

test('the folder is where the system keeps caches, and never inside the workspace', () => {
  const home = { HOME: '/home/baker' };
  assert.equal(cacheFolder('/work', home, 'linux'), '/home/baker/.cache/promptmeter');
  assert.equal(
    cacheFolder('/work', { ...home, XDG_CACHE_HOME: '/var/cache' }, 'linux'),
    '/var/cache/promptmeter',
  );
  assert.equal(
    cacheFolder('/work', { ...home, XDG_CACHE_HOME: 'relative' }, 'linux'),
    '/home/baker/.cache/promptmeter',
  );
  assert.equal(cacheFolder('/work', home, 'darwin'), '/home/baker/Library/Caches/promptmeter');
  assert.equal(cacheFolder('/work', {}, 'linux'), null);
  assert.equal(cacheFolder('/home/baker', home, 'linux'), null);
});
