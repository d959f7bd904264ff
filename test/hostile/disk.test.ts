import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Analyzer } from '../../src/core/analyze.ts';
import { defaultConfig } from '../../src/core/config.ts';
import type { Report } from '../../src/core/report.ts';
import { Disk } from '../../src/host/disk.ts';
import { findFiles } from '../../src/host/files.ts';
import { texts } from './memory.ts';

const order = 'You are the harbour master. Name the berth and the tide.';
const harbour = `import OpenAI from 'openai';
export const answer = () => new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: '${order} ⚓' }] });
`;

let root = '';
before(() => {
  root = mkdtempSync(join(tmpdir(), 'harbour-'));
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A folder of its own for one test. */
function folder(name: string): string {
  const path = join(root, name);
  mkdirSync(path);
  return path;
}

async function scan(path: string, from: readonly string[] = ['']): Promise<Report> {
  const found = findFiles({ root: path, from, config: defaultConfig, ignoring: true });
  const report = await new Analyzer(new Disk(path), defaultConfig).analyze(found.files);
  return { ...report, unread: [...found.unread, ...report.unread] };
}

const why = (report: Report): Record<string, string> =>
  Object.fromEntries(report.unread.map((unread) => [unread.path, unread.why]));

test('binary, oversized, broken and unreadable files are named with their reason; the rest is read', async () => {
  const here = folder('mixed');
  writeFileSync(join(here, 'sound.ts'), harbour);
  writeFileSync(join(here, 'program.js'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]));
  writeFileSync(join(here, 'latin.py'), Buffer.from('prompt = "Liegeplätze"', 'latin1'));
  writeFileSync(join(here, 'half.ts'), Buffer.from([0xff, 0xfe, 0x41]));
  const sparse = openSync(join(here, 'huge.ts'), 'w');
  ftruncateSync(sparse, 50 * 1024 * 1024);
  closeSync(sparse);
  const report = await scan(here);
  assert.deepEqual(texts(report), [`${order} ⚓`]);
  const reasons = why(report);
  assert.deepEqual(Object.keys(reasons).sort(), ['half.ts', 'huge.ts', 'latin.py', 'program.js']);
  assert.match(reasons['huge.ts'] ?? '', /larger than/);
  assert.match(reasons['program.js'] ?? '', /binary/);
  assert.match(reasons['latin.py'] ?? '', /UTF-8/);
  assert.match(reasons['half.ts'] ?? '', /UTF-16/);
});

test('UTF-16 of either order, and UTF-8 with a byte order mark, are read like UTF-8', async () => {
  const here = folder('encodings');
  const little = Buffer.from(`\uFEFF${harbour}`, 'utf16le');
  writeFileSync(join(here, 'little.ts'), little);
  writeFileSync(join(here, 'big.ts'), Buffer.from(little).swap16());
  writeFileSync(join(here, 'mark.ts'), `\uFEFF${harbour}`);
  writeFileSync(join(here, 'plain.ts'), harbour);
  const report = await scan(here);
  assert.deepEqual(report.unread, []);
  assert.equal(report.prompts.length, 4);
  assert.equal(new Set(report.prompts.map((prompt) => `${prompt.range.start}-${prompt.range.end}`)).size, 1);
});

test('links that lead in a circle, to nowhere or outside end the walk', async () => {
  const here = folder('links');
  const inner = join(here, 'inner');
  mkdirSync(inner);
  writeFileSync(join(inner, 'sound.ts'), harbour);
  writeFileSync(join(root, 'outside.ts'), harbour);
  symlinkSync(here, join(inner, 'up'));
  symlinkSync('itself.ts', join(here, 'itself.ts'));
  symlinkSync('nowhere.ts', join(here, 'dangling.ts'));
  symlinkSync(join(root, 'outside.ts'), join(here, 'escape.ts'));
  const report = await scan(here);
  assert.deepEqual(
    report.prompts.map((prompt) => prompt.path),
    ['inner/sound.ts'],
  );
  const named = await scan(here, ['itself.ts', 'escape.ts']);
  assert.deepEqual(named.prompts, []);
  assert.deepEqual(Object.keys(why(named)).sort(), ['escape.ts', 'itself.ts']);
});

test(
  'a pipe with the name of a source file does not block',
  { skip: process.platform === 'win32' },
  async () => {
    const here = folder('pipe');
    execFileSync('mkfifo', [join(here, 'waiting.ts')]);
    writeFileSync(join(here, 'sound.ts'), harbour);
    assert.equal((await scan(here)).prompts.length, 1);
    const named = await scan(here, ['waiting.ts']);
    assert.deepEqual(why(named), { 'waiting.ts': 'not a regular file' });
  },
);

const mayReadAnything = process.platform === 'win32' || process.getuid?.() === 0;

test('files and folders without permission are named', { skip: mayReadAnything }, async () => {
  const here = folder('locked');
  writeFileSync(join(here, 'sound.ts'), harbour);
  writeFileSync(join(here, 'locked.ts'), harbour, { mode: 0 });
  mkdirSync(join(here, 'vault'));
  chmodSync(join(here, 'vault'), 0);
  const report = await scan(here);
  chmodSync(join(here, 'vault'), 0o700);
  assert.equal(report.prompts.length, 1);
  assert.deepEqual(Object.keys(why(report)).sort(), ['locked.ts', 'vault']);
});

test('a file that vanishes between the listing and the reading is no crash', async () => {
  const here = folder('vanishing');
  writeFileSync(join(here, 'sound.ts'), harbour);
  const report = await new Analyzer(new Disk(here), defaultConfig).analyze(['gone.ts', 'sound.ts']);
  assert.equal(report.prompts.length, 1);
});

test('names with spaces, quotes, line ends and other scripts are names', async () => {
  const here = folder('names');
  const names = [
    'high tide.ts',
    `it's "here".ts`,
    '港.ts',
    'a\nb.ts',
    '-rf.ts',
    '#1.ts',
    '[id].ts',
    '__proto__.ts',
  ];
  for (const name of names) writeFileSync(join(here, name), harbour);
  const report = await scan(here);
  assert.deepEqual(report.prompts.map((prompt) => prompt.path).sort(), [...names].sort());
  assert.equal(new Set(report.prompts.map((prompt) => prompt.id)).size, names.length);
});

test('a path 200 folders deep is read', async () => {
  const here = folder('deep');
  const path = join(here, ...Array.from({ length: 200 }, (_, i) => `d${i}`));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'sound.ts'), harbour);
  assert.equal((await scan(here)).prompts.length, 1);
});
