import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FileChange } from '../../../src/host/git/changes.ts';
import { KnownEntries, type Entries, type Entry } from '../../../src/host/git/entries.ts';
import { EntriesBefore } from '../../../src/host/git/entriesBefore.ts';
import { listedRows } from '../../../src/host/git/listedRows.ts';
import { readIndex } from '../../../src/host/git/readIndex.ts';
import { SortedEntries } from '../../../src/host/git/sortedEntries.ts';
import { Random } from '../../core/tokens/random.ts';

const oid = '0123456789abcdef0123456789abcdef01234567';
const row = (path: string, mode = '100644', stage = 0): string => `${mode} ${oid} ${stage}\t${path}\0`;
const listing = (...paths: string[]): Buffer =>
  Buffer.from(
    paths
      .sort()
      .map((path) => row(path))
      .join(''),
  );

describe('the entries of an index', () => {
  it('are found where they stand', () => {
    const { entries } = readIndex(listing('quay.ts', 'src/tide.ts', 'src/tug/pilot.ts', 'README.md'));
    assert.ok(entries instanceof SortedEntries);
    assert.deepEqual(entries.get('src/tide.ts'), { mode: '100644', oid });
    assert.deepEqual(
      ['src', 'src/tide', 'src/tide.tsx', '', 'zoo', 'A'].map((path) => entries.has(path)),
      [false, false, false, false, false, false],
    );
    assert.deepEqual(entries.files(), ['README.md', 'quay.ts', 'src/tide.ts', 'src/tug/pilot.ts']);
  });

  it('of a folder are its files alone, beside folders that begin with the same letters', () => {
    const paths = ['a-b/x', 'a.b', 'a/b-c', 'a/b.c', 'a/b/x', 'a/b/y/z', 'a/b0', 'a/c', 'a0', 'a0/x', 'ab'];
    const { entries } = readIndex(listing(...paths));
    assert.deepEqual(entries.namesIn('a'), ['b-c', 'b.c', 'b0', 'c']);
    assert.deepEqual(entries.namesIn('a/b'), ['x']);
    assert.deepEqual(entries.namesIn(''), ['a.b', 'a0', 'ab']);
    assert.deepEqual(entries.namesIn('nowhere'), []);
  });

  it('are no files where they are links or repositories of their own', () => {
    const out = Buffer.from(row('link', '120000') + row('quay.ts', '100755') + row('tugs', '160000'));
    const { entries } = readIndex(out);
    assert.deepEqual([entries.files(), entries.namesIn('')], [['quay.ts'], ['quay.ts']]);
    assert.equal(entries.get('tugs')?.mode, '160000');
  });

  it('are none of an empty one', () => {
    const { entries, unread } = readIndex(Buffer.alloc(0));
    assert.deepEqual([entries.files(), entries.namesIn(''), entries.has('x'), unread], [[], [], false, []]);
  });

  it('are taken apart where a name is no ASCII, one is in conflict, or looks like it', () => {
    const names = (out: Buffer): readonly string[] => readIndex(out).entries.files();
    assert.deepEqual(names(listing('café.ts', 'quay.ts')), ['café.ts', 'quay.ts']);
    assert.deepEqual(names(listing('dock 2\tnorth.ts')), ['dock 2\tnorth.ts']);
    const both = Buffer.from(row('quay.ts') + row('tide.ts', '100644', 2) + row('tide.ts', '100644', 3));
    assert.deepEqual(names(both), ['quay.ts']);
    assert.deepEqual(
      readIndex(both).unread.map(({ path }) => path),
      ['tide.ts'],
    );
    const unspelt = Buffer.concat([Buffer.from(row('quay.ts').slice(0, -1)), Buffer.from([0xe9, 0])]);
    assert.deepEqual(readIndex(unspelt).unread, [{ path: 'quay.ts\\xE9', why: 'its name is not UTF-8' }]);
  });

  it('are the same looked up and taken apart, whatever they are called', () => {
    const random = new Random(11);
    for (let round = 0; round < 200; round++) {
      const paths = somePaths(random);
      const rows: [string, Entry][] = paths.map((path) => [path, { mode: '100644', oid }]);
      same(
        new SortedEntries(listedRows(listing(...paths).toString())),
        new KnownEntries(new Map(rows)),
        `round ${round}`,
      );
    }
  });
});

describe('the entries before a change', () => {
  it('are those of then, and the others', () => {
    const random = new Random(12);
    const entry = (path: string): Entry & { path: string } => ({ path, mode: '100644', oid });
    for (let round = 0; round < 200; round++) {
      const [paths, others] = [somePaths(random), somePaths(random)];
      const there = new Set(paths);
      const gone = paths.filter(() => random.below(4) === 0);
      const came = others.filter(
        (path) => !there.has(path) && !paths.some((one) => one.startsWith(`${path}/`)),
      );
      const changes: FileChange[] = [
        ...gone.map((path) => ({ before: null, now: entry(path), isConflict: false })),
        ...came.map((path) => ({ before: entry(path), now: null, isConflict: false })),
      ];
      const then = [...paths.filter((path) => !gone.includes(path)), ...came];
      const before = new EntriesBefore(new SortedEntries(listedRows(listing(...paths).toString())), changes);
      same(before, new KnownEntries(new Map(then.map((path) => [path, entry(path)]))), `round ${round}`);
    }
  });
});

/** Of letters that stand right before and behind the slash. */
function somePaths(random: Random): string[] {
  const letters = 'ab-./0'.split('');
  const paths = Array.from({ length: random.below(30) }, () =>
    Array.from({ length: 1 + random.below(6) }, () => random.pick(letters))
      .join('')
      .replaceAll(/\/+/g, '/')
      .replaceAll(/^\/|\/$/g, 'x'),
  );
  const all = [...new Set(paths)];
  // nothing is a file and a folder
  return all.filter((path) => !all.some((other) => other.startsWith(`${path}/`)));
}

function same(a: Entries, b: Entries, message: string): void {
  assert.deepEqual([...a.files()].sort(), [...b.files()].sort(), message);
  const folders = new Set(
    b.files().flatMap((path) => path.split('/').map((_, i, all) => all.slice(0, i).join('/'))),
  );
  for (const folder of [...folders, 'a', 'b/a', '0'])
    assert.deepEqual(a.namesIn(folder), b.namesIn(folder), `${message}, in ${JSON.stringify(folder)}`);
  for (const path of [...b.files(), 'a', 'b', 'a/b', '00'])
    assert.deepEqual(a.get(path)?.mode, b.get(path)?.mode, `${message}, ${path}`);
}
