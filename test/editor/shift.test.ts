import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../src/core/text.ts';
import { shiftPrompts, shiftRange } from '../../src/editor/shift.ts';
import { prompt } from './prompt.ts';

const text = 'const bell = "Ring the bell when fog comes in."; // harbour';
const range = { start: 13, end: 47 };

const cases = [
  {
    name: 'text put in before moves it',
    edit: { range: { start: 0, end: 0 }, text: 'export ' },
    expected: '"Ring the bell when fog comes in."',
  },
  {
    name: 'text put in inside becomes part of it',
    edit: { range: { start: 23, end: 23 }, text: 'brass ' },
    expected: '"Ring the brass bell when fog comes in."',
  },
  {
    name: 'text put in at its start stays outside',
    edit: { range: { start: 13, end: 13 }, text: '/* fog */ ' },
    expected: '"Ring the bell when fog comes in."',
  },
  {
    name: 'text put in at its end stays outside',
    edit: { range: { start: 47, end: 47 }, text: '.trim()' },
    expected: '"Ring the bell when fog comes in."',
  },
  {
    name: 'text taken out of it shortens it',
    edit: { range: { start: 18, end: 27 }, text: '' },
    expected: '"Ring when fog comes in."',
  },
  {
    name: 'an edit across its start leaves the rest',
    edit: { range: { start: 6, end: 19 }, text: 'x' },
    expected: 'the bell when fog comes in."',
  },
  {
    name: 'an edit across its end leaves the rest',
    edit: { range: { start: 27, end: 50 }, text: '' },
    expected: '"Ring the bell',
  },
  {
    name: 'an edit behind it changes nothing',
    edit: { range: { start: 50, end: 58 }, text: 'quay' },
    expected: '"Ring the bell when fog comes in."',
  },
];

for (const { name, edit, expected } of cases)
  test(name, () => {
    const { start, end } = shiftRange(range, edit);
    assert.equal(applyEdits(text, [edit]).slice(start, end), expected);
  });

test('a prompt that is deleted whole is dropped, one that is touched keeps its numbers', () => {
  const bell = prompt({ range });
  assert.deepEqual(shiftPrompts([bell], { range: { start: 10, end: 50 }, text: '' }), []);
  const [touched] = shiftPrompts([bell], { range: { start: 20, end: 24 }, text: '' });
  assert.deepEqual(touched?.tokens, bell.tokens);
  assert.deepEqual(touched?.range, { start: 13, end: 43 });
});

test('segments that stand in another file are not moved', () => {
  const elsewhere = {
    kind: 'text',
    text: 'Fog',
    path: 'fog.ts',
    range: { start: 3, end: 6 },
    map: [],
  } as const;
  const [moved] = shiftPrompts([prompt({ range, segments: [elsewhere] })], {
    range: { start: 0, end: 0 },
    text: '\n\n',
  });
  assert.deepEqual(moved?.segments, [elsewhere]);
});
