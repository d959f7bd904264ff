import type { Range } from '../text.ts';

/** A word or a punctuation mark of a text. */
export interface Word extends Range {
  /** Lower case, with straight apostrophes. */
  readonly normal: string;
}

/** French elisions (`n'`), words with inner hyphens and apostrophes, single marks. */
const word = /(?:[nsldjmtc]|qu)['’](?=\p{L})|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*|[^\s]/giu;

export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(word), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    normal: normal(match[0]),
  }));
}

export function normal(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** Finds the phrases of a table in a text: whole words, the longest phrase first, apart by nothing but spaces. */
export class Phrasebook<T> {
  readonly #byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of entries) {
      const words = wordsOf(phrase).map((one) => one.normal);
      const [first] = words;
      if (first === undefined) throw new Error('a phrase without words');
      const known = this.#byFirst.get(first) ?? [];
      known.push({ words, value });
      known.sort((a, b) => b.words.length - a.words.length);
      this.#byFirst.set(first, known);
    }
  }

  /** In order, without overlaps. */
  find(text: string, words: readonly Word[] = wordsOf(text)): (Range & { readonly value: T })[] {
    const found: (Range & { readonly value: T })[] = [];
    for (let i = 0; i < words.length; i++) {
      const hit = this.#at(text, words, i);
      if (hit === null) continue;
      found.push({ start: words[i]?.start ?? 0, end: words[i + hit.length - 1]?.end ?? 0, value: hit.value });
      i += hit.length - 1;
    }
    return found;
  }

  #at(text: string, words: readonly Word[], i: number): { length: number; value: T } | null {
    for (const { words: phrase, value } of this.#byFirst.get(words[i]?.normal ?? '') ?? [])
      if (phrase.every((one, n) => words[i + n]?.normal === one && (n === 0 || isSpaced(text, words, i + n))))
        return { length: phrase.length, value };
    return null;
  }
}

/** Whether a word follows the one before it on the same line. */
function isSpaced(text: string, words: readonly Word[], i: number): boolean {
  return !/[^ \t]/.test(text.slice(words[i - 1]?.end ?? 0, words[i]?.start ?? 0));
}
