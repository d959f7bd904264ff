import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Compression } from '../../src/core/compress/engine.ts';
import { moneyIn } from '../../src/core/prices/money.ts';
import { notesOf, savedWords } from '../../src/report/compression.ts';
import { calibrated, prompt } from './harbour.ts';

const nothing: Compression = {
  text: '',
  edits: [],
  tokens: { before: 40, after: 40 },
  refused: [],
  rules: { ordered: true, words: 'declared', orders: 'free' },
  protected: {},
  languages: ['en'],
};

function notes(refused: Compression['refused']): string[] {
  return notesOf({ compression: { ...nothing, refused }, pointers: [], refused: null, model: null });
}

describe('the notes of a compression', () => {
  it('tell a paragraph that stays as it is once, however much it would lose', () => {
    const [quay, berth] = [
      { start: 0, end: 80 },
      { start: 81, end: 120 },
    ];
    assert.deepEqual(
      notes([
        { kind: 'negation', what: 'never', paragraph: quay },
        { kind: 'word', what: 'crane', paragraph: quay },
        { kind: 'number', what: '12 (added)', paragraph: berth },
        { kind: 'word', what: 'rope', paragraph: quay },
      ]),
      [
        'A paragraph stays as it is, because the negation "never" would be lost, and 2 more.',
        'A paragraph stays as it is, because a number "12" would come in.',
      ],
    );
  });
});

describe('what a compression saves', () => {
  const shorter = { ...nothing, tokens: { before: 1240, after: 620 } };
  const saved = (overrides: Parameters<typeof prompt>[0]): string[] =>
    savedWords(
      { compression: shorter, pointers: [], refused: null, model: null, prompt: prompt(overrides) },
      moneyIn(null),
    );

  it('is money as sure as the count it is made of, of the model that was assumed', () => {
    assert.deepEqual(saved({}), ['$0.0016 less per call']);
    assert.deepEqual(saved({ tokens: { ...calibrated, count: 1240 } }), ['≈$0.0016 less per call']);
    assert.deepEqual(saved({ model: { id: 'gpt-4o', via: 'config' } }), [
      '$0.0016 less per call of gpt-4o (assumed)',
    ]);
  });

  it('is no money where no price is known', () => {
    assert.deepEqual(saved({ cost: null }), []);
  });
});
