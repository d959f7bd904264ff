import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkBudgets } from '../../../src/core/budgets/check.ts';
import { proposeBudgets } from '../../../src/core/budgets/propose.ts';
import { readConfig } from '../../../src/core/config.ts';
import type { CallBill } from '../../../src/core/prices/bill.ts';
import { usd } from '../../../src/core/prices/usd.ts';
import { ruleSettings } from '../../../src/core/rules/settings.ts';
import { call, exact, prompt } from '../../report/harbour.ts';

const sized = (path: string, count: number) =>
  prompt({ id: `${path}#SIGN`, path, tokens: { ...exact, count } });
const costing = (dollars: string): CallBill => ({
  cold: usd(dollars),
  coldMost: null,
  warm: null,
  output: null,
  month: null,
});

describe('a proposal of budgets', () => {
  it('leaves a quarter above the largest of each folder, rounded up to two digits', () => {
    const prompts = [sized('src/pilot.ts', 1240), sized('src/tug.ts', 300), sized('docs/tide.md', 27)];
    assert.deepEqual(proposeBudgets({ prompts, calls: [] }), [
      { prompts: 'docs/**', maxTokens: 130, because: 'the largest had 27 tokens at set-up' },
      { prompts: 'src/**', maxTokens: 1600, because: 'the largest had 1,240 tokens at set-up' },
    ]);
  });

  it('says nothing of a folder that an outer one holds closer', () => {
    const prompts = [sized('AGENTS.md', 100), sized('src/pilot.ts', 1240), sized('src/crew/cook.ts', 90)];
    assert.deepEqual(
      proposeBudgets({ prompts, calls: [] }).map((budget) => Object.values(budget).slice(0, 2)),
      [
        ['**', 1600],
        ['src/crew/**', 190],
      ],
    );
  });

  it('takes many folders together, and spells their names literally', () => {
    const prompts = Array.from({ length: 9 }, (_, i) => sized(`app/[berth]/${i}/ask.ts`, 500));
    assert.deepEqual(proposeBudgets({ prompts, calls: [] }), [
      { prompts: 'app/\\[berth\\]/**', maxTokens: 630, because: 'the largest had 500 tokens at set-up' },
    ]);
  });

  it('holds calls to a quarter above the dearest whose price is known', () => {
    const calls = [
      call({ bill: costing('0.0017') }),
      call({ bill: costing('0.0000101') }),
      call({ bill: null }),
    ];
    assert.deepEqual(proposeBudgets({ prompts: [], calls }), [
      { calls: '**', maxUsdPerCall: '$0.0022', because: 'the dearest cost $0.0017 at set-up' },
    ]);
    assert.deepEqual(proposeBudgets({ prompts: [], calls: [call({ bill: null })] }), []);
  });

  it('leaves a short call room for 100 tokens more at its price', () => {
    const { cost } = prompt();
    assert.ok(cost !== null);
    const short = call({
      inputTokens: { count: 50, certainty: 'exact', band: 0, encoding: 'o200k_base' },
      cost: { ...cost, usdPerCall: usd('0.0001') },
      bill: costing('0.0001'),
    });
    assert.deepEqual(proposeBudgets({ prompts: [], calls: [short] }), [
      { calls: '**', maxUsdPerCall: '$0.0003', because: 'the dearest cost $0.0001 at set-up' },
    ]);
  });

  it('is a configuration that holds today', () => {
    const report = {
      prompts: [sized('a.ts', 1), sized('b/c.ts', 99_999), sized('{d}/e.ts', 4000)],
      calls: [call({ path: 'a.ts', bill: costing('12.3456') })],
    };
    const place = { file: 'promptmeter.config.json', line: () => 1 };
    const read = readConfig({ budgets: proposeBudgets(report) }, place, ruleSettings);
    assert.ok(read.kind === 'config');
    const { results, unmatched } = checkBudgets(report, read.config.budgets);
    assert.deepEqual(unmatched, []);
    assert.deepEqual(new Set(results.map(({ status }) => status)), new Set(['within']));
  });
});
