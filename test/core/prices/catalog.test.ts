import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findListed } from '../../../src/core/prices/lists/find.ts';
import { matches } from '../../../src/core/prices/lists/match.ts';
import { snapshot } from '../../../src/core/prices/lists/snapshot.ts';
import { inDollars, usdPerToken } from '../../../src/core/prices/usd.ts';
import { open, shipped } from './lists.ts';

const catalog = await open();
/** US dollars per million input tokens, and who takes them. */
const found = (model: string, sdk: string | null = null) => {
  const price = catalog.find(model, sdk);
  return price && [price.source.provider, price.source.model, inDollars(price.input.base * 1_000_000n)];
};

describe('a price is found', () => {
  const rows: readonly (readonly [
    model: string,
    sdk: string | null,
    provider: string,
    entry: string,
    usd: number,
  ])[] = [
    ['gpt-4o', null, 'openai', 'gpt-4o', 2.5],
    ['gpt-4o', 'openai', 'openai', 'gpt-4o', 2.5],
    ['gpt-4o', 'azure', 'azure', 'gpt-4o', 2.5],
    ['openai/gpt-4o', null, 'openai', 'gpt-4o', 2.5],
    ['gpt-4o-2024-05-13', null, 'openai', 'gpt-4o-2024-05-13', 5],
    ['gpt-4o-2031-01-01', null, 'openai', 'gpt-4o', 2.5],
    ['chatgpt-4o-latest', null, 'openai', 'chatgpt-4o-latest', 5],
    ['text-embedding-3-small', null, 'openai', 'text-embedding-3-small', 0.02],
    ['ft:gpt-4o-mini-2024-07-18:bakery::1', null, 'openai', 'ft:gpt-4o-mini', 0.3],
    ['claude-sonnet-4-5', 'openai', 'anthropic', 'claude-sonnet-4-5', 3],
    ['anthropic/claude-sonnet-4-5', 'litellm', 'anthropic', 'claude-sonnet-4-5', 3],
    [
      'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
      null,
      'aws',
      'regional.anthropic.claude-sonnet-4-5-20250929-v1:0',
      3.3,
    ],
    ['vertex_ai/claude-sonnet-4-5@20250929', null, 'google', 'claude-sonnet-4-5', 3],
    ['models/gemini-2.5-pro', null, 'google', 'gemini-2.5-pro', 1.25],
    ['gemini-2.0-flash-001', null, 'google', 'gemini-2.0-flash', 0.1],
    ['groq/llama-3.3-70b-versatile', null, 'groq', 'llama-3.3-70b-versatile', 0.59],
    ['llama-3.3-70b-versatile', 'groq', 'groq', 'llama-3.3-70b-versatile', 0.59],
    ['openrouter/anthropic/claude-sonnet-4.5', null, 'openrouter', 'anthropic/claude-sonnet-4.5', 3],
    ['grok-4', null, 'x-ai', 'grok-4-0709', 3],
  ];
  for (const [model, sdk, provider, entry, usd] of rows)
    it(`of ${model}${sdk === null ? '' : ` called by ${sdk}`}`, () =>
      assert.deepEqual(found(model, sdk), [provider, entry, usd]));

  it('with its source and day', () => {
    assert.deepEqual(catalog.find('gpt-4o', null)?.source, {
      model: 'gpt-4o',
      provider: 'openai',
      source: `genai-prices ${snapshot.version}`,
      date: snapshot.date,
    });
  });
});

describe('no price is found', () => {
  const unknown = [
    'gpt-7',
    'my-own-model',
    'openai/my-own-model',
    '',
    'llama-3.3-70b-versatile',
    'flour/gpt-4o',
    'constructor',
    '__proto__',
  ];
  const otherVersions = [
    'claude-opus-4-10',
    'claude-sonnet-5-2',
    'claude-sonnet-4-55',
    'deepseek-r1-distill-llama-70b',
  ];
  for (const model of [...unknown, ...otherVersions])
    it(`of ${JSON.stringify(model)}, and it is null, not 0`, () =>
      assert.equal(catalog.find(model, null), null));

  it('of a name that is longer than any', () => {
    assert.equal(catalog.find(`gpt-4o${'-'.repeat(1_000_000)}`, null), null);
  });

  it('where the catalog lists a model without one', () => {
    assert.equal(catalog.find('azure/phi-4-reasoning:free', null), null);
  });

  it('by guessing from the model that another was tuned from', () => {
    assert.equal(catalog.find('ft:gpt-4.1:bakery::1', null), null);
  });
});

it('no entry of the list is taken for another version of itself', () => {
  for (const provider of shipped.providers.filter(({ id }) => id !== 'openrouter'))
    for (const { id } of provider.models) {
      const name = id.toLowerCase();
      const own = provider.models.some(({ match }) => matches(match, name));
      if (own) assert.ok(findListed(shipped, name, provider.id), `${provider.id}: ${id}`);
    }
});

describe('the configuration', () => {
  const own = { input: 3, output: 12, cacheRead: 1.5, source: 'contract', date: '2026-10-01' };

  it('states prices of its own, which win', async () => {
    const configured = await open({ prices: { 'my-fine-tune': own, 'gpt-4o': own } });
    for (const model of ['my-fine-tune', 'gpt-4o', 'openai/gpt-4o'])
      assert.deepEqual(configured.find(model, null)?.source.source, 'contract', model);
    const price = configured.find('my-fine-tune', null);
    assert.deepEqual(price?.cacheRead, { base: usdPerToken(1.5), tiers: [] });
    assert.equal(price?.cacheWrite, null);
    assert.deepEqual(price?.source, {
      model: 'my-fine-tune',
      provider: 'configuration',
      source: 'contract',
      date: '2026-10-01',
    });
  });

  it('states a price of nothing, which is a price', async () => {
    const configured = await open({ prices: { 'oven-1': { ...own, input: 0 } } });
    assert.equal(configured.find('oven-1', null)?.input.base, 0n);
  });

  it('names a model by an alias', async () => {
    const configured = await open({ models: { allow: [], aliases: { FAST_MODEL: 'gpt-4.1-mini' } } });
    assert.equal(configured.find('FAST_MODEL', null)?.source.model, 'gpt-4.1-mini');
  });

  it('asks for the prices of another day', async () => {
    const before = await open({ pricing: { asOf: '2026-08-10', hour: 12 } });
    assert.equal(before.date, '2026-08-10');
    assert.equal(before.find('deepseek-v4-flash', null)?.input.base, usdPerToken(0.14));
    assert.equal(catalog.find('deepseek-v4-flash', null)?.input.base, usdPerToken(0.22));
  });

  it('cannot make the data newer than it is', async () => {
    assert.equal((await open({ pricing: { asOf: '2030-01-01', hour: 12 } })).date, snapshot.date);
  });

  it('asks for a day that is none', async () => {
    await assert.rejects(
      open({ pricing: { asOf: 'yesterday', hour: 12 } }),
      /pricing\.asOf: yesterday is no day; write it as/,
    );
  });
});
