import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lexicons } from '../../../src/core/compress/lexicons/index.ts';
import { goes, stays } from '../../../src/core/compress/lexicons/phrase.ts';
import { Phrasebook } from '../../../src/core/compress/phrasebook.ts';
import { Vocabulary } from '../../../src/core/compress/vocabulary.ts';
import { phrasesOf } from './expanded.ts';

const family = {
  places: [goes('bake', 'please bake'), goes('', 'a', 'a loaf of'), stays('rye', 'rye bread')],
  value: (written: string, said: string) => `${written} → ${said}`,
};
const book = new Phrasebook([['bake rye', 'the table']], [family]);
const found = (text: string): string[] => book.find(text).map(({ value }) => value);

describe('a family of phrases', () => {
  it('is found in each of its ways, the longest one first', () => {
    assert.deepEqual(found('Bake a loaf of rye bread, please bake a rye, bake rye bread.'), [
      'bake a loaf of rye bread → rye bread',
      'please bake a rye → rye',
      'bake rye bread → rye bread',
    ]);
  });

  it('comes behind the phrases of the table', () => assert.deepEqual(found('bake rye'), ['the table']));

  it('is found only where nothing but blanks parts its words', () => {
    assert.deepEqual(found('please bake, rye'), []);
    assert.deepEqual(found('please bake a\nrye'), []);
    assert.deepEqual(found('please  bake\trye'), ['please bake rye → rye']);
    assert.deepEqual(found('please bake a loaf of'), []);
  });

  it('stands for what is asked for alone', () =>
    assert.deepEqual(
      book.find('bake a rye', undefined, (value) => value === 'the table'),
      [],
    ));
});

for (const lexicon of lexicons)
  it(`finds every ${lexicon.id} phrase as it would be written out`, () => {
    const vocabulary = new Vocabulary(lexicon);
    const first = new Map<string, string>();
    for (const { from, to } of phrasesOf(lexicon)) if (!first.has(from)) first.set(from, to);
    for (const [from, to] of first) {
      const [hit, ...others] = vocabulary.read(from).wordy('aggressive');
      assert.deepEqual([hit?.start, hit?.end, hit?.value.to, others], [0, from.length, to, []], from);
    }
  });
