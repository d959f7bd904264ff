import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limitRows, limitSource } from '../../../src/core/prices/facts/limits.ts';
import { retirementRows } from '../../../src/core/prices/facts/retirements.ts';
import { serviceRows } from '../../../src/core/prices/facts/serviceTiers.ts';
import { atService } from '../../../src/core/prices/serviceTiers.ts';
import { inDollars, usdPerToken } from '../../../src/core/prices/usd.ts';
import { open } from './lists.ts';

const catalog = await open();
const day = /^\d{4}-\d\d-\d\d$/;

describe('how much a model reads and writes', () => {
  const limits: Readonly<Record<string, readonly [context: number | null, output: number | null]>> = {
    'gpt-4o': [128_000, 16_384],
    'gpt-4o-2024-05-13': [128_000, 4096],
    // The price list's own window wins over ours.
    'gpt-4.1-mini': [1_000_000, 32_768],
    'o3-mini-2025-01-31': [200_000, 100_000],
    'claude-3-5-sonnet-20241022': [200_000, 8192],
    'us.anthropic.claude-sonnet-4-5-20250929-v1:0': [200_000, 64_000],
    'claude-opus-4-8': [1_000_000, 128_000],
    'gemini-2.5-pro': [1_048_576, 65_536],
    'oven-1': [null, null],
  };
  for (const [model, [context, output]] of Object.entries(limits))
    it(`is known of ${model}`, () => {
      const { contextWindow, maxOutput } = catalog.facts(model, null);
      assert.deepEqual([contextWindow, maxOutput], [context, output]);
    });
});

describe('that a model goes', () => {
  const going: Readonly<Record<string, readonly [day: string, successor: string | null] | null>> = {
    'gpt-4o': ['2027-01-14', 'gpt-6-luna'],
    'gpt-4o-2024-05-13': ['2026-10-23', 'gpt-5.6-sol'],
    'gpt-5-2025-08-07': ['2026-12-11', 'gpt-5.6-sol'],
    'gpt-4-turbo': ['2026-10-23', 'gpt-5.6-sol'],
    'claude-sonnet-4-20250514': ['2026-06-15', 'claude-sonnet-4-6'],
    'claude-opus-4-0': ['2026-06-15', 'claude-opus-4-8'],
    'claude-3-7-sonnet-latest': ['2026-02-19', 'claude-sonnet-4-5'],
    'gemini-2.5-pro': ['2026-12-01', 'gemini-3.8-flash'],
    'claude-opus-4-8': null,
    'gpt-5.6-sol': null,
    // Amazon and Microsoft set days of their own.
    'bedrock/anthropic.claude-3-7-sonnet-20250219-v1:0': null,
    'azure/gpt-4o': null,
    'oven-1': null,
  };
  for (const [model, expected] of Object.entries(going))
    it(`${expected === null ? 'is not announced of' : 'is known of'} ${model}`, () => {
      const { retirement } = catalog.facts(model, null);
      assert.deepEqual(retirement && [retirement.day, retirement.successor], expected);
    });

  it('may be known without a day', () => {
    assert.deepEqual(catalog.facts('kimi-k2-0905-preview', 'moonshot').retirement?.day, null);
  });
});

describe('what another service charges', () => {
  const dollars = (model: string, service: 'batch' | 'flex' | 'priority') => {
    const [price, rates] = [catalog.find(model, null), catalog.find(model, null)?.services[service]];
    assert.ok(price);
    const perMillion = (rate: { base: bigint } | null | undefined) =>
      rate ? inDollars(rate.base * 1_000_000n) : null;
    return rates ? [perMillion(rates.input), perMillion(rates.cacheRead), perMillion(rates.output)] : null;
  };

  it('half for a batch', () => {
    assert.deepEqual(dollars('claude-sonnet-4-5', 'batch'), [1.5, 0.15, 7.5]);
    assert.deepEqual(dollars('gpt-5', 'batch'), [0.625, 0.0625, 5]);
    // Nothing is said of reading from the cache in a batch of these, and Google takes the full price for it.
    assert.deepEqual(dollars('gpt-4o', 'batch'), [1.25, null, 5]);
    assert.deepEqual(dollars('gemini-2.5-pro', 'batch'), [0.625, 0.125, 5]);
  });

  it('more for priority, less for flex, and nothing known where it is not offered', () => {
    assert.deepEqual(dollars('gpt-4o', 'priority'), [4.25, 2.125, 17]);
    assert.deepEqual(dollars('o3', 'priority'), [3.5, 0.875, 14]);
    assert.deepEqual(dollars('o3', 'flex'), [1, 0.25, 4]);
    assert.equal(dollars('gpt-4o', 'flex'), null);
    assert.equal(dollars('claude-sonnet-4-5', 'priority'), null);
    assert.equal(dollars('deepseek-chat', 'batch'), null);
  });
});

describe('a price at another service', () => {
  it('says which one, and is unknown where the service is', () => {
    const price = atService(catalog.find('claude-opus-4-8', null), 'batch');
    assert.deepEqual([price?.output?.base, price?.source.service], [usdPerToken(12.5), 'batch']);
    assert.equal(atService(catalog.find('claude-opus-4-8', null), 'flex'), null);
    assert.equal(atService(null, 'batch'), null);
    assert.equal(atService(catalog.find('gpt-4o', null), 'standard'), catalog.find('gpt-4o', null));
  });
});

describe('what the price lists do not tell', () => {
  it('has a source and a day in every row', () => {
    for (const { source, date } of [...retirementRows, ...serviceRows, limitSource]) {
      assert.notEqual(source, '');
      assert.match(date, day);
    }
    assert.ok(limitRows.every(({ contextWindow, maxOutput }) => contextWindow >= maxOutput));
  });

  it('goes to a successor that has a price', () => {
    for (const { successor, pattern } of retirementRows)
      if (successor !== null) assert.ok(catalog.find(successor, null), `${String(pattern)}: ${successor}`);
  });

  it('is by the provider’s own rule where its list leaves out a price of the cache', () => {
    // Writing costs OpenAI's customers nothing extra.
    const price = catalog.find('gpt-4o', null);
    assert.equal(price?.cacheWrite?.base, price?.input.base);
  });
});
