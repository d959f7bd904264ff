import type { Range } from '../text.ts';
import type { Place } from './lexicons/phrase.ts';
import { wordsOf, wordsOfPhrase, type Word } from './wording.ts';

/** Phrases that differ in a word here and there, and what each of them stands for. */
export interface Family<T> {
  readonly places: readonly Place[];
  /** @param written the phrase. @param said what stays of it. */
  value(written: string, said: string): T;
}

/** A stretch of words that some phrase is made of. */
interface Hit<T> {
  /** In words. */
  readonly length: number;
  readonly value: T;
}

/**
 * Finds the phrases of a table in a text: whole words, the longest phrase first, apart by nothing but spaces. There are
 * thousands of them and a text has few, so that nothing is made of a phrase before a text has its first word, and what
 * families come to is never written out.
 */
export class Phrasebook<T> {
  /** By their first word; made a tree of when a text has it. */
  readonly #byFirst = new Map<string, Branch<T> | [phrase: string, value: T][]>();
  readonly #families = new Map<string, FamilyBook<T>[]>();

  /** @param entries of the same phrase the first one that is asked for counts; of families, those of the table. */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>, families: readonly Family<T>[] = []) {
    for (const [phrase, value] of entries) {
      const first = firstOf(phrase);
      const known = this.#byFirst.get(first);
      if (Array.isArray(known)) known.push([phrase, value]);
      else this.#byFirst.set(first, [[phrase, value]]);
    }
    for (const family of families) {
      const book = new FamilyBook(family);
      for (const first of new Set(family.places[0]?.map(([written]) => firstOf(written)))) {
        const known = this.#families.get(first);
        if (known === undefined) this.#families.set(first, [book]);
        else known.push(book);
      }
    }
  }

  /**
   * In order, without overlaps.
   * @param isAskedFor of what a phrase stands for, and the index of its first word; all of them where it is left out.
   */
  find(
    text: string,
    words: readonly Word[] = wordsOf(text),
    isAskedFor: (value: T, i: number) => boolean = () => true,
  ): (Range & { readonly value: T })[] {
    const found: (Range & { readonly value: T })[] = [];
    for (let i = 0; i < words.length; i++) {
      const hit = this.#longest(text, words, i, isAskedFor);
      if (hit === null) continue;
      found.push({ start: words[i]?.start ?? 0, end: words[i + hit.length - 1]?.end ?? 0, value: hit.value });
      i += hit.length - 1;
    }
    return found;
  }

  #longest(
    text: string,
    words: readonly Word[],
    i: number,
    isAskedFor: (value: T, i: number) => boolean,
  ): Hit<T> | null {
    const first = words[i]?.normal ?? '';
    const families = this.#families.get(first);
    const branch = this.#branch(first);
    let longest: Hit<T> | null = null;
    if (branch !== undefined)
      for (const hit of hitsOf(branch, text, words, i)) if (isAskedFor(hit.value, i)) longest = hit;
    if (families === undefined) return longest;
    for (const family of families) {
      const hit = family.longest(text, words, i);
      if (hit !== null && hit.length > (longest?.length ?? 0) && isAskedFor(hit.value, i)) longest = hit;
    }
    return longest;
  }

  /** All phrases of the table that begin with a word of the text; of the same phrase those that come first come last. */
  all(text: string, words: readonly Word[], i: number): readonly Hit<T>[] {
    const branch = this.#branch(words[i]?.normal ?? '');
    return branch === undefined ? none : hitsOf(branch, text, words, i);
  }

  #branch(first: string): Branch<T> | undefined {
    const known = this.#byFirst.get(first);
    if (!Array.isArray(known)) return known;
    const branch = treeOf(known);
    this.#byFirst.set(first, branch);
    return branch;
  }
}

const none: readonly never[] = [];

/** Finds the phrases of one family, place by place. */
class FamilyBook<T> {
  readonly #family: Family<T>;
  #places: readonly PlaceBook[] | null = null;

