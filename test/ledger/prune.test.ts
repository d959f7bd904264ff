import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { backUp, deleteLedger, expire, prune } from '../../src/ledger/prune.ts';
import { morning, opened, orderCall, rowsOf } from './calls.ts';

const day = 24 * 3_600_000;
const texts = { request: 'two loaves of the darkest rye', response: 'noted' };

describe('what is deleted', () => {
  it('is gone from the file, with what nothing else needs', async (test) => {
    const store = await opened(test, undefined, { keepsTexts: true });
    store.record([
      orderCall(1, { texts, sketch: { prints: [1, 2] } }),
      orderCall(2, { at: morning + day, cost: null, sketch: { prints: [3] } }),
    ]);
    assert.deepEqual(prune(store, { before: morning + day }), { kind: 'pruned', calls: 1, texts: 1 });
    assert.deepEqual(rowsOf(store, 'SELECT id FROM call'), [{ id: 'order-2' }]);
    assert.deepEqual(
      rowsOf(
        store,
        'SELECT (SELECT count(*) FROM sketch) AS sketches, (SELECT count(*) FROM price) AS prices',
      ),
      [{ sketches: 1, prices: 0 }],
    );
    for (const end of ['', '-wal'])
      assert.ok(
        !existsSync(store.path + end) || !readFileSync(store.path + end).includes('darkest rye'),
        end,
      );
  });

  it('may be the texts alone', async (test) => {
    const store = await opened(test, undefined, { keepsTexts: true });
    store.record([orderCall(1, { texts }), orderCall(2, { texts, at: morning + 20 * day })]);
    const now = morning + 31 * day;
    assert.deepEqual(expire(store, { days: null, textDays: 30 }, now), {
      kind: 'pruned',
      calls: 0,
      texts: 1,
    });
    assert.deepEqual(
      rowsOf(store, 'SELECT count(*) AS calls, (SELECT count(*) FROM call_text) AS texts FROM call'),
      [{ calls: 2, texts: 1 }],
    );
    assert.deepEqual(expire(store, { days: 20, textDays: null }, now), {
      kind: 'pruned',
      calls: 1,
      texts: 0,
    });
    assert.deepEqual(expire(store, { days: null, textDays: null }, now), {
      kind: 'pruned',
      calls: 0,
      texts: 0,
    });
  });

  it('may be all of it', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1)]);
    assert.equal(deleteLedger(store.path), null);
    for (const end of ['', '-wal', '-shm']) assert.ok(!existsSync(store.path + end), end);
  });
});

describe('a copy', () => {
  it('is of one moment while others write', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1)]);
    const other = await opened(test, store.path);
    other.record([orderCall(2)]);
    assert.equal(backUp(store, `${store.path}.copy`), null);
    other.record([orderCall(3)]);
    const copy = await opened(test, `${store.path}.copy`);
    assert.deepEqual(rowsOf(copy, 'SELECT count(*) AS calls FROM call'), [{ calls: 2 }]);
  });
});
