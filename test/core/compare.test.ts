import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { compareModels, type ComparedModel, type Sender } from '../../src/core/compare.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { inDollars } from '../../src/core/prices/usd.ts';
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

async function compared(
  model: string | null,
  sender: Sender | null = null,
  today: string | null = null,
): Promise<readonly ComparedModel[]> {
  const instruments = { config: defaultConfig, counter, catalog: await open(), sender, today };
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

test('each model has a month of the same volume, at its own price and in its own tokens', async () => {
  const volume = { from: 'ledger', calls: 70, days: 7, until: '2026-11-22' } as const;
  const use = { volume, output: { tokens: 100, from: 'ledger' }, cache: null } as const;
  const months = await compared('gpt-4o', { use, maxOutputTokens: null });
  const month = (id: string) => inDollars(months.find((row) => row.id === id)?.month ?? 0n);
  const tokens = counter.count(text, 'gpt-4o').count;
  assert.equal(month('gpt-4o').toFixed(9), ((300 * (tokens * 2.5 + 100 * 10)) / 1e6).toFixed(9));
  assert.ok(month('gpt-4o-mini') > 0 && month('gpt-4o-mini') < month('gpt-4o') / 10);
  assert.ok(rows.every((row) => row.month === null));
});

test('a model that is gone by today is not offered, also where the prices are older', async () => {
  const offers = async (today: string | null) =>
    (await compared('gpt-4o', null, today)).some(({ id }) => id === 'gpt-5-nano');
  assert.deepEqual(
    [await offers(null), await offers('2026-12-10'), await offers('2026-12-11')],
    [true, true, false],
  );
});
