import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import { Assets } from '../../../src/host/assets.ts';
import { Committed } from '../../../src/host/committed/committed.ts';
import { Disk } from '../../../src/host/disk.ts';
import type { Environment } from '../../../src/host/git/environment.ts';
import { git } from '../../cli/git.ts';
import { folderWith } from '../folder.ts';
import { openRepository } from './harbour.ts';
import { berths, pilots, sending } from './texts.ts';

const longer = sending(`${berths} Never promise the tide.`);

function run(folder: string, ...words: string[]): string {
  const { code, stdout, stderr } = git(['-c', 'protocol.file.allow=always', ...words], folder);
  if (code !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  return stdout;
}

function repository(context: TestContext, files: Readonly<Record<string, string>>): string {
  const root = folderWith(context, files);
  run(root, 'init', '-q');
  run(root, 'add', '-A');
  run(root, 'commit', '-qm', 'Begin');
  return root;
}

/** A repository with another one in its folder `tugs`. */
function withSubmodule(context: TestContext): string {
  const tugs = repository(context, { 'tug.ts': sending(pilots) });
  const harbour = repository(context, { 'quay.ts': sending(berths) });
  run(harbour, 'submodule', 'add', '-q', tugs, 'tugs');
  run(harbour, 'commit', '-qm', 'Bring the tugs');
  return harbour;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('a comparison with the last commit', () => {
  it('is made in a submodule that is open by itself', async (context) => {
    const root = join(withSubmodule(context), 'tugs');
    const tugs = openRepository(context, {}, { at: root });
    tugs.type('tug.ts', sending(`${pilots} Never promise the tide.`));
    assert.deepEqual(await tugs.changes('tug.ts'), ['changed tug.ts#BERTH_PROMPT 20 25']);
  });

  it('takes no file of a submodule for a new one of the repository around it', async (context) => {
    const harbour = openRepository(context, {}, { at: withSubmodule(context) });
    harbour.type('quay.ts', longer);
    harbour.type('tugs/tug.ts', sending(pilots));
    await harbour.meter('tugs/tug.ts');
    assert.deepEqual(await harbour.changes('quay.ts'), ['changed quay.ts#BERTH_PROMPT 19 24']);
    const since = await harbour.since();
    assert.deepEqual([...(since?.covered ?? [])], [['quay.ts', true]]);
    assert.deepEqual([...(since?.aside ?? [])], ['tugs/tug.ts']);
    assert.deepEqual(since?.submodules, ['tugs']);
  });

  it('takes no file that git ignores for a new one', async (context) => {
    const root = repository(context, { '.gitignore': 'out/\n', 'quay.ts': sending(berths) });
    write(root, 'out/quay.ts', sending(pilots));
    const harbour = openRepository(context, {}, { at: root });
    harbour.type('out/quay.ts', sending(pilots));
    await harbour.meter('out/quay.ts');
    const since = await harbour.since();
    assert.deepEqual(
      [since?.covered.size, [...(since?.aside ?? [])], since?.submodules],
      [0, ['out/quay.ts'], []],
    );
    harbour.type('pier.ts', sending(pilots));
    harbour.write('pier.ts', sending(pilots));
    assert.deepEqual([...((await harbour.since())?.covered ?? [])], [['pier.ts', false]]);
  });

  it('is made in a shallow clone', async (context) => {
    const origin = repository(context, { 'quay.ts': sending(pilots) });
    write(origin, 'quay.ts', sending(berths));
    run(origin, 'commit', '-qam', 'Berths');
    const root = join(folderWith(context, {}), 'clone');
    run(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, root);
    const harbour = openRepository(context, {}, { at: root });
    harbour.type('quay.ts', longer);
    assert.deepEqual(await harbour.changes('quay.ts'), ['changed quay.ts#BERTH_PROMPT 19 24']);
  });

  it('is made with one’s own commit while a merge is in conflict', async (context) => {
    const root = repository(context, { 'quay.ts': sending(berths) });
    run(root, 'checkout', '-qb', 'pilots');
    write(root, 'quay.ts', sending(pilots));
    run(root, 'commit', '-qam', 'Pilots');
    run(root, 'checkout', '-q', '-');
    write(root, 'quay.ts', longer);
    run(root, 'commit', '-qam', 'Longer');
    assert.throws(() => run(root, 'merge', '-q', 'pilots'));
    const harbour = openRepository(context, {}, { at: root });
    harbour.type('quay.ts', sending(pilots));
    assert.deepEqual(await harbour.changes('quay.ts'), ['changed quay.ts#BERTH_PROMPT 24 20']);
  });

  it('is refused with its reason where git is not installed, or does not answer', async (context) => {
    const root = repository(context, { 'quay.ts': sending(berths) });
    const refused = (env: Environment) => {
      const assets = new Assets();
      const parser = new SyntaxParser(assets);
      const folder = new Committed({ root, from: '' }, defaultConfig, { assets, parser, env });
      return folder.compare({ texts: new Map(), analyzer: new Analyzer(new Disk(root), defaultConfig) });
    };
    assert.deepEqual(await refused({ PATH: root }), { kind: 'none', why: 'no-git', detail: '' });
    write(root, '.git/config', '[core\n');
    const broken = await refused(process.env);
    assert.ok(broken.kind === 'none' && broken.why === 'broken');
    assert.match(broken.detail, /config/);
  });
});
