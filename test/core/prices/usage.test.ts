import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Price } from '../../../src/core/prices/catalog.ts';
import { usd, usdPerToken } from '../../../src/core/prices/usd.ts';
import { usageCost } from '../../../src/core/prices/usage.ts';

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
    assert.equal(usageCost({ input: 100, cacheWrite: 1 }, price), null);
    assert.equal(usageCost({ input: 100, cacheWrite: 0 }, price), usd(0.0003));
  });

  it('is free of the dust of binary fractions', () => {
    assert.equal(usageCost({ input: 13_500 }, price), usd(0.0405));
    assert.equal(usageCost({ input: 7, cacheRead: 3, output: 1 }, price), usd(0.0000279));
  });

  it('refuses more from the cache than was sent', () => {
    assert.throws(
      () => usageCost({ input: 10, cacheRead: 11 }, price),
      /11 tokens of the cache in a request of 10/,
    );
  });
});
