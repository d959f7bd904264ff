import { contains, type Range } from '../../text.ts';
import { holeMark } from '../draft.ts';
import { sentencesOf, type Line } from '../layout.ts';
import { ordersOf } from '../orders.ts';
import type { View } from '../view.ts';
import type { ScoredWord } from './words.ts';

/** What goes or stays whole: a word as a reader sees it, or a punctuation mark. */
export interface Unit extends Range {
  /** The mean over the words that the model sees in it. */
  readonly probability: number;
  readonly isWord: boolean;
  /** `loose`: goes when the model says so. `mark`: goes only with all that it belongs to. `firm`: stays. */
  readonly hold: 'loose' | 'mark' | 'firm';
}

/** A sentence that may lose words. */
export interface Sentence {
  readonly line: Line;
  readonly units: readonly Unit[];
}

/**
 * What of a text may go at all. Only sentences of prose are taken apart, and only in a language whose constraints are known:
 * what is protected stays, and so does what constrains or orders, what the model has no token for, and every mark but the comma.
 * @param words in order. @param keepsOrders whether a sentence that asks for something stays whole, and not only the words that do.
 */
export function sentencesToThin(view: View, words: readonly ScoredWord[], keepsOrders: boolean): Sentence[] {
  const sentences: Sentence[] = [];
  const scored = new InOrder(words);
  const orders = new Map(ordersOf(view).map((order) => [order.start, order]));
  for (const line of view.lines) {
    const vocabulary = line.kind === 'text' ? view.vocabularyOf(line) : null;
    if (vocabulary === null) continue;
    for (const range of sentencesOf(view.text, line)) {
      const said = view.text.slice(range.start, range.end);
      const order = orders.get(range.start);
      if (keepsOrders && order !== undefined) continue;
      const constraints = vocabulary.constraints(said).map(({ start, end }) => ({
        start: range.start + start,
        end: range.start + end,
      }));
      const fixed = [...constraints, ...(order?.heads ?? [])];
      sentences.push({ line, units: unitsOf(view, range, fixed, scored) });
    }
  }
  return sentences;
}

/** Letters and digits, with apostrophes and hyphens inside, and a French elision with what it leans on; or a single mark. */
const form = /[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*|[^\s]/gu;

function unitsOf(view: View, sentence: Range, fixed: readonly Range[], scored: InOrder): Unit[] {
  const { text } = view;
  return Array.from(text.slice(sentence.start, sentence.end).matchAll(form), ({ 0: said, index }) => {
    const start = sentence.start + index;
    const range = { start, end: start + said.length };
    const isWord = /[\p{L}\p{N}]/u.test(said);
    const seen = scored.overlapping(range);
    const isFirm =
      view.protected.touches(range.start, range.end) ||
      fixed.some((one) => one.start < range.end && range.start < one.end) ||
      (isWord && (seen.length === 0 || seen.some(({ unknown }) => unknown) || leansOnProtected(view, range)));
    const probability = seen.reduce((sum, word) => sum + word.probability, 0) / (seen.length || 1);
    return { ...range, probability, isWord, hold: isFirm ? 'firm' : looseness(said, isWord) };
  });
}

function looseness(said: string, isWord: boolean): 'loose' | 'mark' {
  return isWord || said === ',' ? 'loose' : 'mark';
}

/** The plural of a placeholder, or what else follows one without a blank, is part of what it says. */
function leansOnProtected({ text, protected: spans }: View, { start, end }: Range): boolean {
  const touches = (at: number): boolean =>
    text[at] === holeMark || (/[^\s,.;:!?]/u.test(text[at] ?? ' ') && spans.touches(at, at + 1));
  return touches(start - 1) || touches(end);
}

/** Scored words, asked for stretch by stretch from the beginning of the text to its end. */
class InOrder {
  readonly #words: readonly ScoredWord[];
  #next = 0;

  constructor(words: readonly ScoredWord[]) {
    this.#words = words;
  }

  overlapping(range: Range): ScoredWord[] {
    while ((this.#words[this.#next]?.end ?? Infinity) <= range.start) this.#next++;
    const found: ScoredWord[] = [];
    for (let i = this.#next; i < this.#words.length; i++) {
      const word = this.#words[i];
      if (word === undefined || word.start >= range.end) break;
      // the mark of a blank in front of a punctuation mark has no place in the text
      if (word.end > range.start && (word.end > word.start || contains(range, word))) found.push(word);
    }
    return found;
  }
}
