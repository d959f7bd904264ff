import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from '../../src/webview/columns.ts';
import { comparisonMarkdown } from '../../src/webview/comparisonMarkdown.ts';
import { row } from './rows.ts';

test('the table is copied with its columns, its marks, its notes and where the prices come from', () => {
  const rows = [
    row('gpt-4o', { tokens: 120, cold: 0.3 }, { current: 'gets this prompt' }),
    row('harbour-llm', { tokens: 90 }),
  ];
  const comparison = { kind: 'comparison', title: 'berth', notes: ['Input only.'], rows } as const;
  assert.equal(
    comparisonMarkdown(comparison, columnsOf(rows), rows),
    [
      '## berth',
      '',
      '| Model | Tokens | 1,000 calls |',
      '| :-- | --: | --: |',
      '| gpt-4o (gets this prompt) | 120 | 0.3 |',
      '| harbour-llm | 90 | – |',
      '',
      'Input only.',
      'Prices: the price list, 2026-09-23.',
      '',
    ].join('\n'),
  );
});

test('a name from a stranger’s source cannot become markup or a cell', () => {
  const rows = [row('a|b<img src=x>[c](d)', { tokens: 1 })];
  const comparison = { kind: 'comparison', title: '# *x*', notes: [], rows } as const;
  const text = comparisonMarkdown(comparison, columnsOf(rows), rows);
  assert.ok(text.startsWith('## \\# \\*x\\*\n'));
  assert.ok(text.includes('| a\\|b\\<img src=x\\>\\[c\\](d) | 1 |'));
});
