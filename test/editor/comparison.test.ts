import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ComparedModel } from '../../src/core/compare.ts';
import { usd } from '../../src/core/prices/usd.ts';
import { comparisonOf } from '../../src/editor/comparison.ts';
import { prompt } from './prompt.ts';

const bell = prompt();

function compared(own: Partial<ComparedModel> = {}): ComparedModel {
  const { tokens, cost } = bell;
  return {
    id: 'gpt-4o',
    provider: 'OpenAI',
    contextTokens: 128_000,
    tokens,
    cost,
    batch: null,
    month: null,
    current: true,
    ...own,
  };
}

test('each row has its numbers with their certainty, and where its price comes from', () => {
  const claude = compared({
    id: 'claude-haiku-4-5',
    current: false,
    contextTokens: null,
    tokens: { count: 1488, certainty: 'calibrated', band: 0.06, encoding: 'o200k_base' },
  });
  const [own, other] = comparisonOf({
    prompt: bell,
    models: [compared(), claude],
    sender: null,
    currency: null,
  }).rows;
  assert.equal(own?.current, 'gets this prompt');
  assert.equal(own.tokens.text, '1,240');
  assert.deepEqual(own.context, { text: '0.97 %', value: 0.96875 });
  assert.deepEqual(own.cold, { text: '$3.10', value: 3.1 });
  assert.deepEqual(own.cached, { text: '$1.60', value: 1.6 });
  assert.equal(own.price, 'gpt-4o at openai: the price list, 2026-09-23');
  assert.equal(other?.current, null);
  assert.equal(other.tokens.text, '≈1,488 ±6 %');
  assert.deepEqual(other.context, { text: '–', value: null });
  assert.equal(other.cold.text, '≈$3.10');
});

test('a price of the batch service has a column of its own', () => {
  const batch = { usdPerCall: usd(0.00155), from: { source: 'the price list', date: '2026-09-23' } };
  const [row] = comparisonOf({
    prompt: bell,
    models: [compared({ batch })],
    sender: null,
    currency: null,
  }).rows;
  assert.deepEqual(row?.batch, { text: '$1.55', value: 1.55 });
});

test('an unknown price is no number, and a small share of a window is not nothing', () => {
  const [row] = comparisonOf({
    prompt: bell,
    models: [compared({ cost: null, contextTokens: 100_000_000 })],
    sender: null,
    currency: null,
  }).rows;
  assert.deepEqual(row?.cold, { text: '–', value: null });
  assert.equal(row.price, null);
  assert.equal(row.context.text, '<0.01 %');
});

test('with a currency the costs are told in it, sorted as ever, and the rate is said', () => {
  const currency = { code: 'EUR', perUsd: 0.5, date: '2026-11-01' };
  const { rows, notes } = comparisonOf({ prompt: bell, models: [compared()], sender: null, currency });
  assert.deepEqual(rows[0]?.cold, { text: 'EUR 1.55', value: 3.1 });
  assert.equal(notes.at(-1), 'Your rate: 1 USD = 0.5 EUR (2026-11-01).');
});

test('an assumed model is called assumed, and what the numbers leave out is said', () => {
  const assumed = prompt({
    model: { id: 'gpt-4o', via: 'config' },
    segments: [
      {
        kind: 'hole',
        expression: 'ship',
        path: 'harbour.ts',
        range: { start: 1, end: 5 },
        varies: 'unknown',
        because: 'parameter',
      },
    ],
  });
  const { rows, notes } = comparisonOf({
    prompt: assumed,
    models: [compared()],
    sender: null,
    currency: null,
  });
  assert.equal(rows[0]?.current, 'assumed');
  assert.match(notes[0] ?? '', /the answer and the values filled in as the program runs cost extra/);
});

test('a month has a column of its own, and a note that says what it rests on', () => {
  const volume = { from: 'ledger', calls: 312, days: 7, until: '2026-11-22' } as const;
  const use = { volume, output: { tokens: 180, from: 'ledger' }, cache: null } as const;
  const models = [compared({ month: usd(4.15) }), compared({ id: 'gpt-4.1', current: false })];
  const page = comparisonOf({
    ...{ prompt: bell, models, currency: null },
    sender: { use, maxOutputTokens: 300 },
  });
  assert.deepEqual(
    page.rows.map(({ month }) => month),
    [
      { text: '$4.15', value: 4.15 },
      { text: '–', value: null },
    ],
  );
  assert.ok(
    page.notes.some((note) =>
      note.startsWith(
        'A month: from 312 calls in 7 days (ledger, until 2026-11-22), nothing of the known text cached, answers of 180 tokens as measured; taken to be',
      ),
    ),
  );
});
