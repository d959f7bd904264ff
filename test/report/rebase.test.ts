import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { rebaseReport } from '../../src/report/rebase.ts';
import { call, hole, prompt, report, text } from './harbour.ts';

describe('a report told from another folder', () => {
  it('has every path and id moved', () => {
    const arms = [[text({ path: 'src/rules.ts' })], []];
    const segments = [text(), hole({ path: 'src/rules.ts', arms })];
    const moved = rebaseReport(
      report({
        prompts: [prompt({ segments })],
        calls: [
          call({
            prompts: ['src/pilot.ts#PILOT_PROMPT', 'src/rules.ts#RULES'],
            breaksAt: hole({ path: 'src/rules.ts' }),
          }),
        ],
        unread: [{ path: 'src/chart.ts', why: 'binary' }],
      }),
      (path) => path.replace('src/', '../'),
    );
    assert.deepEqual(moved.prompts[0]?.id, '../pilot.ts#PILOT_PROMPT');
    assert.deepEqual(moved.calls[0]?.prompts, ['../pilot.ts#PILOT_PROMPT', '../rules.ts#RULES']);
    assert.deepEqual(Object.keys(moved.lines), ['../pilot.ts', '../rules.ts']);
    assert.doesNotMatch(inspect(moved, { depth: null }), /'src\//);
  });
});
