import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calcPrice } from '@pydantic/genai-prices';
import { pricesAt } from '../../../src/core/prices/lists/find.ts';
import { usageCost, type Usage } from '../../../src/core/prices/usage.ts';
import { inDollars } from '../../../src/core/prices/usd.ts';
import { Random } from '../tokens/random.ts';
import { open, shipped } from './lists.ts';

const seed = 20261122;
const catalog = await open();

/**
 * Pairs of provider and model that both sides price. Some entries of theirs are hidden behind another that matches the same
 * name; what a name leads to is tested elsewhere.
 */
const entries = shipped.providers.flatMap((provider) =>
  provider.models
    .filter((model) => pricesAt(model, catalog.moment)?.rates.input !== undefined)
    .filter((model) => theirs(provider.id, model.id, { input: 1 })?.model.id === model.id)
    .map((model) => ({ provider, model, list: shipped })),
);

describe(`two hundred requests at random cost what genai-prices works out (seed ${seed})`, () => {
  const random = new Random(seed);
  for (let i = 0; i < 200; i++) {
    const entry = random.pick(entries);
    const rates = pricesAt(entry.model, catalog.moment)?.rates ?? {};
    const usage = usageOfRates(rates, random);
    const name = `${entry.provider.id}/${entry.model.id}`;
    it(`${name} ${JSON.stringify(usage)}`, () => {
      const price = catalog.priceOf(entry);
      assert.ok(price, name);
      const expected = theirs(entry.provider.id, entry.model.id, usage)?.total_price ?? assert.fail(name);
      const cost = usageCost(usage, price);
      assert.ok(cost.kind === 'cost', 'no cost');
      const ours = inDollars(cost.usd);
      assert.ok(Math.abs(ours - expected) <= expected * 1e-12, `${ours} is not ${expected}`);
    });
  }
});

describe('we know no cost where genai-prices makes one up', () => {
  it('a model that lists no price of reading from the cache', () => {
    const usage = { input: 1000, cacheRead: 500 };
    const price = catalog.find('gpt-4-turbo', null);
    assert.ok(price);
    assert.deepEqual(usageCost(usage, price), {
      kind: 'unknown',
      why: 'no price of gpt-4-turbo for reading from the cache is known',
    });
    assert.equal(calcPrice(inTheirUnits(usage), 'gpt-4-turbo', { providerId: 'openai' })?.total_price, 0.01);
  });
});

function theirs(providerId: string, id: string, usage: Usage) {
  return calcPrice(inTheirUnits(usage), id, { providerId, timestamp: catalog.moment });
}

/** Only units that the list states: of others we say that nothing is known, they fall back to the price of input. */
function usageOfRates(rates: object, random: Random): Usage {
  const input = random.below(random.below(10) < 3 ? 1_000_000 : 20_000) + 3;
  const third = Math.floor(input / 3);
  return {
    input,
    ...('cacheRead' in rates ? { cacheRead: random.below(third) } : {}),
    ...('cacheWrite' in rates ? { cacheWrite: random.below(third) } : {}),
    ...('cacheWrite1h' in rates ? { cacheWrite1h: random.below(third) } : {}),
    ...('output' in rates ? { output: random.below(8000) } : {}),
  };
}

function inTheirUnits({ input, cacheRead = 0, cacheWrite = 0, cacheWrite1h = 0, output = 0 }: Usage) {
  return {
    input_tokens: input,
    output_tokens: output,
    cache_read_tokens: cacheRead,
    ...(cacheWrite + cacheWrite1h > 0 ? { cache_write_tokens: cacheWrite + cacheWrite1h } : {}),
    ...(cacheWrite1h > 0 ? { cache_write_1h_tokens: cacheWrite1h } : {}),
  };
}
