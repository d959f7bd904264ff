import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { cost } from '../../src/core/prices/cost.ts';
import { usd as dollars } from '../../src/core/prices/usd.ts';
import { usageCost } from '../../src/core/prices/usage.ts';
import type { Usage } from '../../src/core/prices/usage.ts';
import { open } from '../core/prices/lists.ts';

interface Golden {
  readonly cases: readonly { model: string; usage: Usage; usd: number | null; working: string }[];
}

const golden = JSON.parse(readFileSync('test/prices/golden.json', 'utf8')) as Golden;
const catalog = await open();

describe('a request costs what is worked out by hand', () => {
  for (const { model, usage, usd, working } of golden.cases)
    it(`${model}, ${JSON.stringify(usage)}: ${working}`, () => {
      const price = catalog.find(model, null);
      assert.ok(price, `no price of ${model}`);
      const cost = usageCost(usage, price);
      if (usd === null) assert.equal(cost.kind, 'unknown');
      else assert.deepEqual(cost, { kind: 'cost', usd: dollars(usd) });
    });

  it('and its known text costs the same as input alone', () => {
    for (const { model, usage } of golden.cases) {
      const price = catalog.find(model, null);
      assert.ok(price);
      const { input } = usage;
      const tokens = { count: input, certainty: 'exact', band: 0, encoding: 'o200k_base' } as const;
      const { usdPerCall, usdPerCallCached } = cost(tokens, price);
      assert.deepEqual(usageCost({ input }, price), { kind: 'cost', usd: usdPerCall });
      const cached = usageCost({ input, cacheRead: input }, price);
      assert.equal(usdPerCallCached, cached.kind === 'cost' ? cached.usd : null);
    }
  });
});
