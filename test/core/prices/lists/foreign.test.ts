import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findProvider } from '@pydantic/genai-prices';
import { readForeign } from '../../../../src/core/prices/lists/foreign.ts';
import { priceChanges } from '../../../../src/core/prices/lists/changes.ts';
import { usageCost } from '../../../../src/core/prices/usage.ts';
import { usd } from '../../../../src/core/prices/usd.ts';
import { open, shipped } from '../lists.ts';

const about = { from: 'https://prices.example/list.json', sha256: 'f00d', date: '2026-11-20' } as const;
const read = (data: unknown) => readForeign({ data, ...about }, shipped);
const refused = (data: unknown) => {
  const result = read(data);
  assert.equal(result.kind, 'problems');
  return result.kind === 'problems' ? result.problems.join('\n') : '';
};

/** Enough of the models that everybody lists, so that a list is taken for whole. */
const names = [
  'gpt-4o',
  'gpt-4o-mini',
  'gpt-4.1',
  'gpt-4.1-mini',
  'gpt-4.1-nano',
  'o3',
  'gpt-5',
  'gpt-5-mini',
  'gpt-5-nano',
  'gpt-5.1',
];
const litellmModel = {
  litellm_provider: 'openai',
  mode: 'chat',
  input_cost_per_token: 3e-6,
  output_cost_per_token: 1.2e-5,
};
const litellm = (changed: Record<string, unknown> = {}): Record<string, unknown> => ({
  sample_spec: { litellm_provider: 'one of https://docs.litellm.ai/docs/providers' },
  ...Object.fromEntries(names.map((name) => [name, litellmModel])),
  ...changed,
});
const modelsDev = (changed: Record<string, unknown> = {}) => ({
  openai: {
    id: 'openai',
    name: 'OpenAI',
    models: {
      ...Object.fromEntries(
        names.map((id) => [
          id,
          { id, cost: { input: 3, output: 12, cache_read: 0.3 }, limit: { context: 128000, output: 16384 } },
        ]),
      ),
      ...changed,
    },
  },
});

describe('a list of LiteLLM', () => {
  it('brings prices per million, tiers, services and limits', async () => {
    const result = read(
      litellm({
        'claude-harbour-9': {
          litellm_provider: 'anthropic',
          mode: 'chat',
          input_cost_per_token: 3e-6,
          input_cost_per_token_above_200k_tokens: 6e-6,
          output_cost_per_token: 1.5e-5,
          cache_read_input_token_cost: 3e-7,
          cache_creation_input_token_cost: 3.75e-6,
          cache_creation_input_token_cost_above_1hr: 6e-6,
          input_cost_per_token_batches: 1.4e-6,
          output_cost_per_token_batches: 7e-6,
          max_input_tokens: 200000,
          max_output_tokens: 64000,
          deprecation_date: '2027-03-01',
        },
      }),
    );
    assert.ok(result.kind === 'list');
    assert.deepEqual(result.list.origin, { from: about.from, sha256: about.sha256 });
    const catalog = await open({}, JSON.stringify(result.list));
    const price = catalog.find('claude-harbour-9', null);
    assert.ok(price);
    assert.equal(price.source.source, 'LiteLLM (updated 2026-11-20)');
    assert.deepEqual(usageCost({ input: 1_000_000, cacheRead: 0 }, price), { kind: 'cost', usd: usd(6) });
    assert.deepEqual(usageCost({ input: 1000, cacheWrite1h: 1000 }, price), {
      kind: 'cost',
      usd: usd('0.006'),
    });
    assert.deepEqual(usageCost({ input: 1000, output: 100, service: 'batch' }, price), {
      kind: 'cost',
      usd: usd('0.0021'),
    });
    const { contextWindow, maxOutput, retirement } = catalog.facts('claude-harbour-9', null);
    assert.deepEqual([contextWindow, maxOutput, retirement?.day], [200_000, 64_000, '2027-03-01']);
  });

  it('wins over what ships, which still knows what it lacks', async () => {
    const result = read(litellm());
    assert.ok(result.kind === 'list');
    const catalog = await open({}, JSON.stringify(result.list));
    assert.equal(catalog.find('gpt-4o', null)?.input.base, usd(3) / 1_000_000n);
    assert.equal(catalog.find('gpt-4o-2024-05-13', null)?.source.source, 'genai-prices 0.1.8');
    assert.equal(catalog.date, '2026-11-20');
    assert.deepEqual(priceChanges(shipped, result.list).filter(({ model }) => model === 'gpt-4o').length, 1);
  });

  it('is not used for prices of a day before it', async () => {
    const result = read(litellm());
    assert.ok(result.kind === 'list');
    const catalog = await open({ pricing: { asOf: '2026-09-01', hour: 12 } }, JSON.stringify(result.list));
    assert.equal(catalog.find('gpt-4o', null)?.source.source, 'genai-prices 0.1.8');
  });

  it('is refused whole for a price that cannot be', () => {
    const wrong = {
      negative: { input_cost_per_token: -1e-6 },
      absent: { input_cost_per_token: 'free' },
      absurd: { input_cost_per_token: 3 },
    };
    assert.match(
      refused(litellm({ 'gpt-4o': { ...litellmModel, ...wrong.negative } })),
      /openai\/gpt-4o: the price of input is -1, which is negative/,
    );
    assert.match(
      refused(litellm({ 'gpt-4o': { ...litellmModel, ...wrong.absent } })),
      /openai\/gpt-4o: the price of input is NaN, which is no number/,
    );
    assert.match(refused(litellm({ 'gpt-4o': { ...litellmModel, ...wrong.absurd } })), /beyond anything/);
    const cents = refused(litellm({ 'gpt-4o': { ...litellmModel, input_cost_per_token: 3e-3 } }));
    assert.match(
      cents,
      /openai\/gpt-4o: input costs 3000 US dollars per million tokens, 2.5 in the list that ships/,
    );
  });

  it('is refused when it holds next to nothing', () => {
    assert.match(refused({ 'gpt-4o': litellmModel }), /prices of 1 models .* too few to be whole/);
  });
});

