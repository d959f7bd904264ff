import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { compareModels, type ComparedModel } from '../../src/core/compare.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { namedModels } from '../../src/core/prices/modelNames.ts';
import { TokenCounter } from '../../src/core/tokens/count.ts';
import { Assets } from '../../src/host/assets.ts';
import { meterPrompt } from '../../src/core/meter.ts';
import { prompt } from '../editor/prompt.ts';
import { open, shipped } from './prices/lists.ts';

const text = 'You ring the bell of the harbour when fog comes in.';
let rows: readonly ComparedModel[];
let counter: TokenCounter;

before(async () => {
  counter = new TokenCounter(new Assets());
  rows = await compared('gpt-4o');
});

async function compared(model: string | null): Promise<readonly ComparedModel[]> {
  const instruments = { config: defaultConfig, counter, catalog: await open() };
  const bell = meterPrompt(
    prompt({
      model: model === null ? null : { id: model, via: 'call' },
      segments: [
        { kind: 'text', text, path: 'harbour.ts', range: { start: 0, end: text.length }, map: [0, 0] },
      ],
    }),
    instruments,
  );
  return compareModels(bell, namedModels(shipped), instruments);
}

test('each model counts with its own tokenizer and pays its own price', () => {
  const own = rows.find(({ current }) => current);
  const claude = rows.find(({ id }) => id === 'claude-haiku-4-5');
  assert.ok(own?.cost && claude?.cost);
  assert.equal(own.tokens.certainty, 'exact');
  assert.equal(own.tokens.count, counter.count(text, 'gpt-4o').count);
  assert.equal(claude.tokens.count, counter.count(text, 'claude-haiku-4-5').count);
  assert.equal(claude.cost.price.provider, 'anthropic');
  assert.equal(claude.contextTokens, 200_000);
});

test('a model that the price data does not list stands first, and no model means none is marked', async () => {
  const [first] = await compared('harbour-llm');
  assert.equal(first?.id, 'harbour-llm');
  assert.equal(first.current, true);
  assert.equal(first.cost, null);
  assert.equal((await compared(null)).filter(({ current }) => current).length, 0);
});
