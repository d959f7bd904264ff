import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { times, usd } from '../../src/core/prices/usd.ts';
import { limbsOf, usdOf } from '../../src/ledger/money.ts';
import { opened, orderCall, rowsOf } from './calls.ts';

describe('money in columns', () => {
  it('comes back as it was, down to the last unit', () => {
    for (const amount of [
      0n,
      1n,
      99_999_999n,
      100_000_000n,
      usd('0.0031'),
      usd('12345.678901234567890123456789'),
    ])
      assert.equal(usdOf(limbsOf(amount)), amount);
  });

  it('has no place for less than nothing', () => {
    assert.throws(() => limbsOf(-1n), /cannot have cost -1/);
  });

  it('adds up exactly in SQL where floating numbers and single integers do not', async (test) => {
    const store = await opened(test);
    // A third of a cent and one unit: in floating dollars a thousand of them are off, and so are their texts as numbers.
    const amount = usd('0.003333333333333333333333') + 1n;
    const price = { model: 'gpt-4o', provider: 'openai', source: 'price list', date: '2026-11-01' };
    const calls = Array.from({ length: 1000 }, (_, i) =>
      orderCall(i, { cost: { usd: amount, from: 'price', price } }),
    );
    store.record(calls);
    const sums = store.read((database) => {
      const statement = database.prepare(
        'SELECT sum(usd_8) AS usd8, sum(usd_16) AS usd16, sum(usd_24) AS usd24 FROM call',
      );
      statement.setReadBigInts(true);
      return { ...statement.get() };
    });
    const { usd8, usd16, usd24 } = sums as { usd8: bigint; usd16: bigint; usd24: bigint };
    assert.equal(usdOf({ usd8, usd16, usd24 }), times(amount, 1000));
  });

  it('keeps what is not known apart from nothing', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1, { cost: null })]);
    assert.deepEqual(rowsOf(store, 'SELECT usd_8, usd_16, usd_24, cost_from, price FROM call'), [
      { usd_8: null, usd_16: null, usd_24: null, cost_from: null, price: null },
    ]);
  });
});
