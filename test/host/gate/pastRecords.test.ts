import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { FileRecord } from '../../../src/core/prompts/record.ts';
import { Store } from '../../../src/host/cache/store.ts';
import { PastRecords } from '../../../src/host/gate/pastRecords.ts';
import { KnownEntries, type Entries } from '../../../src/host/git/entries.ts';
import { folderWith } from '../folder.ts';

/** Which blob stands at each path. */
const state = (blobs: Record<string, string>): Entries =>
  new KnownEntries(new Map(Object.entries(blobs).map(([path, oid]) => [path, { mode: '100644', oid }])));
const tide = { 'src/tide.ts': 'flood', 'src/quay.ts': 'stone', 'fog.ts': 'thick' };

describe('what earlier checks have read', () => {
  it('is true where git has the same wherever it was looked', (context) => {
    const { open } = storeIn(context);
    open().keep(['src/tide.ts'], [{ entries: state(tide), records: [['src/tide.ts', record()]] }]);
    const known = (blobs: Record<string, string>): number =>
      open().known(['src/tide.ts'], state(blobs)).length;
    assert.deepEqual(open().known(['src/tide.ts'], state(tide)), [['src/tide.ts', record()]]);
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
      { entries: state(tide), records: [['src/tide.ts', strained] as const, ['fog.ts', record()] as const] },
    ];
    open().keep(['src/tide.ts'], states);
    assert.deepEqual(open().known(['src/tide.ts', 'fog.ts'], state(tide)), []);
  });

  it('is of both sides of a change, the last ones of many', (context) => {
    const { open } = storeIn(context);
    for (let i = 0; i < 100; i++) {
      const entries = state({ ...tide, 'src/tide.ts': `wave ${i}` });
      open().keep(['src/tide.ts'], [{ entries, records: [['src/tide.ts', record()]] }]);
    }
    const known = [0, 30, 60, 98, 99].map(
      (i) => open().known(['src/tide.ts'], state({ ...tide, 'src/tide.ts': `wave ${i}` })).length,
    );
    assert.deepEqual(known, [0, 0, 1, 1, 1]);
  });

  it('counts as nothing where the disk has something else', (context) => {
    const { root, open } = storeIn(context);
    open().keep(['src/tide.ts'], [{ entries: state(tide), records: [['src/tide.ts', record()]] }]);
    const [file = ''] = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('staged'),
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
function record({ strained = false } = {}): FileRecord {
  const looked = { files: ['src/tide.ts', 'src/quay.ts', 'src/pilot.ts'], folders: ['src'], strained };
  return { problem: null, lines: [0, 12], calls: ['dock'], own: [], versions: [], looked };
}

function storeIn(context: TestContext) {
  const root = folderWith(context, {});
  return { root, open: (build = 'this build') => new PastRecords(new Store(root, '/harbour', build)) };
}
