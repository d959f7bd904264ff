import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keptBy } from '../../../src/core/compress/keep.ts';
import { compress } from '../../../src/core/compress/compress.ts';
import { count, vocabularies } from './counting.ts';

const text = 'In order to moor, call Quay  North.\nIn order to leave, call Quay  South or Quay  West.';

describe('what a pattern keeps', () => {
  const cases: readonly (readonly [pattern: string, kept: readonly string[]])[] = [
    ['Quay  North', ['Quay  North']],
    ['Quay  *t', ['Quay  Nort', 'Quay  Sout', 'Quay  West']],
    ['call *.', ['call Quay  North.', 'call Quay  South or Quay  West.']],
    ['Quay  *', ['Quay  North.', 'Quay  South', 'Quay  West.']],
    ['*th', ['North', 'South']],
    ['Pier', []],
    ['*', []],
  ];
  for (const [pattern, kept] of cases)
    it(`${pattern} → ${kept.length}`, () =>
      assert.deepEqual(
        keptBy(pattern, text).map(({ start, end }) => text.slice(start, end)),
        kept,
      ));

  it('is found in bounded time, however often its parts begin and never end', () => {
    const steps = keptBy(`${'a*'.repeat(60)}b`, 'a'.repeat(200_000));
    assert.deepEqual(steps, []);
  });

  it('stays byte for byte', () => {
    const options = {
      level: 'aggressive',
      count,
      isWhole: true,
      patterns: ['In order to moor', 'Quay  *'],
    } as const;
    const { text: after } = compress(text, options, vocabularies);
    assert.equal(after, 'In order to moor, call Quay  North.\nTo leave, call Quay  South or Quay  West.');
  });
});
