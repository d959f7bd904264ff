import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CallUse } from '../../src/core/prices/bill.ts';
import { moneyIn } from '../../src/core/prices/money.ts';
import { usd } from '../../src/core/prices/usd.ts';
import { describeMeasured } from '../../src/editor/describeMeasured.ts';
import { sayOfMeasured } from '../../src/editor/measuredSentences.ts';
import type { MeasuredPart, PromptMeasure } from '../../src/ledger/measures.ts';

const now = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const money = moneyIn(null);

const part = (over: Partial<MeasuredPart> = {}): MeasuredPart => ({
  ...{ calls: 312, failed: 0, usd: usd('0.97'), unpriced: 0 },
  ...{ cachedShare: 0.12, told: 312, hits: 94 },
  ...over,
});

function measure(over: Partial<PromptMeasure> = {}): PromptMeasure {
  return {
    prompt: 'src/tides.ts#PILOT',
    week: part(),
    all: part({ calls: 1204, usd: usd('3.8') }),
    weeks: [312, 298, 301, 293],
    ...{ firstAt: now - 27 * 24 * hour, lastAt: now - 5 * 60_000 },
    input: { calls: 1204, mean: 1612.5, median: 1580, p95: 2400 },
    output: { calls: 1204, mean: 190, median: 180, p95: 420 },
    models: [
      { model: 'gpt-4o', calls: 1200 },
      { model: null, calls: 4 },
    ],
    ...over,
  };
}

const nobody: CallUse = { volume: null, output: null, cache: null };
const told = (
  over: Partial<PromptMeasure> = {},
  changedAt: number | null = null,
  use: CallUse | null = nobody,
) =>
  describeMeasured(
    { measure: measure(over), changedAt },
    { money, now, call: use && { use }, isSent: false, dashboard: 'command:dashboard' },
  ).replaceAll('\\', '');

describe('the line above a prompt that was called', () => {
  const line = (over: Partial<PromptMeasure>, changedAt: number | null = null) =>
    sayOfMeasured.lens({ measure: measure(over), changedAt }, money);

  it('says calls, money and cache of the week', () => {
    assert.equal(line({}), '312 calls this week, $0.97, 12 % cached');
    assert.equal(line({ week: part({ calls: 1 }) }), '1 call this week, $0.97, 12 % cached');
    assert.equal(line({ week: part({ cachedShare: null }) }), '312 calls this week, $0.97');
    assert.equal(line({ week: part({ cachedShare: 0.001 }) }), '312 calls this week, $0.97, <1 % cached');
  });

  it('takes an unknown cost for nothing but that', () => {
    assert.equal(
      line({ week: part({ usd: null, unpriced: 312 }) }),
      '312 calls this week, cost unknown, 12 % cached',
    );
    assert.equal(line({ week: part({ unpriced: 2 }) }), '312 calls this week, >$0.97, 12 % cached');
    assert.equal(line({ week: part({ usd: null }) }), '312 calls this week, 12 % cached');
  });

  it('looks back further where this week had no call, and tells of those that all failed', () => {
    const none = part({ calls: 0, usd: null, cachedShare: null });
    assert.equal(line({ week: none }), '1,204 calls in four weeks, $3.80, 12 % cached');
    assert.equal(line({ week: { ...none, failed: 3 } }), '3 calls failed this week');
  });

  it('says that the text has changed since, where no call was made with it as it stands', () => {
    assert.match(line({}, now), /12 % cached, measured before this text changed$/);
    assert.doesNotMatch(line({}, now - 24 * hour), /changed/);
  });
});

describe('the hover over a prompt that was called', () => {
  it('tells calls, money, cache, lengths, models and age', () => {
    assert.equal(
      told({}, null, { ...nobody, volume: { from: 'comment', calls: 5, per: 'day' } }),
      '**Measured**: 312 calls in the last seven days, $0.97, 12 % cached; 1,204 in four weeks, $3.80, 12 % cached.' +
        '\n\nInput: 1,580 tokens at the median, 2,400 at the 95th percentile. ' +
        'Output: 180 tokens at the median, 420 at the 95th percentile. ' +
        '30 % of the calls read from the provider’s cache. By gpt-4o (1,200), a model that is not named (4). ' +
        'The last call was made 5 minutes ago, the first of these on 2026-10-26. [Show the dashboard…](command:dashboard)',
    );
  });

  it('says what is missing, what failed, and when the text changed', () => {
    const text = told({ all: part({ unpriced: 3, failed: 1 }) }, now - 50 * hour);
    assert.match(text, /The cost of 3 calls is not known, and not in the sum\. 1 more call failed\./);
    assert.match(text, /The text changed 2 days ago: calls before that were made with another one\./);
    assert.match(told({}, now), /The text has changed since: no call was made with it as it stands\./);
  });

  it('says why no month is reckoned', () => {
    assert.match(told({ weeks: [12] }), /Too few to reckon a month from: that takes 30 calls, and a week/);
    assert.match(told({ weeks: [] }), /Too few/);
    assert.match(told({}), /Several calls of the source send this prompt\./);
    assert.match(told({}, null, null), /No call of the source that sends this prompt was seen/);
    const elsewhere = { money, now, call: null, isSent: true, dashboard: 'command:dashboard' };
    assert.match(
      describeMeasured({ measure: measure(), changedAt: null }, elsewhere),
      /The call that sends it stands in another file;/,
    );
  });

  it('shows names of models as they are, whatever they hold', () => {
    const models = [{ model: '[click](command:evil)\n# **x**', calls: 2 }];
    const text = describeMeasured(
      { measure: measure({ models }), changedAt: null },
      { money, now, call: null, isSent: false, dashboard: 'command:dashboard' },
    );
    assert.ok(text.includes('\\[click\\]\\(command:evil\\) \\# \\*\\*x\\*\\*'), text);
  });
});
