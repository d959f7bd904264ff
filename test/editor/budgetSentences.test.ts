import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standings } from '../../src/core/budgets/check.ts';
import type { Budget } from '../../src/core/configBudgets.ts';
import { moneyIn } from '../../src/core/prices/money.ts';
import type { MeteredPrompt } from '../../src/core/report.ts';
import { sayOfBudgets } from '../../src/editor/budgetSentences.ts';
import { knownFrom } from '../../src/editor/known.ts';
import { numbersOf } from '../../src/editor/numbers.ts';
import type { Standing } from '../../src/host/gate/standings.ts';
import { prompt } from './prompt.ts';

const money = moneyIn(null);
const bell = (count: number): MeteredPrompt => prompt({ tokens: { ...prompt().tokens, count } });

function heldTo(of: MeteredPrompt, ...budgets: Budget[]): Standing[] {
  return standings({ prompts: [of], calls: [] }, budgets).map((result) => ({
    result,
    prompts: [of.id],
    stated: { path: 'promptmeter.config.json', line: 4 },
  }));
}

/** What a line above the prompt begins with, when its standings are those of an older text. */
const line = (now: MeteredPrompt, budgets: readonly Standing[]): string[] =>
  numbersOf(now, {
    known: { ...knownFrom(null, now.path), prompts: [now], budgets },
  });

test('a line above a prompt says what it may be, and by how much it is over', () => {
  const budget = { prompts: '**', maxTokens: 2000 };
  const within = heldTo(bell(1240), budget);
  assert.deepEqual(line(bell(1240), within), ['1,240 of 2,000 tokens', '$0.0031/call']);
  // typed since, and not checked yet
  assert.deepEqual(line(bell(2210), within)[0], '2,210 of 2,000 tokens, 210 over');
  assert.deepEqual(line(bell(2210), heldTo(bell(2210), budget))[0], '2,210 of 2,000 tokens, 210 over');
  assert.deepEqual(line(bell(1240), [])[0], '1,240 tokens');
});

test('of several budgets the lowest counts', () => {
  const all = heldTo(
    bell(1240),
    { prompts: '**', maxTokens: 2000 },
    { prompts: 'harbour.ts#*', maxTokens: 1300 },
  );
  assert.equal(line(bell(1240), all)[0], '1,240 of 1,300 tokens');
});

test('money has its budget as well', () => {
  const all = heldTo(bell(1240), { prompts: '**', maxUsdPerCall: 0.003 });
  assert.deepEqual(line(bell(1240), all), ['1,240 tokens', '$0.0031 of $0.003/call, $0.0001 over']);
});

test('an exemption is told with its end, and its own limit counts', () => {
  const exempting = { prompts: '**', until: '2027-01-31', because: 'the old quay' };
  const freed = heldTo(bell(2210), { prompts: '**', maxTokens: 2000 }, exempting);
  assert.equal(line(bell(2210), freed)[0], '2,210 of 2,000 tokens, 210 over, exempt until 2027-01-31');
  const higher = heldTo(bell(2210), { prompts: '**', maxTokens: 2000 }, { ...exempting, maxTokens: 3000 });
  assert.equal(line(bell(2210), higher)[0], '2,210 of 3,000 tokens');
});

test('a hover tells why a budget is there', () => {
  const [own] = heldTo(bell(1240), { prompts: '**', maxTokens: 2000, because: 'captains wait' });
  assert.ok(own);
  assert.equal(
    sayOfBudgets.of(own, (glob) => glob),
    'Budget of **',
  );
  assert.equal(sayOfBudgets.standing(own, money), '1,240 of 2,000 tokens: captains wait.');
  const [unpriced] = heldTo(prompt({ cost: null }), { prompts: '**', maxUsdPerCall: 0.01 });
  assert.ok(unpriced);
  assert.equal(sayOfBudgets.standing(unpriced, money), 'cannot be checked: no price of its model is known.');
});
