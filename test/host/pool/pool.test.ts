import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analyzer } from '../../../src/core/analyze.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import { SyntaxParser } from '../../../src/core/source/parser.ts';
import type { Report } from '../../../src/core/report.ts';
import { Assets } from '../../../src/host/assets.ts';
import { Disk } from '../../../src/host/disk.ts';
import { findFiles } from '../../../src/host/files.ts';
import { ReaderPool } from '../../../src/host/pool/pool.ts';
import { threadsFor } from '../../../src/host/pool/threads.ts';
import { Random } from '../../core/tokens/random.ts';
import { makers } from '../cache/harbour.ts';
import { folderWith } from '../folder.ts';

const parser = new SyntaxParser(new Assets());
const reader = new URL('../../../src/host/pool/reader.ts', import.meta.url);

async function scan(
  root: string,
  { threads, script = reader }: { threads: number; script?: URL },
): Promise<Report> {
  const { files } = findFiles({ root, from: [''], config: defaultConfig, ignoring: false });
  const pool = new ReaderPool({ script, root, threads });
  try {
    const readFiles = threads === 0 ? {} : { readFiles: pool.read };
    return await new Analyzer(new Disk(root), defaultConfig, { parser, ...readFiles }).analyze(files);
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
  const alone = await scan(root, { threads: 0 });
  assert.ok(alone.prompts.some(({ found, path }) => found === 'call' && path.endsWith('tug.ts')));
  for (const threads of [1, 2, 4])
    assert.deepEqual(await scan(root, { threads }), alone, `${threads} threads`);
});

test('a thread that dies takes only the file with it that it died of', async (context) => {
  const names = ['buoy', 'crane', 'pier', 'rope', 'tug', 'wreck', 'yawl'];
  const root = folderWith(context, Object.fromEntries(names.map((name) => [`${name}.ts`, ''])));
  const script = new URL('./dying-reader.mjs', import.meta.url);
  const { unread, files } = await scan(root, { threads: 2, script });
  assert.deepEqual(unread, [{ path: 'wreck.ts', why: 'its reader ended with code 7' }]);
  assert.equal(files, names.length);
});

test('threads are started only where they pay', () => {
  assert.equal(threadsFor(5000, 1), 1);
  assert.equal(threadsFor(100, 8), 1);
  assert.equal(threadsFor(1000, 8), 2);
  assert.equal(threadsFor(50_000, 2), 2);
});
