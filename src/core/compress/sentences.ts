import type { Proposal } from './edited.ts';
import { sentencesOf } from './layout.ts';
import type { Lexicon } from './lexicons/lexicon.ts';
import type { View } from './view.ts';
import type { Constraint } from './vocabulary.ts';
import type { Word } from './wording.ts';

/** A sentence of prose in a language that we know; offsets are those of its own beginning. */
export interface Sentence {
  readonly said: string;
  readonly words: readonly Word[];
  /** What stands before it on its line, and what follows. */
  readonly lead: string;
  readonly rest: string;
  readonly constraints: readonly Constraint[];
  readonly lexicon: Lexicon;
}

/**
 * What a pass proposes sentence by sentence, in offsets of the sentence, as proposals for the text. What touches something
 * protected or a word that constrains is none.
 */
export function bySentence(view: View, propose: (sentence: Sentence) => readonly Proposal[]): Proposal[] {
  return view.lines.flatMap((line) => {
    const vocabulary = line.kind === 'text' ? view.vocabularyOf(line) : null;
    if (vocabulary === null) return [];
    return sentencesOf(view.text, line).flatMap(({ start: offset, end: last }) => {
      const said = view.text.slice(offset, last);
      const constraints = vocabulary.constraints(said);
      const { lexicon } = vocabulary;
      const fixed = [...constraints, ...vocabulary.neutral(said)];
      const [lead, rest] = [view.text.slice(line.start, offset), view.text.slice(last, line.end)];
      return propose({ said, words: vocabulary.words(said), lead, rest, constraints, lexicon })
        .filter((one) => !fixed.some((other) => other.start < one.end && one.start < other.end))
        .map(({ start, end, text }) => ({ start: offset + start, end: offset + end, text }))
        .filter((one) => !view.protected.touches(one.start, one.end));
    });
  });
}

/** Whether two words have nothing but a blank between them, and so do all words between. */
export function isPlain(said: string, from: Word | undefined, to: Word | undefined): boolean {
  return from !== undefined && to !== undefined && /^[\p{L}'’ -]+$/u.test(said.slice(from.start, to.end));
}
