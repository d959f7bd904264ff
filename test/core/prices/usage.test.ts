import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Price } from '../../../src/core/prices/catalog.ts';
import { usd, usdPerToken } from '../../../src/core/prices/usd.ts';
import { usageCost, type Usage } from '../../../src/core/prices/usage.ts';

const price: Price = {
  input: { base: usdPerToken(3), tiers: [] },
  output: { base: usdPerToken(15), tiers: [] },
  cacheRead: { base: usdPerToken(0.3), tiers: [] },
  cacheWrite: null,
  cacheWrite1h: null,
  request: 0n,
  services: { batch: null, flex: null, priority: null },
  source: { model: 'oven-1', provider: 'bakery', source: 'menu', date: '2026-09-23' },
};

describe('the cost of a usage', () => {
  it('is not known when a part of it has no price', () => {
    assert.deepEqual(usageCost({ input: 100, cacheWrite: 1 }, price), {
      kind: 'unknown',
      why: 'no price of oven-1 for writing to the cache is known',
    });
    assert.deepEqual(usageCost({ input: 100, service: 'batch' }, price), {
      kind: 'unknown',
      why: 'no batch price of oven-1 is known',
    });
    assert.deepEqual(usageCost({ input: 100, cacheWrite: 0 }, price), { kind: 'cost', usd: usd(0.0003) });
  });

  it('is free of the dust of binary fractions', () => {
    assert.deepEqual(usageCost({ input: 13_500 }, price), { kind: 'cost', usd: usd(0.0405) });
    assert.deepEqual(usageCost({ input: 7, cacheRead: 3, output: 1 }, price), {
      kind: 'cost',
      usd: usd(0.0000279),
    });
  });

  it('is not known, and says why, where the usage contradicts itself', () => {
    const why = (usage: Usage): string => {
      const cost = usageCost(usage, price);
      return cost.kind === 'unknown' ? cost.why : assert.fail('it has a cost');
    };
    assert.equal(why({ input: 10, cacheRead: 11 }), '11 tokens of the cache in a request of 10');
    assert.equal(why({ input: -1 }), '-1 is no number of tokens (input)');
    assert.equal(why({ input: 1, output: 0.5 }), '0.5 is no number of tokens (output)');
    assert.equal(why({ input: Number.NaN }), 'NaN is no number of tokens (input)');
  });
});
