import type { Proposal } from './edited.ts';
import { sentencesOf, type Line } from './layout.ts';
import type { Lexicon } from './lexicons/lexicon.ts';
import type { View } from './view.ts';
import type { Reading } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './wording.ts';

/** A sentence of prose in a language that we know; offsets are those of its own beginning. */
export interface Sentence {
  readonly said: string;
  /** Where it begins in the text. */
  readonly offset: number;
  readonly line: Line;
  readonly reading: Reading;
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
}

/** All sentences of a text, in order. */
export function readSentences(
  text: string,
  lines: readonly Line[],
  vocabularyOf: (line: Line) => Vocabulary | null,
): Sentence[] {
  const sentences: Sentence[] = [];
  for (const line of lines) {
    const vocabulary = line.kind === 'text' ? vocabularyOf(line) : null;
    if (vocabulary === null) continue;
    for (const { start, end } of sentencesOf(text, line)) {
      const said = text.slice(start, end);
      sentences.push({
        said,
        offset: start,
        line,
        reading: vocabulary.read(said),
        lexicon: vocabulary.lexicon,
        vocabulary,
      });
    }
  }
  return sentences;
}

/**
 * What a pass proposes at some words of sentences, in offsets of the sentence, as proposals for the text. What touches
 * something protected or a word that constrains is none.
 * @param at the words of a language at which it may have something to propose.
 * @param propose asked once for each place where one of them stands, as an index of the sentence's words.
 */
export function atWords(
  view: View,
  at: (lexicon: Lexicon) => readonly string[],
  propose: (sentence: Sentence, i: number) => Proposal | null,
): Proposal[] {
  return bySentence(view, (sentence) => {
    const places = at(sentence.lexicon);
    const proposals: Proposal[] = [];
    if (places.length === 0) return proposals;
    for (const i of sentence.reading.placesOf(places)) {
      const proposal = propose(sentence, i);
      if (proposal !== null) proposals.push(proposal);
    }
    return proposals;
  });
}

/** The same, sentence by sentence. */
export function bySentence(view: View, propose: (sentence: Sentence) => readonly Proposal[]): Proposal[] {
  const proposals: Proposal[] = [];
  for (const sentence of view.sentences) {
    const { offset } = sentence;
    for (const { start, end, text } of propose(sentence)) {
      if (sentence.reading.fixed.some((other) => other.start < end && start < other.end)) continue;
      if (view.protected.touches(offset + start, offset + end)) continue;
      proposals.push({ start: offset + start, end: offset + end, text });
    }
  }
  return proposals;
}

/** Whether two words have nothing but a blank between them, and so do all words between. */
export function isPlain(said: string, from: Word | undefined, to: Word | undefined): boolean {
  return from !== undefined && to !== undefined && /^[\p{L}'’ -]+$/u.test(said.slice(from.start, to.end));
}