  constructor(family: Family<T>) {
    this.#family = family;
  }

  longest(text: string, words: readonly Word[], i: number): Hit<T> | null {
    this.#places ??= this.#family.places.map((place) => ({
      book: new Phrasebook(place.filter(([written]) => written !== '').map((pair) => [pair[0], pair])),
      empty: place.find(([written]) => written === '') ?? null,
    }));
    const found = longestFrom(this.#places, 0, text, words, i);
    if (found === null) return null;
    const { length, pairs } = found;
    const joined = (which: 0 | 1): string =>
      pairs
        .map((pair) => pair[which])
        .filter((part) => part !== '')
        .join(' ');
    return { length, value: this.#family.value(joined(0), joined(1)) };
  }
}

interface PlaceBook {
  readonly book: Phrasebook<Place[number]>;
  /** What nothing at all stands for, where the place may be left out. */
  readonly empty: Place[number] | null;
}

interface Filled {
  readonly length: number;
  readonly pairs: readonly Place[number][];
}

/** The most words that fill all places from one on. A place has few ways, and each step needs the word of the text. */
function longestFrom(
  places: readonly PlaceBook[],
  from: number,
  text: string,
  words: readonly Word[],
  i: number,
): Filled | null {
  const place = places[from];
  if (place === undefined) return { length: 0, pairs: [] };
  let longest: Filled | null = null;
  const ways = place.book.all(text, words, i);
  for (const { length, value } of place.empty === null
    ? ways
    : [...ways, { length: 0, value: place.empty }]) {
    const rest = longestFrom(places, from + 1, text, words, i + length);
    if (rest === null) continue;
    if (length > 0 && rest.length > 0 && !isSpaced(text, words, i + length)) continue;
    if (longest === null || length + rest.length > longest.length)
      longest = { length: length + rest.length, pairs: [value, ...rest.pairs] };
  }
  return longest;
}

/** The phrases that begin with the same words. */
interface Branch<T> {
  /** What the phrase that ends here stands for, the first of the table last. */
  ends: T[];
  readonly next: Map<string, Branch<T>>;
}

const plainFirst = /^[a-z]+(?= |$)/;

function firstOf(phrase: string): string {
  const first = plainFirst.exec(phrase)?.[0] ?? wordsOf(phrase)[0]?.normal;
  if (first === undefined) throw new Error('a phrase without words');
  return first;
}

/** The phrases of a tree that stand at a word, the longest last. */
function hitsOf<T>(first: Branch<T>, text: string, words: readonly Word[], i: number): Hit<T>[] {
  const hits: Hit<T>[] = [];
  let branch: Branch<T> | undefined = first;
  for (let length = 1; branch !== undefined; length++) {
    for (const value of branch.ends) hits.push({ length, value });
    const word = words[i + length];
    branch = word === undefined ? undefined : branch.next.get(word.normal);
    if (branch !== undefined && !isSpaced(text, words, i + length)) break;
  }
  return hits;
}

function treeOf<T>(phrases: readonly (readonly [phrase: string, value: T])[]): Branch<T> {
  const first: Branch<T> = { ends: [], next: new Map() };
  for (const [phrase, value] of phrases) {
    let branch = first;
    for (const word of wordsOfPhrase(phrase).slice(1)) {
      const next = branch.next.get(word) ?? { ends: [], next: new Map<string, Branch<T>>() };
      branch.next.set(word, next);
      branch = next;
    }
    branch.ends.unshift(value);
  }
  return first;
}

/** Whether a word follows the one before it on the same line. */
function isSpaced(text: string, words: readonly Word[], i: number): boolean {
  const end = words[i]?.start ?? 0;
  for (let at = words[i - 1]?.end ?? 0; at < end; at++) if (!' \t'.includes(text.charAt(at))) return false;
  return true;
}
