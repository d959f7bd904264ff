import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { FileRecord } from '../../../src/core/prompts/record.ts';
import { Store } from '../../../src/host/cache/store.ts';
import { PastRecords, type ReadState } from '../../../src/host/gate/pastRecords.ts';
import { KnownEntries, type Entries } from '../../../src/host/git/entries.ts';
import { folderWith } from '../folder.ts';

/** Which blob stands at each path. */
const state = (blobs: Record<string, string>): Entries =>
  new KnownEntries(new Map(Object.entries(blobs).map(([path, oid]) => [path, { mode: '100644', oid }])));
/** The same, with a text in each file that names its blob. */
const files = (blobs: Record<string, string>): ReadState['files'] => ({
  entries: state(blobs),
  readFile: (path) => ({ kind: 'text', text: `of ${blobs[path]}` }),
});
const tide = { 'src/tide.ts': 'flood', 'src/quay.ts': 'stone', 'fog.ts': 'thick' };

describe('what earlier checks have read', () => {
  it('is true where git has the same wherever it was looked', (context) => {
    const { open } = storeIn(context);
    open().keep({ changed: ['src/tide.ts'], around: [] }, [
      { files: files(tide), records: [['src/tide.ts', record()]] },
    ]);
    const known = (blobs: Record<string, string>): number =>
      open().known(['src/tide.ts'], state(blobs)).length;
    const [past] = open().known(['src/tide.ts'], state(tide));
    assert.deepEqual([past?.path, past?.record, past?.text], ['src/tide.ts', record(), 'of flood']);
    assert.equal(known({ ...tide, 'fog.ts': 'thin' }), 1, 'nobody looked there');
    assert.equal(known({ ...tide, 'src/tide.ts': 'ebb' }), 0, 'the file itself');
    assert.equal(known({ ...tide, 'src/quay.ts': 'wood' }), 0, 'one that it imports');
    assert.equal(known({ ...tide, 'src/pilot.ts': 'new' }), 0, 'one that was not there');
    assert.equal(known({ ...tide, 'src/tug.ts': 'new' }), 0, 'another name in a folder that was listed');
    assert.equal(known(tide), 1, 'and again');
  });

  it('is kept of the files that are meant, and of none that was given up', (context) => {
    const { open } = storeIn(context);
    const strained = record({ strained: true });
    const states = [
      { files: files(tide), records: [['src/tide.ts', strained] as const, ['fog.ts', record()] as const] },
    ];
    open().keep({ changed: ['src/tide.ts'], around: [] }, states);
    assert.deepEqual(open().known(['src/tide.ts', 'fog.ts'], state(tide)), []);
  });

  it('is of both sides of a change, the last ones of many', (context) => {
    const { open } = storeIn(context);
    for (let i = 0; i < 100; i++) {
      const wave = files({ ...tide, 'src/tide.ts': `wave ${i}` });
      open().keep({ changed: ['src/tide.ts'], around: [] }, [
        { files: wave, records: [['src/tide.ts', record()]] },
      ]);
    }
    const known = [0, 30, 60, 98, 99].map(
      (i) => open().known(['src/tide.ts'], state({ ...tide, 'src/tide.ts': `wave ${i}` })).length,
    );
    assert.deepEqual(known, [0, 0, 0, 1, 1]);
  });

  it('stays while it is of use, however often the file is staged anew', (context) => {
    const { open } = storeIn(context);
    const keep = (past: PastRecords, blob: string): void => {
      const now = files({ ...tide, 'src/tide.ts': blob });
      past.keep({ changed: ['src/tide.ts'], around: [] }, [
        { files: now, records: [['src/tide.ts', record()]] },
      ]);
    };
    keep(open(), 'flood');
    for (let i = 0; i < 20; i++) {
      const past = open();
      assert.equal(past.known(['src/tide.ts'], state(tide)).length, 1, `the ${i}th time`);
      keep(past, `wave ${i}`);
    }
  });

  it('is of the first files of a change that has very many', (context) => {
    const { open } = storeIn(context);
    const paths = Array.from({ length: 300 }, (_, i) => `src/tide${i}.ts`);
    const many = Object.fromEntries(paths.map((path) => [path, `blob of ${path}`]));
    const read = paths.map((path) => [path, record({ path })] as const);
    open().keep({ changed: paths, around: [] }, [{ files: files(many), records: read }]);
    const known = open().known(paths, state(many));
    assert.ok(known.length > 30 && known.length <= 64, String(known.length));
  });

  it('is of the files around a change too, of each once and without its text', (context) => {
    const { root, open } = storeIn(context);
    const paths = Array.from({ length: 300 }, (_, i) => `src/boat${i}.ts`);
    const blobs = { ...Object.fromEntries(paths.map((path) => [path, `blob of ${path}`])), ...tide };
    const read = paths.map((path) => [path, record({ path })] as const);
    const states = [
      { files: files({ ...blobs, 'fog.ts': 'thin' }), records: read },
      { files: files(blobs), records: read.map(([path, one]) => [path, { ...one }] as const) },
    ];
    open().keep({ changed: ['fog.ts'], around: paths }, states);
    const known = open().known(paths, state(blobs));
    assert.deepEqual(new Set(known.map(({ path }) => path)), new Set(paths));
    assert.ok(known.every(({ text }) => text === null));
    const rows = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /past-\d+$/.test(path))
      .flatMap(
        (path) => JSON.parse(readFileSync(join(root, path), 'utf8').split('\n')[1] ?? '[]') as unknown[],
      );
    assert.equal(rows.length, paths.length);
  });

  it('is of a whole state where all was read, and of each file while that is true', (context) => {
    const { open } = storeIn(context);
    const paths = ['src/tide.ts', 'fog.ts'];
    const whole = open().whole(state(tide));
    assert.deepEqual(whole.records(paths), []);
    const mist = { ...record(), looked: { files: ['fog.ts'], folders: [], strained: false } };
    assert.equal(
      whole.save([
        ['src/tide.ts', record()],
        ['fog.ts', mist],
      ]),
      true,
    );
    const known = (blobs: Record<string, string>): string[] =>
      open()
        .whole(state(blobs))
        .records(paths)
        .map(([path]) => path)
        .sort();
    assert.deepEqual(known(tide), ['fog.ts', 'src/tide.ts']);
    assert.deepEqual(known({ ...tide, 'src/tug.ts': 'new' }), ['fog.ts'], 'a folder that was listed');
    assert.deepEqual(known({ ...tide, 'fog.ts': 'thin' }), ['src/tide.ts'], 'the file itself');
    // what stays is not written again
    const again = open().whole(state(tide));
    assert.equal(again.save(again.records(paths)), false);
    // of what another check did not ask for, all that is there is still known
    assert.equal(
      open()
        .whole(state(tide))
        .save([['fog.ts', { ...mist }]]),
      true,
    );
    assert.deepEqual(known(tide), ['fog.ts', 'src/tide.ts']);
  });

  it('counts as nothing where the disk has something else', (context) => {
    const { root, open } = storeIn(context);
    open().keep({ changed: ['src/tide.ts'], around: [] }, [
      { files: files(tide), records: [['src/tide.ts', record()]] },
    ]);
    const [file = ''] = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /past-\d+$/.test(path),
    );
    const whole = readFileSync(join(root, file), 'utf8');
    for (const text of ['', 'fog', whole.slice(0, -5), whole.replace('flood', 'drown')]) {
      writeFileSync(join(root, file), text);
      assert.deepEqual(open().known(['src/tide.ts'], state(tide)), []);
    }
    writeFileSync(join(root, file), whole);
    assert.equal(open().known(['src/tide.ts'], state(tide)).length, 1);
    assert.deepEqual(open('another build').known(['src/tide.ts'], state(tide)), []);
  });
});

/** Of a file that imports `quay.ts` beside it, looked for a `pilot.ts`, and listed its folder. */
function record({ strained = false, path = 'src/tide.ts' } = {}): FileRecord {
  const looked = { files: [path, 'src/quay.ts', 'src/pilot.ts'], folders: ['src'], strained };
  return { problem: null, lines: [0, 12], calls: ['dock'], own: [], versions: [], looked };
}

function storeIn(context: TestContext) {
  const root = folderWith(context, {});
  return { root, open: (build = 'this build') => new PastRecords(new Store(root, '/harbour', build)) };
}