describe('a list of models.dev', () => {
  it('brings prices, tiers and limits', async () => {
    const result = read(
      modelsDev({
        'gpt-harbour': {
          cost: { input: 2.5, output: 15, tiers: [{ tier: { size: 272000 }, input: 5, output: 22.5 }] },
          limit: { context: 1050000, output: 128000 },
        },
        'gpt-quay': {
          cost: { input: 1, output: 4, context_over_200k: { input: 2, output: 6 } },
          status: 'deprecated',
        },
      }),
    );
    assert.ok(result.kind === 'list');
    const catalog = await open({}, JSON.stringify(result.list));
    const [harbour, quay] = [catalog.find('gpt-harbour', null), catalog.find('gpt-quay', null)];
    assert.ok(harbour && quay);
    assert.deepEqual(usageCost({ input: 300_000, output: 1000 }, harbour), {
      kind: 'cost',
      usd: usd('1.5225'),
    });
    assert.deepEqual(usageCost({ input: 300_000 }, quay), { kind: 'cost', usd: usd('0.6') });
    assert.equal(catalog.facts('gpt-harbour', null).maxOutput, 128_000);
    assert.equal(catalog.facts('gpt-quay', null).retirement?.day, null);
  });
});

describe('a list of genai-prices', () => {
  it('is read as the package holds it', () => {
    const providers = ['openai', 'anthropic', 'deepseek'].map((providerId) => findProvider({ providerId }));
    const result = read(JSON.parse(JSON.stringify(providers)));
    assert.ok(result.kind === 'list');
    for (const provider of result.list.providers) {
      const same = shipped.providers.find(({ id }) => id === provider.id);
      assert.deepEqual(
        provider.models.filter(({ id }) => !same?.models.some((model) => model.id === id)),
        [],
      );
    }
    assert.deepEqual(priceChanges(shipped, result.list), []);
  });

  it('is refused when a model stands there twice with two prices, or is matched in a way that could take for ever', () => {
    const model = (input: number, match: object = { equals: 'gpt-4o' }) => ({
      id: 'gpt-4o',
      match,
      prices: { input_mtok: input },
    });
    const list = (...models: object[]) => [{ id: 'openai', name: 'OpenAI', models }];
    assert.match(
      refused(list(model(2), model(3))),
      /openai\/gpt-4o stands there twice, with different prices/,
    );
    assert.match(refused(list(model(2, { regex: '^(a+)+$' }))), /could take too long/);
    assert.match(refused(list(model(2, { regex: '.*.*.*4o' }))), /could take too long/);
    assert.match(refused(list(model(2, { regex: '^(a' }))), /broken pattern/);
    assert.match(refused([{ id: 'openai' }]), /models of openai: a list is expected/);
  });
});

describe('what is no list', () => {
  for (const data of [null, 3, 'prices', {}, { price: 3 }, [], [[]], { openai: null }])
    it(`such as ${JSON.stringify(data)}, is refused with a sentence`, () =>
      assert.notEqual(refused(data), ''));
});

describe('a stored list that somebody has broken', () => {
  for (const [broken, why] of [
    ['{', /no valid JSON/],
    ['{}', /no price list of this version/],
    [
      JSON.stringify({ schemaVersion: 1, source: 's', date: '2026-11-20', providers: [{}] }),
      /"id" is no text/,
    ],
    [storedWith({ equals: 'gpt-4o' }, -1), /negative/],
    [storedWith({}, 1), /"match" of gpt-4o is not understood/],
    [storedWith({ or: [{ equals: 4 }] }, 1), /"match" of gpt-4o is not understood/],
    [storedWith({ equals: 'gpt-4o' }, 1, { sounds: 'gpt' }), /"modelMatch" of openai is not understood/],
  ] as const)
    it(`is said to be so (${String(why)}), and what ships holds`, async () => {
      const catalog = await open({}, broken);
      assert.match(catalog.about.problem ?? '', why);
      assert.equal(catalog.find('gpt-4o', null)?.source.source, 'genai-prices 0.1.8');
    });
});

/** A list of one model, as it would be stored. */
function storedWith(match: object, input: number, modelMatch?: object): string {
  const models = [{ id: 'gpt-4o', match, prices: [{ rates: { input } }] }];
  const providers = [{ id: 'openai', modelMatch, models }];
  return JSON.stringify({ schemaVersion: 1, source: 's', date: '2026-11-20', providers });
}
