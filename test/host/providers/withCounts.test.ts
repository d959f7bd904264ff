import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Price } from '../../../src/core/prices/catalog.ts';
import { usd, usdPerToken } from '../../../src/core/prices/usd.ts';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import type { MeteredPrompt } from '../../../src/core/report.ts';
import { apis, providerOfModel } from '../../../src/host/providers/apis.ts';
import { ProviderCounter } from '../../../src/host/providers/counter.ts';
import { KeptCounts } from '../../../src/host/providers/kept.ts';
import { knownText, sendableOf } from '../../../src/host/providers/sendable.ts';
import { withCounts } from '../../../src/host/providers/withCounts.ts';
import { prompt } from '../../editor/prompt.ts';
import { folderWith } from '../folder.ts';
import { countsWords, fakeProvider } from './fakeProvider.ts';

const at = { path: 'oven.ts', range: { start: 0, end: 1 } };
const text = (words: string): Segment => ({ kind: 'text', text: words, map: [], ...at });
const hole = (arms?: readonly (readonly Segment[])[]): Segment => ({
  kind: 'hole',
  expression: 'loaf',
  varies: 'request',
  because: 'parameter',
  ...at,
  ...(arms && { arms }),
});
const guessed = { count: 9, certainty: 'calibrated', band: 0.1, encoding: 'o200k_base' } as const;

function bread(...segments: Segment[]): MeteredPrompt {
  return prompt({ segments, tokens: guessed, model: { id: 'claude-opus-4-8', via: 'call' } });
}

describe('what of a prompt is sent', () => {
  it('is its known text, constants put in, without what the program fills in', () => {
    assert.equal(knownText([text('Bake '), hole(), text(' in '), hole([[text('rye')]])]), 'Bake  in rye');
    assert.equal(knownText([text('Bake '), hole([[text('rye')], [text('spelt')]])]), null);
  });

  it('is nothing where there is nothing to ask, and that has a reason', () => {
    const why = (of: MeteredPrompt, model: string | null) => {
      const sendable = sendableOf(of, model);
      return sendable.kind === 'nothing' ? sendable.why : sendable.provider;
    };
    const known = bread(text('Bake rye.'));
    assert.equal(why(known, null), 'no model');
    assert.equal(why(known, 'mistral-large-latest'), 'no provider');
    assert.equal(why({ ...known, tokens: { ...guessed, certainty: 'exact' } }, 'gpt-4o'), 'exact');
    assert.equal(why(bread(hole([[text('rye')], [text('spelt')]])), 'claude-opus-4-8'), 'several');
    assert.equal(why(bread(hole()), 'claude-opus-4-8'), 'empty');
    assert.equal(why(known, 'us.anthropic.claude-opus-4-8-v1:0'), 'anthropic');
  });

  it('goes to whoever makes the model', () => {
    const models = ['claude-3-5-haiku-latest', 'vertex_ai/gemini-2.5-pro', 'gpt-4o', 'azure/gpt-6', 'rye-7b'];
    assert.deepEqual(models.map(providerOfModel), ['anthropic', 'gemini', 'openai', 'openai', null]);
  });
});

describe('a prompt that a provider has counted', () => {
  const price: Price = {
    input: { base: usdPerToken(5), tiers: [] },
    output: null,
    cacheRead: null,
    cacheWrite: null,
    cacheWrite1h: null,
    request: 0n,
    services: { batch: null, flex: null, priority: null },
    source: { model: 'claude-opus-4-8', provider: 'anthropic', source: 'menu', date: '2026-11-01' },
  };

  it('has that number and its cost while the text is that text, at that address', async (context) => {
    const fake = await fakeProvider(context, countsWords);
    const kept = new KeptCounts(folderWith(context, {}));
    const connection = { api: apis.anthropic, base: fake.base, key: 'key-of-the-bakery', env: {} };
    const counter = new ProviderCounter({
      name: 'anthropic',
      connection,
      kept,
      now: () => 1_790_000_000_000,
    });
    const known = bread(text('Bake '), hole(), text('rye today.'));
    const env = { ANTHROPIC_BASE_URL: `${fake.base}/` };
    const counted = { kept, env, modelOf: () => 'claude-opus-4-8', priceOf: async () => price };
    assert.deepEqual(await withCounts([known], counted), [known]);

    await counter.count('Bake rye today.', 'claude-opus-4-8');
    const requests = fake.asked.length;
    const [told] = await withCounts([known], counted);
    assert.deepEqual(told?.tokens, {
      count: 3,
      certainty: 'exact',
      band: 0,
      encoding: 'anthropic',
      counted: { by: 'anthropic', at: 1_790_000_000_000 },
    });
    assert.equal(told.cost?.usdPerCall, usd('0.000015'));
    const other = bread(text('Bake rye tomorrow.'));
    assert.deepEqual(await withCounts([other], counted), [other]);
    assert.deepEqual(await withCounts([known], { ...counted, env: {} }), [known]);
    assert.equal(fake.asked.length, requests);
  });
});
