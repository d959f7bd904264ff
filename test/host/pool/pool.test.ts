import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import type { Report } from '../../../src/core/report.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import { Assets } from '../../../src/host/assets.ts';
import type { Sighted } from '../../../src/host/cache/stampedDisk.ts';
import { Disk } from '../../../src/host/disk.ts';
import { findFiles } from '../../../src/host/files.ts';
import { ReaderPool } from '../../../src/host/pool/pool.ts';
import { helpersFor } from '../../../src/host/pool/threads.ts';
import { Random } from '../../core/tokens/random.ts';
import { makers } from '../cache/harbour.ts';
import { folderWith } from '../folder.ts';

const parser = new SyntaxParser(new Assets());
const reader = new URL('../../../src/host/pool/reader.ts', import.meta.url);
const dying = new URL('./dying-reader.mjs', import.meta.url);
const missing = new URL('./no-reader.mjs', import.meta.url);

/** @param threads that help. @returns what is told, and the paths that they looked into. */
async function scan(
  root: string,
  { threads, script = reader }: { threads: number; script?: URL },
): Promise<{ readonly report: Report; readonly sighted: readonly Sighted[] }> {
  const { files } = findFiles({ root, from: [''], config: defaultConfig, ignoring: false });
  const sighted: Sighted[] = [];
  const onSighted = (some: readonly Sighted[]): void => void sighted.push(...some);
  const pool = new ReaderPool({ script, root, bundle: null, threads, stamps: true, onSighted });
  try {
    const analyzer = new Analyzer(new Disk(root), defaultConfig, {
      parser,
      readFiles: (here) => pool.beside(here),
      countsAhead: threads > 0,
      onRead: () => pool.dispose(),
    });
    return { report: await analyzer.analyze(files), sighted };
  } finally {
    pool.dispose();
  }
}

test('any number of threads tells the same', async (context) => {
  const random = new Random(5);
  const files: Record<string, string> = {};
  // several harbours whose functions have the same names, so that what one shows matters to the others
  for (const quay of ['north', 'south', 'east', 'west'])
    for (const [path, make] of Object.entries(makers)) {
      const text = make(random);
      if (text !== null) files[`${quay}/${path}`] = text;
    }
  const root = folderWith(context, files);
  const { report: alone } = await scan(root, { threads: 0 });
  assert.ok(alone.prompts.some(({ found, path }) => found === 'call' && path.endsWith('tug.ts')));
  for (const threads of [1, 2, 4]) {
    const { report, sighted } = await scan(root, { threads });
    assert.deepEqual(report, alone, `${threads} threads`);
    assert.ok(sighted.length > 0, `${threads} threads read nothing`);
  }
});

/** So many that a thread is given several at once, and the second of them is the one that it dies of. */
const fleet = ['buoy', 'hulk', ...Array.from({ length: 30 }, (_, i) => `tug${i}`)];

test('a thread that dies takes only the file with it that it died of', async (context) => {
  const root = folderWith(context, Object.fromEntries(fleet.map((name) => [`${name}.ts`, ''])));
  const { report } = await scan(root, { threads: 1, script: dying });
  assert.deepEqual(report.unread, [{ path: 'hulk.ts', why: 'its reader ended with code 7' }]);
  assert.equal(report.files, fleet.length);
});

test('where no thread can be started, everything is read without', async (context) => {
  const text =
    'export const HARBOUR_PROMPT = "You are the harbour master. Answer every ship in one sentence.";';
  const root = folderWith(context, Object.fromEntries(fleet.map((name) => [`${name}.ts`, text])));
  const { report, sighted } = await scan(root, { threads: 2, script: missing });
  assert.deepEqual(report.unread, []);
  assert.equal(report.prompts.length, fleet.length);
  assert.deepEqual(sighted, []);
});

test('threads are started only where they pay', () => {
  assert.equal(helpersFor(5000, 1), 0);
  assert.equal(helpersFor(100, 8), 0);
  assert.equal(helpersFor(400, 8), 2);
  assert.equal(helpersFor(400, 3), 1);
  assert.equal(helpersFor(400, 2), 0);
  assert.equal(helpersFor(600, 2), 1);
  assert.equal(helpersFor(50_000, 2), 1);
  assert.equal(helpersFor(50_000, 64), 3);
});
