import { lexicons } from './lexicons/index.ts';
import type { Lexicon } from './lexicons/lexicon.ts';
import { Remembered } from '../tokens/remembered.ts';

/** Word → the languages in which it is one of the small ones, as indexes of the lexicons. */
const commonIn: ReadonlyMap<string, readonly number[]> = byWord();

function byWord(): Map<string, number[]> {
  const known = new Map<string, number[]>();
  for (const [i, { common }] of lexicons.entries())
    for (const word of common) {
      const others = known.get(word);
      if (others === undefined) known.set(word, [i]);
      else others.push(i);
    }
  return known;
}

/** Text beyond this does not change what language it is in. Characters. */
const enoughToTell = 20_000;

/** How many words a text has, and how many of them are small words of which languages: the indexes of their lexicons. */
interface SmallWords {
  readonly words: number;
  readonly hits: readonly { readonly language: number; readonly count: number }[];
}

/** Tells languages. What was counted once is remembered line by line: of a text that is edited most lines stay. */
export class LanguageTeller {
  readonly #counted: Remembered<SmallWords>;

  /** @param most characters of all lines that are remembered at once. */
  constructor(most: number) {
    this.#counted = new Remembered(most);
  }

  /**
   * The language of a text, by its small words; null where no language has enough of them to be sure.
   * One word in eight must be one of them, and the runner-up must have half as many at most.
   * @param lines of the text.
   */
  of(lines: readonly string[]): Lexicon | null {
    let left = enoughToTell;
    let words = 0;
    const hits = lexicons.map(() => 0);
    for (const line of lines) {
      if (left <= 0) break;
      const counted = this.#counted.get(line.length > left ? line.slice(0, left) : line, smallWordsIn);
      words += counted.words;
      for (const { language, count } of counted.hits) hits[language] = (hits[language] ?? 0) + count;
      left -= line.length + 1;
    }
    const [first, second] = hits.map((count, i) => ({ i, count })).sort((a, b) => b.count - a.count);
    if (first === undefined || first.count < 2 || first.count * 8 < words) return null;
    return second !== undefined && second.count * 2 > first.count ? null : (lexicons[first.i] ?? null);
  }
}

function smallWordsIn(text: string): SmallWords {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const hits = lexicons.map(() => 0);
  for (const word of words) for (const i of commonIn.get(word) ?? none) hits[i] = (hits[i] ?? 0) + 1;
  const some = hits.map((count, language) => ({ language, count })).filter(({ count }) => count > 0);
  return { words: words.length, hits: some };
}

const none: readonly number[] = [];
