import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { times, usd } from '../../src/core/prices/usd.ts';
import type { Fault } from '../../src/ledger/fault.ts';
import { spendBy, spendByDay, spendInAll, unattributed } from '../../src/ledger/read.ts';
import { morning, opened, orderCall, rowsOf } from './calls.ts';

const day = 24 * 3_600_000;

function read<T>(answer: T | Fault): T {
  if (typeof answer === 'object' && answer !== null && 'why' in answer) throw new Error(answer.why);
  return answer as T;
}

describe('spending', () => {
  it('is told by day, model, feature and source, the dearest first', async (test) => {
    const store = await opened(test);
    const dear = { ...orderCall(0).cost, usd: usd('1.25') };
    store.record([
      orderCall(1, { feature: 'orders' }),
      orderCall(2, { at: morning + day }),
      orderCall(3, { model: 'gpt-4.1', cost: dear as never, source: 'hand' }),
    ]);
    const keys = (by: 'day' | 'model' | 'feature' | 'source') =>
      read(spendBy(store, by)).map(({ key, calls }) => [key, calls]);
    assert.deepEqual(keys('day'), [
      ['2026-11-02', 2],
      ['2026-11-03', 1],
    ]);
    assert.deepEqual(keys('model'), [
      ['gpt-4.1', 1],
      ['gpt-4o', 2],
    ]);
    assert.deepEqual(keys('feature'), [
      [null, 2],
      ['orders', 1],
    ]);
    assert.deepEqual(keys('source'), [
      ['hand', 1],
      ['gateway', 2],
    ]);
    assert.deepEqual(
      read(spendByDay(store, { since: morning + day })).map(({ key }) => key),
      ['2026-11-03'],
    );
  });

  it('adds up tokens, and money exactly', async (test) => {
    const store = await opened(test);
    store.record(Array.from({ length: 100 }, (_, i) => orderCall(i)));
    const all = read(spendInAll(store));
    assert.deepEqual(all, {
      ...{ key: null, calls: 100, uncounted: 0, failed: 0 },
      ...{ input: 100_000, cacheRead: 80_000, cacheWrite: 0, output: 6000, reasoning: 1000 },
      ...{ usd: times(usd('0.0031'), 100), unpriced: 0 },
      ...{ firstAt: morning, lastAt: morning + 99_000 },
    });
  });

  it('says how many calls have no known cost, and never takes that for nothing', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1, { cost: null }), orderCall(2, { cost: null, status: 'error' })]);
    const all = read(spendInAll(store));
    assert.ok(all !== null);
    assert.deepEqual([all.usd, all.unpriced, all.failed, all.calls], [null, 1, 1, 2]);
  });

  it('counts the requests that a record stands for, where it says so', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1, { requests: 40 }), orderCall(2, { requests: null })]);
    const all = read(spendInAll(store));
    assert.deepEqual([all?.calls, all?.uncounted], [40, 1]);
  });

  it('of nothing is nothing', async (test) => {
    const store = await opened(test);
    assert.equal(read(spendInAll(store)), null);
    assert.equal(read(unattributed(store)), null);
    assert.deepEqual(read(spendByDay(store)), []);
  });

  it('is the same in the roll-ups that the file itself has', async (test) => {
    const store = await opened(test);
    store.record(
      Array.from({ length: 10 }, (_, i) => orderCall(i, { model: i % 3 === 0 ? null : 'gpt-4o' })),
    );
    assert.deepEqual(
      rowsOf(store, 'SELECT model, calls, usd_8, unpriced FROM spend_by_model ORDER BY model'),
      [
        { model: null, calls: 4, usd_8: 1_240_000, unpriced: 0 },
        { model: 'gpt-4o', calls: 6, usd_8: 1_860_000, unpriced: 0 },
      ],
    );
    for (const by of ['day', 'prompt', 'feature', 'source'])
      assert.deepEqual(rowsOf(store, `SELECT calls FROM spend_by_${by}`), [{ calls: 10 }]);
  });
});
