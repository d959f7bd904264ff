import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkBudgets } from '../../src/core/budgets.ts';
import { exact, prompt } from '../report/harbour.ts';

const sized = (id: string, count: number, most?: number) =>
  prompt({ id, tokens: { ...exact, count, ...(most === undefined ? {} : { most }) } });

const prompts = [
  sized('src/pilot.ts#PILOT_PROMPT', 900),
  sized('src/crew/cook.ts#galley.system', 1200, 2100),
  sized('tides.py#explain.user:2', 40),
];

function outcome(glob: string, maxTokens: number) {
  const { results, unmatched } = checkBudgets({ prompts }, [{ prompts: glob, maxTokens }]);
  return {
    told: results.map(({ prompt: id, actual, exceeded }) => [id, actual, exceeded]),
    unmatched: unmatched.length,
  };
}

describe('budgets', () => {
  it('tell every prompt that exceeds them, by its longest text', () => {
    assert.deepEqual(outcome('**', 800).told, [
      ['src/pilot.ts#PILOT_PROMPT', 900, true],
      ['src/crew/cook.ts#galley.system', 2100, true],
    ]);
    assert.deepEqual(outcome('src/crew/**', 2000).told, [['src/crew/cook.ts#galley.system', 2100, true]]);
  });

  it('tell the largest where none exceeds', () => {
    assert.deepEqual(outcome('src/**', 2100).told, [['src/crew/cook.ts#galley.system', 2100, false]]);
  });

  it('select by path, by name, and by both', () => {
    for (const glob of [
      'src/*',
      'src/*#*',
      'src/**#PILOT_*',
      '**/pilot.ts',
      '**#PILOT_PROMPT',
      'src/pilot.ts#PILOT_PROMPT',
    ])
      assert.deepEqual(outcome(glob, 100).told, [['src/pilot.ts#PILOT_PROMPT', 900, true]], glob);
    assert.deepEqual(outcome('*.py#explain.*', 10).told, [['tides.py#explain.user:2', 40, true]]);
  });

  it('name those that hold nothing', () => {
    for (const glob of ['scr/**', 'src/*#galley*', 'PILOT_PROMPT'])
      assert.deepEqual(outcome(glob, 1), { told: [], unmatched: 1 }, glob);
  });
});
