import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Compression } from '../../src/core/compress/engine.ts';
import { notesOf } from '../../src/report/compression.ts';

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
