import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkBudgets, type BudgetOptions } from '../../../src/core/budgets/check.ts';
import { ownersFrom } from '../../../src/core/budgets/owners.ts';
import { tokensOf, usdOf } from '../../../src/core/budgets/quantity.ts';
import type { Budget } from '../../../src/core/configBudgets.ts';
import type { CallBill } from '../../../src/core/prices/bill.ts';
import { usd } from '../../../src/core/prices/usd.ts';
import { call, exact, prompt } from '../../report/harbour.ts';

const sized = (id: string, count: number, most?: number) =>
  prompt({
    id,
    path: id.split('#')[0] ?? '',
    tokens: { ...exact, count, ...(most === undefined ? {} : { most }) },
  });
const bill = (cold: number, month: number | null): CallBill => ({
  cold: usd(cold),
  coldMost: null,
  warm: null,
  output: { tokens: 100, usd: usd(0.001), from: 'limit' },
  month:
    month === null
      ? null
      : {
          usd: usd(month),
          volume: { calls: 100, per: 'day', from: 'configuration' },
          callsPerDay: 100,
          cache: null,
          output: null,
        },
});

const pilot = 'src/pilot.ts#PILOT_PROMPT';
const cook = 'src/crew/cook.ts#galley.system';
const tides = 'tides.py#explain.user:2';
const report = {
  prompts: [sized(pilot, 900), sized(cook, 1200, 2100), { ...sized(tides, 40), cost: null }],
  calls: [
    call({ path: 'src/pilot.ts', prompts: [pilot], bill: bill(0.002, 300) }),
    call({ path: 'src/crew/cook.ts', prompts: [cook], bill: bill(0.004, null) }),
    call({ path: 'tides.py', prompts: [tides], inputTokens: { ...exact, count: 50 } }),
  ],
};

function told(budgets: readonly Budget[], options: BudgetOptions = {}) {
  return checkBudgets(report, budgets, options).results.map(({ subject, status, actual, gap }) => [
    'id' in subject ? subject.id : subject.kind,
    status,
    actual?.amount ?? null,
    ...(gap === null ? [] : [gap]),
  ]);
}

describe('a budget of tokens', () => {
  it('tells every prompt that exceeds it, by its longest text', () => {
    assert.deepEqual(told([{ prompts: '**', maxTokens: 800 }]), [
      [pilot, 'exceeded', 900n],
      [cook, 'exceeded', 2100n],
    ]);
  });

  it('tells the largest where none exceeds', () => {
    assert.deepEqual(told([{ prompts: 'src/**', maxTokens: 2100 }]), [[cook, 'within', 2100n]]);
  });

  it('selects by path, by name, and by both', () => {
    for (const prompts of ['src/*', 'src/*#*', 'src/**#PILOT_*', '**/pilot.ts', '**#PILOT_PROMPT', pilot])
      assert.deepEqual(told([{ prompts, maxTokens: 100 }]), [[pilot, 'exceeded', 900n]], prompts);
    assert.deepEqual(told([{ prompts: '*.py#explain.*', maxTokens: 10 }]), [[tides, 'exceeded', 40n]]);
  });

  it('is told when it holds nothing', () => {
    for (const prompts of ['scr/**', 'src/*#galley*', 'PILOT_PROMPT']) {
      const { results, unmatched } = checkBudgets(report, [{ prompts, maxTokens: 1 }]);
      assert.deepEqual([results, unmatched.length], [[], 1], prompts);
    }
    assert.equal(checkBudgets(report, [{ owner: 'nobody', maxTokens: 1 }]).unmatched.length, 1);
  });

  it('knows an owner with the @ of CODEOWNERS and without', () => {
    const ownersOf = ownersFrom({}, '* @galley');
    for (const owner of ['galley', '@galley'])
      assert.deepEqual(told([{ owner, maxTokens: 2000 }], { ownersOf })[0]?.slice(0, 1), ['owner'], owner);
    assert.equal(checkBudgets(report, [{ owner: 'gal', maxTokens: 1 }], { ownersOf }).unmatched.length, 1);
  });

  it('holds calls, owners and the workspace as a whole', () => {
    const ownersOf = ownersFrom({ 'src/crew/**': 'galley', 'src/**': 'bridge' });
    const budgets: Budget[] = [
      { calls: 'src/pilot.ts', maxTokens: 1000 },
      { calls: '**#galley*', maxTokens: 1000 },
      { owner: 'galley', maxTokens: 2000 },
      { owner: 'bridge', maxTokens: 2000 },
      { workspace: true, maxTokens: 3000 },
    ];
    assert.deepEqual(told(budgets, { ownersOf }), [
      ['call', 'exceeded', 1247n],
      ['call', 'exceeded', 1247n],
      ['owner', 'exceeded', 2100n],
      ['owner', 'within', 900n],
      ['workspace', 'exceeded', 3040n],
    ]);
  });
});

