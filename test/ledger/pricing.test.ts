import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultConfig } from '../../src/core/config.ts';
import type { PriceList } from '../../src/core/prices/lists/list.ts';
import { decimal } from '../../src/core/prices/usd.ts';
import { answerOf } from '../../src/ledger/answer.ts';
import type { Call } from '../../src/ledger/call.ts';
import { Pricing } from '../../src/ledger/pricing.ts';
import { orderCall } from './calls.ts';

/** A model that became cheaper in October, at night costs half, and is dearer in long requests. */
const list: PriceList = {
  schemaVersion: 1,
  source: 'harbour prices',
  date: '2026-11-10',
  providers: [
    {
      id: 'openai',
      name: 'OpenAI',
      models: [
        {
          id: 'gpt-4o',
          match: { equals: 'gpt-4o' },
          prices: [
            { rates: { input: 10, output: 40, cacheRead: 5 } },
            { from: '2026-10-01', rates: { input: 2, output: 8, cacheRead: 1 } },
            { hours: ['00:00', '06:00'], rates: { input: 1, output: 4, cacheRead: 0.5 } },
          ],
        },
        {
          id: 'gpt-4.1',
          match: { equals: 'gpt-4.1' },
          prices: [
            {
              rates: {
                input: { base: 2, tiers: [{ above: 200_000, price: 4 }] },
                output: 8,
                cacheRead: 1,
              },
            },
          ],
        },
      ],
    },
  ],
};

const pricing = new Pricing(defaultConfig, list);
const usd = (call: Call) => {
  const { cost } = pricing.priced(call);
  return cost === null ? null : decimal(cost.usd, 6);
};
const at = (moment: string) => orderCall(1, { cost: null, at: Date.parse(moment) });

describe('the price of a call', () => {
  it('is that of the hour it was made in', () => {
    assert.equal(usd(at('2026-11-02T08:00:00Z')), '0.001680');
    assert.equal(usd(at('2026-11-02T03:59:00Z')), '0.000840');
    assert.equal(usd(at('2026-09-30T23:59:59Z')), '0.008400');
  });

  it('is said with its source and its day', () => {
    assert.deepEqual(pricing.priced(at('2026-11-02T08:00:00Z')).cost?.price, {
      ...{ model: 'gpt-4o', provider: 'openai', source: 'harbour prices', date: '2026-11-02' },
    });
    assert.equal(pricing.priced(at('2027-01-02T08:00:00Z')).cost?.price.date, '2026-11-10');
  });

  it('is not reckoned again where it is known', () => {
    const call = orderCall(1);
    assert.equal(pricing.priced(call), call);
  });

  it('stays unknown where anything that it needs is', () => {
    const { usage } = orderCall(1);
    assert.equal(usd({ ...at('2026-11-02T08:00:00Z'), model: null }), null);
    assert.equal(usd({ ...at('2026-11-02T08:00:00Z'), model: 'rye-9b' }), null);
    assert.equal(usd({ ...at('2026-11-02T08:00:00Z'), service: 'other' }), null);
    assert.equal(usd({ ...at('2026-11-02T08:00:00Z'), usage: { ...usage, output: null } }), null);
    assert.equal(usd({ ...at('2026-11-02T08:00:00Z'), usage: { ...usage, input: null } }), null);
    assert.equal(usd({ ...at('2026-11-02T08:00:00Z'), usage: { ...usage, cacheWrite1h: 5 } }), null);
    assert.equal(usd({ ...at('2026-11-02T08:00:00Z'), usage: { ...usage, cacheRead: 1001 } }), null);
  });

  it('needs no output of an embedding', () => {
    const usage = { ...orderCall(1).usage, output: null };
    assert.equal(usd({ ...at('2026-11-02T08:00:00Z'), operation: 'embeddings', usage }), '0.001200');
  });

  it('depends on the length of a request, not on that of many together', () => {
    const usage = { ...orderCall(1).usage, input: 300_000, cacheRead: 0, output: 0 };
    const call = { ...at('2026-11-02T08:00:00Z'), model: 'gpt-4.1', usage };
    assert.equal(usd(call), '1.200000');
    assert.equal(usd({ ...call, requests: 3 }), '0.600000');
    assert.equal(usd({ ...call, requests: null }), null);
    assert.equal(usd({ ...call, model: 'gpt-4o', requests: null }), '0.600000');
  });
});

describe('what an answer says', () => {
  it('is read with what was thought', () => {
    const answer = {
      usage: {
        ...{ prompt_tokens: 20, completion_tokens: 9 },
        completion_tokens_details: { reasoning_tokens: 4 },
        prompt_tokens_details: { cached_tokens: 16 },
      },
    };
    assert.deepEqual(answerOf('openai', answer), {
      service: 'standard',
      usage: {
        ...{ input: 20, cacheRead: 16, cacheWrite: 0, cacheWrite1h: null },
        ...{ output: 9, reasoning: 4, from: 'provider' },
      },
    });
  });

  it('keeps the tokens of a service that is not known', () => {
    const usage = { prompt_tokens: 20, completion_tokens: 9 };
    const { usage: read, service } = answerOf('openai', { usage, service_tier: 'scale' });
    assert.deepEqual([read.input, read.output, service], [20, 9, 'other']);
  });

  it('is unknown where it says nothing', () => {
    assert.equal(answerOf('openai', { error: { message: 'the oven is cold' } }).usage.from, 'unknown');
  });
});
