import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  allowedBy,
  baselineOf,
  noBaseline,
  readBaseline,
  writeBaseline,
} from '../../../src/core/changes/baseline.ts';
import { tokensOf, usdOf } from '../../../src/core/budgets/quantity.ts';
import { usd } from '../../../src/core/prices/usd.ts';
import { call, overBudget } from '../../report/harbour.ts';

const money = overBudget({
  budget: { calls: 'src/**', maxUsdPerCall: 0.001 },
  scope: 'src/**',
  subject: { kind: 'call', index: 0 },
  limit: { kind: 'maximum', measure: 'usdPerCall', quantity: usdOf(usd(0.001)) },
  most: usdOf(usd(0.001)),
  actual: usdOf(usd('0.0012345678901234567890')),
});
const calls = [call()];

describe('a baseline', () => {
  it('allows exactly what was over when it was written, also after it was read again', () => {
    const written = writeBaseline(baselineOf([overBudget(), money], [], calls));
    const read = readBaseline(written);
    assert.ok(typeof read !== 'string', String(read));
    const allowed = allowedBy(read, calls);
    assert.deepEqual(
      allowed({ prompts: 'src/**', maxTokens: 1000 }, overBudget().subject, 'tokens'),
      tokensOf(1240),
    );
    assert.deepEqual(allowed(money.budget, money.subject, 'usdPerCall'), money.actual);
    assert.equal(allowed({ prompts: 'src/**', maxTokens: 1000 }, overBudget().subject, 'usdPerCall'), null);
    assert.equal(allowed({ prompts: 'lib/**', maxTokens: 1000 }, overBudget().subject, 'tokens'), null);
    assert.equal(writeBaseline(read), written);
  });

  it('allows each of several calls of a file that cannot be told apart', () => {
    const alike = [call({ prompts: [] }), call({ prompts: [] })];
    const dear = usdOf(usd('0.005'));
    for (const amounts of [
      [dear, money.actual],
      [money.actual, dear],
    ] as const) {
      const results = amounts.map((actual, index) => ({
        ...money,
        actual,
        subject: { kind: 'call', index } as const,
      }));
      const allowed = allowedBy(baselineOf(results, [], alike), alike);
      for (const { subject } of results) assert.deepEqual(allowed(money.budget, subject, 'usdPerCall'), dear);
    }
  });

  it('holds nothing of what is within its budget, or limits an increase', () => {
    const increase = overBudget({
      limit: { kind: 'increase', measure: 'tokens', stated: { unit: 'percent', value: 1 } },
    });
    const results = [overBudget({ status: 'within' }), overBudget({ status: 'exempt' }), increase];
    assert.deepEqual(baselineOf(results, [], calls), noBaseline);
  });

  it('is refused with the reason when it is none', () => {
    const refusals: Readonly<Record<string, RegExp>> = {
      '{': /^it is not JSON/,
      '[]': /"schemaVersion" is not 1/,
      '{"schemaVersion":1,"budgets":{"a":-1},"findings":[]}': /"budgets" holds what is no amount/,
      '{"schemaVersion":1,"budgets":{"a":"1e99"},"findings":[]}': /"budgets" holds what is no amount/,
      '{"schemaVersion":1,"budgets":{},"findings":[1]}': /"findings" is no list of texts/,
    };
    for (const [text, why] of Object.entries(refusals)) assert.match(String(readBaseline(text)), why, text);
  });
});
