import type { Range } from '../text.ts';

/** A word or a punctuation mark of a text. */
export interface Word extends Range {
  /** Lower case, with straight apostrophes. */
  readonly normal: string;
}

/** French elisions (`n'`), words with inner hyphens and apostrophes, single marks. */
const word =
  /(?:[nsldjmtcNSLDJMTC]|[qQ][uU])['’](?=\p{L})|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*|[^\s]/gu;

export function wordsOf(text: string): Word[] {
  let at = 0;
  return (text.match(word) ?? []).map((found) => {
    // what is no blank is in a word or a mark: between the last one and this one there are blanks alone
    const start = text.indexOf(found, at);
    at = start + found.length;
    return { start, end: at, normal: normal(found) };
  });
}

export function normal(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** The words of a phrase; most are plain, and there are thousands of them. */
export function wordsOfPhrase(phrase: string): readonly string[] {
  return plainPhrase.test(phrase) ? phrase.split(' ') : wordsOf(phrase).map((one) => one.normal);
}

const plainPhrase = /^[a-z]+(?: [a-z]+)*$/;

/** The phrases that begin with the same words. */
interface Branch<T> {
  /** What the phrase that ends here stands for. */
  ends: { readonly value: T } | null;
  readonly next: Map<string, Branch<T>>;
}

/** Finds the phrases of a table in a text: whole words, the longest phrase first, apart by nothing but spaces. */
export class Phrasebook<T> {
  /** By their first word; made a tree of when a text has it. */
  readonly #byFirst = new Map<string, Branch<T> | [phrase: string, value: T][]>();

  /** @param entries of the same phrase the first counts. */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      const first = plainFirst.exec(phrase)?.[0] ?? wordsOf(phrase)[0]?.normal;
      if (first === undefined) throw new Error('a phrase without words');
      const known = this.#byFirst.get(first);
      if (Array.isArray(known)) known.push([phrase, value]);
      else this.#byFirst.set(first, [[phrase, value]]);
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
    let branch = this.#beginningWith(words[i]?.normal ?? '');
    let hit: { length: number; value: T } | null = null;
    for (let length = 1; branch !== undefined; length++) {
      if (branch.ends !== null) hit = { length, value: branch.ends.value };
      const word = words[i + length];
      branch = word === undefined ? undefined : branch.next.get(word.normal);
      if (branch !== undefined && !isSpaced(text, words, i + length)) break;
    }
    return hit;
  }

  #beginningWith(first: string): Branch<T> | undefined {
    const known = this.#byFirst.get(first);
    if (!Array.isArray(known)) return known;
    const branch = treeOf(known);
    this.#byFirst.set(first, branch);
    return branch;
  }
}

const plainFirst = /^[a-z]+(?= |$)/;

function treeOf<T>(phrases: readonly (readonly [phrase: string, value: T])[]): Branch<T> {
  const first: Branch<T> = { ends: null, next: new Map() };
  for (const [phrase, value] of phrases) {
    let branch = first;
    for (const word of wordsOfPhrase(phrase).slice(1)) {
      const next = branch.next.get(word) ?? { ends: null, next: new Map<string, Branch<T>>() };
      branch.next.set(word, next);
      branch = next;
    }
    branch.ends ??= { value };
  }
  return first;
}

/** Whether a word follows the one before it on the same line. */
function isSpaced(text: string, words: readonly Word[], i: number): boolean {
  const end = words[i]?.start ?? 0;
  for (let at = words[i - 1]?.end ?? 0; at < end; at++) if (!' \t'.includes(text.charAt(at))) return false;
  return true;
}