describe('a budget of money', () => {
  it('holds a call with its answer, and a month where a volume is stated', () => {
    assert.deepEqual(told([{ calls: 'src/**', maxUsdPerCall: 0.004 }]), [['call', 'exceeded', usd(0.005)]]);
    assert.deepEqual(told([{ prompts: '**#PILOT*', maxUsdPerMonth: 250 }]), [[pilot, 'exceeded', usd(300)]]);
  });

  it('says once what it cannot check, and fails only if told to', () => {
    const budgets: Budget[] = [{ prompts: '**', maxUsdPerCall: 1 }];
    assert.deepEqual(told(budgets), [
      [pilot, 'within', usd(0.0031)],
      [tides, 'uncheckable', null, 'price'],
    ]);
    const failing = (unpriced: 'pass' | 'fail') =>
      checkBudgets(report, budgets, { unpriced }).results.filter(({ fails }) => fails).length;
    assert.deepEqual([failing('pass'), failing('fail')], [0, 1]);
    assert.deepEqual(told([{ prompts: 'src/crew/**', maxUsdPerMonth: 1 }]), [
      [cook, 'uncheckable', null, 'volume'],
    ]);
  });

  it('is exceeded by what is known of a sum, whatever is not', () => {
    assert.deepEqual(told([{ workspace: true, maxUsdPerMonth: 200 }]), [
      ['workspace', 'exceeded', usd(300), 'price'],
    ]);
    assert.deepEqual(told([{ workspace: true, maxUsdPerMonth: 400 }]), [
      ['workspace', 'uncheckable', usd(300), 'price'],
    ]);
  });
});

describe('an exemption', () => {
  const budget: Budget = { prompts: '**', maxTokens: 800 };
  const because = 'the galley moves in spring';

  it('frees from all limits, or raises its own, until its day is over', () => {
    const free: Budget = { prompts: 'src/crew/**', until: '2027-01-31', because };
    assert.deepEqual(told([budget, free], { today: '2027-01-31' }), [
      [pilot, 'exceeded', 900n],
      [cook, 'exempt', 2100n],
    ]);
    const raised: Budget = { ...free, maxTokens: 2000 };
    assert.deepEqual(told([budget, raised], { today: null }).slice(1), [
      [cook, 'exempt', 2100n],
      [cook, 'exceeded', 2100n],
    ]);
    const { ended, results } = checkBudgets(report, [budget, free], { today: '2027-02-01' });
    assert.deepEqual([ended, results.map(({ status }) => status)], [[free], ['exceeded', 'exceeded']]);
  });

  it('of money frees nothing from a limit on tokens', () => {
    const money: Budget = { prompts: '**', maxUsdPerCall: 1, until: '2027-01-31', because };
    assert.deepEqual(told([budget, money]).slice(0, 2), [
      [pilot, 'exceeded', 900n],
      [cook, 'exceeded', 2100n],
    ]);
  });
});

describe('a budget and a change', () => {
  const before: BudgetOptions['before'] = (subject, measure) => {
    if (!('id' in subject) || subject.id === tides) return null;
    return measure === 'tokens' ? tokensOf(subject.id === pilot ? 900 : 2000) : usdOf(usd(0.003));
  };

  it('fails for what the change adds, and warns of what was there', () => {
    assert.deepEqual(told([{ prompts: '**', maxTokens: 800 }], { before }), [
      [pilot, 'inherited', 900n],
      [cook, 'exceeded', 2100n],
    ]);
  });

  it('limits the increase in per cent, tokens and money, of what was there before', () => {
    const grown = (budget: Budget) => told([budget], { before }).map(([id, status]) => [id, status]);
    const percent = (value: number): Budget => ({ prompts: '**', maxIncrease: { unit: 'percent', value } });
    assert.deepEqual(grown(percent(4.9)), [[cook, 'exceeded']]);
    assert.deepEqual(grown(percent(5)), [[cook, 'within']]);
    assert.deepEqual(grown({ prompts: '**', maxIncrease: { unit: 'tokens', value: 99 } }), [
      [cook, 'exceeded'],
    ]);
    assert.deepEqual(grown({ prompts: 'src/*', maxIncrease: { unit: 'usd', value: 0.00005 } }), [
      [pilot, 'exceeded'],
    ]);
    assert.deepEqual(told([percent(1)]), []);
  });

  it('lets a baseline stand', () => {
    const allowed: BudgetOptions['allowed'] = (_, subject) =>
      'id' in subject && subject.id === pilot ? tokensOf(950) : tokensOf(2099);
    assert.deepEqual(told([{ prompts: '**', maxTokens: 800 }], { allowed }), [
      [pilot, 'inherited', 900n],
      [cook, 'exceeded', 2100n],
    ]);
  });
});
