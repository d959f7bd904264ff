import type { Range } from '../text.ts';
import type { ConstraintKind, Level } from './lexicons/lexicon.ts';
import type { Phrase } from './lexicons/phrase.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOf, type Word } from './wording.ts';

/** A word of the text that constrains. */
export interface Constraint extends Range {
  readonly kind: ConstraintKind;
  /** What it counts as, whichever way it is spelt. */
  readonly name: string;
  /** Leads up to an order: all of it may go. */
  readonly leads?: true;
}

export type Named = Pick<Constraint, 'kind' | 'name' | 'leads'>;

/** What goes as a whole or stays: the "should" of "it should be noted that" asks for nothing. */
export interface Neutral {
  readonly kind: 'neutral';
  readonly text: string;
}

/** A text as one reads it who knows its language; each thing is looked for when it is first asked for. */
export class Reading {
  readonly #said: string;
  readonly #vocabulary: Vocabulary;
  #words: readonly Word[] | null = null;
  #places: ReadonlyMap<string, readonly number[]> | null = null;
  #constraining: Constraining | null = null;
  #contractions: readonly (Range & { readonly value: string })[] | null = null;
  readonly #wordy = new Map<Level, readonly (Range & { readonly value: Phrase })[]>();

  constructor(said: string, vocabulary: Vocabulary) {
    this.#said = said;
    this.#vocabulary = vocabulary;
  }

  get words(): readonly Word[] {
    return (this.#words ??= wordsOf(this.#said));
  }

  /** Where some words stand, as indices of `words`, in order. */
  placesOf(wanted: readonly string[]): readonly number[] {
    const places = (this.#places ??= indexOf(this.words));
    // in most sentences there is none of them
    const [first = none, ...others] = wanted.flatMap((word) => {
      const known = places.get(word);
      return known === undefined ? [] : [known];
    });
    return others.length === 0 ? first : [first, ...others].flat().sort((a, b) => a - b);
  }

  /** In order. */
  get constraints(): readonly Constraint[] {
    return this.#found().constraints;
  }

  /** The constraints, and what asks for nothing though a word of it does elsewhere: it goes as a whole or stays. */
  get fixed(): readonly Range[] {
    return this.#found().fixed;
  }

  /** What may be written as one word, and that word. */
  get contractions(): readonly (Range & { readonly value: string })[] {
    return (this.#contractions ??= this.#vocabulary.contractions(this.#said, this.words));
  }

  /** The phrases that a level may shorten. */
  wordy(level: Level): readonly (Range & { readonly value: Phrase })[] {
    const known = this.#wordy.get(level) ?? this.#vocabulary.wordy(this.#said, this.words, level);
    this.#wordy.set(level, known);
    return known;
  }

  #found(): Constraining {
    if (this.#constraining !== null) return this.#constraining;
    const fixed = this.#vocabulary.constraining(this.#said, this.words);
    const constraints = fixed.flatMap(({ start, end, value }) =>
      value.kind === 'neutral' ? [] : [{ ...value, start, end }],
    );
    return (this.#constraining = { constraints, fixed });
  }
}

const none: readonly number[] = [];

interface Constraining {
  readonly constraints: readonly Constraint[];
  readonly fixed: readonly Range[];
}

function indexOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [i, { normal }] of words.entries()) {
    const known = places.get(normal);
    if (known === undefined) places.set(normal, [i]);
    else known.push(i);
  }
  return places;
}
