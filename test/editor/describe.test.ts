import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Currency } from '../../src/core/configMoney.ts';
import { usd } from '../../src/core/prices/usd.ts';
import { describe, type Described } from '../../src/editor/describe.ts';
import type { MeteredPrompt } from '../../src/core/report.ts';
import { prompt } from './prompt.ts';

const told = (
  own: Partial<MeteredPrompt>,
  currency: Currency | null = null,
  call: Described['call'] = null,
  since: Described['since'] = null,
): string =>
  describe({
    prompt: prompt(own),
    spot: (path, offset) => ({ file: path === 'harbour.ts' ? null : path, line: offset + 1 }),
    request: null,
    call,
    measured: null,
    currency,
    links: {
      pick: 'command:pick',
      compare: 'command:compare',
      map: 'command:map',
      provider: 'command:provider',
      dashboard: 'command:dashboard',
      change: 'command:change',
    },
    since,
    budgets: [],
    budgetLink: ({ path, line }) => `file:///${path}#L${line}`,
    now: Date.UTC(2026, 10, 22),
  });

const hole = {
  kind: 'hole',
  path: 'harbour.ts',
  range: { start: 19, end: 30 },
  varies: 'request',
  because: 'clock',
} as const;
const tide = {
  kind: 'text',
  text: 'The tide table follows.',
  path: 'harbour.ts',
  range: { start: 31, end: 60 },
  map: [],
} as const;

test('tells tokens, cost, cached cost, and the price with its source and day', () => {
  const text = told({});
  assert.match(text, /\*\*1,240 tokens\*\*\. Exact/);
  assert.match(text, /\*\*\$0\.0031 per call for this text\*\*, \$0\.0016 when/);
  assert.match(text, /gpt\\-4o at openai: the price list, 2026\\-09\\-23/);
});

test('tells costs in the currency that was set, and its rate', () => {
  const text = told({}, { code: 'EUR', perUsd: 0.5, date: '2026-11-01' });
  assert.match(text, /\*\*EUR 0\.0016 per call for this text\*\*, EUR 0\.0008 when/);
  assert.match(text, /Your rate: 1 USD = 0\.5 EUR/);
});

test('without a model no price is given, and that is said', () => {
  const text = told({ model: null, cost: null });
  assert.match(text, /does not show which model/);
  assert.doesNotMatch(text, /\$0/);
});

test('a model without a price is not a free one', () => {
  const text = told({ cost: null });
  assert.match(text, /No price is known for gpt\\-4o/);
  assert.doesNotMatch(text, /\$0/);
});

test('a misspelt model is told what was probably meant', () => {
  const model = { id: 'gpt-4.1-mimi', via: 'call' } as const;
  assert.match(
    told({ cost: null, model, meant: 'gpt-4.1-mini' }),
    /No price is known for gpt\\-4\.1\\-mimi: did you mean gpt\\-4\.1\\-mini\? State/,
  );
});

test('the month of the call that sends it, and the pictures of that, are told', () => {
  const tokens = { count: 2000, certainty: 'exact', band: 0, encoding: 'o200k_base' } as const;
  const month = {
    usd: usd(1353.6),
    volume: { calls: 12_000, per: 'day', from: 'configuration' },
    callsPerDay: 12_000,
    cache: null,
    output: null,
  } as const;
  const use = { volume: month.volume, output: null, cache: null };
  const bill = { cold: 0n, coldMost: null, warm: null, output: null, month };
  const text = told({}, null, { bill, inputTokens: tokens, pictures: { all: 2, uncounted: 1 }, use });
  assert.match(
    text,
    /\*\*\$1,353\.60 a month\*\*: the call that sends it, 12,000 calls a day \\\(configuration\\\)/,
  );
  assert.match(text, /The call sends 2 pictures, 1 not counted/);
});

test('an assumed model is called assumed', () => {
  assert.match(
    told({ model: { id: 'gpt-4o', via: 'config' } }),
    /Assumed: the source does not show the model/,
  );
});

test('names the hole that breaks the cache, its line, and what it loses', () => {
  const cache = {
    stablePrefixTokens: 0,
    minimumTokens: 1024,
    cacheBreaking: true,
    breaksAt: 0,
    lostUsdPer1kCalls: usd(1.63),
  };
  const text = told({
    cache,
    segments: [{ ...hole, expression: 'tide.now()' }, tide],
    segmentTokens: [null, 5],
  });
  assert.match(text, /`tide\.now\(\)` at line 20 changes with every request/);
  assert.match(text, /Nothing stands before it/);
  assert.match(text, /\$1\.63 lost per 1,000 calls/);
  assert.match(text, /\| lines 20–31 \| ⟨…⟩ \| `tide\.now\(\)` clock: changes with every request \|/);
});

test('nothing in a source file can become markup, a link or a cell', () => {
  const expression = 'a`b | [go](command:evil) <img src=x>';
  const text = told({
    segments: [{ ...hole, expression }, tide],
    sdk: '[x](http://evil)',
    segmentTokens: [null, 5],
  });
  assert.ok(text.includes('``a`b \\| [go](command:evil) <img src=x>``'));
  assert.ok(text.includes('\\[x\\]\\(http://evil\\)'));
});

test('a prompt of many parts shows the first dozen and says how many more there are', () => {
  const segments = Array.from({ length: 40 }, () => tide);
  const text = told({ segments, segmentTokens: segments.map(() => 5) });
  assert.equal(text.match(/The tide table follows\./g)?.length, 12);
  assert.match(text, /and 28 more parts/);
});
