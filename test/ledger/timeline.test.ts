import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Spend } from '../../src/ledger/read.ts';
import { grainOf, timelineOf } from '../../src/ledger/timeline.ts';

const day = 24 * 3_600_000;
const monday = Date.UTC(2026, 10, 2);

function spend(key: string, calls: number, usd: bigint | null = BigInt(calls)): Spend {
  const at = Date.parse(key);
  const none = { uncounted: 0, failed: 0, input: 0, cacheRead: 0, cacheWrite: 0, output: 0, reasoning: 0 };
  return { key, calls, ...none, usd, unpriced: usd === null ? calls : 0, firstAt: at, lastAt: at };
}

function told(spends: readonly Spend[], from: number, until: number) {
  const { grain, slots } = timelineOf(spends, from, until);
  return {
    grain,
    slots: slots.map((slot) => [new Date(slot.from).toISOString().slice(0, 13), slot.spend?.calls ?? 0]),
  };
}

describe('a timeline', () => {
  it('has a slot for every hour of a day, also where nobody baked', () => {
    const { grain, slots } = told([spend('2026-11-02T08:00:00Z', 3)], monday, monday + 10 * 3_600_000);
    assert.equal(grain, 'hour');
    assert.equal(slots.length, 10);
    assert.deepEqual(
      slots.filter(([, calls]) => calls !== 0),
      [['2026-11-02T08', 3]],
    );
  });

  it('adds days up to weeks that begin on Monday, and to months', () => {
    const spends = [spend('2026-11-01', 1), spend('2026-11-02', 2), spend('2026-11-08', 4)];
    const weeks = told(spends, monday - 150 * day, monday + 8 * day);
    assert.equal(weeks.grain, 'week');
    assert.deepEqual(weeks.slots.slice(-3), [
      ['2026-10-26T00', 1],
      ['2026-11-02T00', 6],
      ['2026-11-09T00', 0],
    ]);
    const months = told(spends, monday - 1000 * day, monday + 8 * day);
    assert.equal(months.grain, 'month');
    assert.deepEqual(months.slots.at(-1), ['2026-11-01T00', 7]);
  });

  it('tells a stretch of any length in a number of slots that can be told apart', () => {
    for (const days of [1, 2, 3, 7, 30, 90, 100, 101, 400, 800, 3000]) {
      const { slots } = timelineOf([], monday - days * day, monday);
      assert.ok(slots.length >= 3 && slots.length <= 110, `${days} days: ${slots.length} slots`);
      assert.ok(slots.every(({ from, until }, i) => until === (slots[i + 1]?.from ?? until) && from < until));
    }
    assert.equal(grainOf(56 * 365 * day), 'year');
  });

  it('knows a sum of which one part has no price, and one that has none at all', () => {
    const { slots } = timelineOf(
      [spend('2026-10-31', 1, null), spend('2026-11-01', 2), spend('2026-11-02', 1, null)],
      monday - 800 * day,
      monday + day,
    );
    assert.deepEqual(
      slots.slice(-2).map(({ spend: sum }) => [sum?.usd, sum?.unpriced]),
      [
        [null, 1],
        [2n, 1],
      ],
    );
  });
});
