import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnsOf } from '../../src/webview/columns.ts';
import { arranged, turned } from '../../src/webview/order.ts';
import { row } from './rows.ts';

const rows = [
  row('gpt-4o', { tokens: 120, cold: 0.3, cached: 0.15 }),
  row('harbour-llm', { tokens: 90 }),
  row('claude-haiku-4-5', { tokens: 141, cold: 0.14, cached: 0.014 }),
];
const columns = columnsOf(rows);
const names = (by: Parameters<typeof turned>[1], up: boolean, typed = ''): string[] =>
  arranged(rows, columns, { by, up }, typed).map(({ id }) => id);

test('a column sorts both ways, and what is unknown stands last in both', () => {
  assert.deepEqual(names('cold', true), ['claude-haiku-4-5', 'gpt-4o', 'harbour-llm']);
  assert.deepEqual(names('cold', false), ['gpt-4o', 'claude-haiku-4-5', 'harbour-llm']);
  assert.deepEqual(names('tokens', true), ['harbour-llm', 'gpt-4o', 'claude-haiku-4-5']);
  assert.deepEqual(names('model', true), ['claude-haiku-4-5', 'gpt-4o', 'harbour-llm']);
});

test('the same column again turns the order round, another begins upwards', () => {
  assert.deepEqual(turned({ by: 'cold', up: true }, 'cold'), { by: 'cold', up: false });
  assert.deepEqual(turned({ by: 'cold', up: false }, 'tokens'), { by: 'tokens', up: true });
});

test('every word that is typed has to be in the name or its provider, in any case', () => {
  assert.deepEqual(names('cold', true, 'HAIKU claude'), ['claude-haiku-4-5']);
  assert.deepEqual(names('cold', true, '  '), names('cold', true));
  assert.deepEqual(names('cold', true, 'haiku gpt'), []);
});

test('the model that gets the prompt stands first, whatever is sorted and typed', () => {
  const marked = rows.map((one) => (one.id === 'gpt-4o' ? { ...one, current: 'assumed' } : one));
  const first = arranged(marked, columns, { by: 'cold', up: true }, 'haiku').map(({ id }) => id);
  assert.deepEqual(first, ['gpt-4o', 'claude-haiku-4-5']);
});

test('a column without a single number is left out', () => {
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['model', 'tokens', 'cold', 'cached'],
  );
});
