import type { Range } from '../text.ts';
import { lexicons } from './lexicons/index.ts';
import {
  keptClauses,
  levels,
  type ConstraintKind,
  type ConstraintTable,
  type Level,
  type Lexicon,
  type Phrase,
} from './lexicons/lexicon.ts';
import { Mood } from './mood.ts';
import { Remembered } from '../tokens/remembered.ts';
import { Phrasebook, wordsOf, wordsOfPhrase, type Word } from './wording.ts';

/** A word of the text that constrains. */
export interface Constraint extends Range {
  readonly kind: ConstraintKind;
  /** What it counts as, whichever way it is spelt. */
  readonly name: string;
}

type Named = Pick<Constraint, 'kind' | 'name'>;

interface Found {
  readonly constraints: readonly Constraint[];
  readonly neutral: readonly Range[];
}

/** A lexicon made ready for reading. */
export class Vocabulary {
  readonly lexicon: Lexicon;
  readonly #constraints: Phrasebook<Named | null>;
  readonly phrases: readonly Phrase[];
  readonly mood: Mood;
  readonly #wordy = new Map<Level, Phrasebook<Phrase>>();
  readonly #contractions: Phrasebook<string>;
  // a sentence is asked about by several passes, again in each round, and then by the validator
  readonly #words = new Remembered<readonly Word[]>(mostRemembered);
  readonly #found = new Remembered<Found>(mostRemembered);

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.phrases = lexicon.phrases();
    this.mood = new Mood(lexicon.orders);
    const names = new Map<string, Named | null>();
    for (const kind of ['negation', 'modal', 'restrictor'] as const)
      for (const [name, spellings] of Object.entries(lexicon.constraints[kind]))
        for (const spelling of spellings) names.set(spelling, { kind, name });
    const asking = new Phrasebook(names);
    // what may go, goes as a whole: the "should" of "it should be noted that" asks for nothing
    const goes = this.phrases.filter(({ to }) => to === '').map(({ from }) => from);
    for (const text of [...goes, ...lexicon.neutral])
      if (!names.has(text) && asking.find(text).length > 0) names.set(text, null);
    this.#constraints = new Phrasebook(names);
    this.#contractions = new Phrasebook(Object.entries(lexicon.contractions));
  }

  words(text: string): readonly Word[] {
    return this.#words.get(text, wordsOf);
  }

  /** The constraints of a text, in order. */
  constraints(text: string): readonly Constraint[] {
    return this.#foundIn(text).constraints;
  }

  /** What asks for nothing though a word of it does elsewhere: it goes as a whole or stays. In order. */
  neutral(text: string): readonly Range[] {
    return this.#foundIn(text).neutral;
  }

  #foundIn(text: string): Found {
    return this.#found.get(text, () => {
      const found = this.#constraints.find(text, this.words(text));
      return {
        constraints: found.flatMap(({ start, end, value }) =>
          value === null ? [] : [{ ...value, start, end }],
        ),
        neutral: found.filter(({ value }) => value === null),
      };
    });
  }

  /** What of a text may be written as one word, and that word. */
  contractions(text: string): (Range & { readonly value: string })[] {
    return this.#contractions.find(text, this.words(text));
  }

  /** The phrases of a text that a level may shorten. */
  wordy(text: string, level: Level): (Range & { readonly value: Phrase })[] {
    const known =
      this.#wordy.get(level) ??
      new Phrasebook(
        this.phrases
          .filter((phrase) => reaches(level, phrase.level))
          .map((phrase) => [phrase.from, phrase] as const),
      );
    this.#wordy.set(level, known);
    return known.find(text, this.words(text));
  }
}

/** Characters of all sentences that are remembered at once. */
const mostRemembered = 500_000;

interface Declared {
  readonly goes: ReadonlySet<string>;
  readonly comes: ReadonlySet<string>;
  /** Forms of a word that may stand for each other → the one that they count as. */
  readonly bases: ReadonlyMap<string, string>;
}

/** Vocabularies, each made once, and what all of them declare. */
export class Vocabularies {
  readonly #made = new Map<Lexicon, Vocabulary>();
  readonly #languages = new Remembered<Lexicon | null>(mostRemembered);
  #any: Vocabulary | null = null;
  #declared: Declared | null = null;

  of(lexicon: Lexicon): Vocabulary {
    const vocabulary = this.#made.get(lexicon) ?? new Vocabulary(lexicon);
    this.#made.set(lexicon, vocabulary);
    return vocabulary;
  }

  /** See `lexiconOf`; what was told once is remembered. */
  languageOf(text: string): Lexicon | null {
    return this.#languages.get(text, lexiconOf);
  }

  /** What constrains in any language at all: for text whose own is not known. It has no phrases. */
  get any(): Vocabulary {
    this.#any ??= new Vocabulary(anyLanguage());
    return this.#any;
  }

  /** The words that some phrase of some language lets go, and those that come in their place. */
  get declared(): Declared {
    this.#declared ??= declaredBy(
      lexicons.map((lexicon) => this.#made.get(lexicon) ?? { lexicon, phrases: lexicon.phrases() }),
    );
    return this.#declared;
  }
}

function declaredBy(vocabularies: readonly Pick<Vocabulary, 'lexicon' | 'phrases'>[]): Declared {
  const goes = new Set<string>();
  const comes = new Set<string>();
  const bases = new Map<string, string>();
  for (const { lexicon, phrases } of vocabularies) {
    const { articles, contractions, relatives, clauses, manners, openLists, charges } = lexicon;
    for (const word of [...articles.all, ...articles.possessives]) goes.add(word);
    for (const [from, to] of Object.entries(contractions)) {
      for (const word of from.split(' ')) goes.add(word);
      comes.add(to);
    }
    for (const { from, to } of phrases) {
      for (const word of wordsOfPhrase(from)) goes.add(word);
      if (to !== '') for (const word of wordsOfPhrase(to)) comes.add(word);
    }
    for (const word of openLists?.words ?? []) goes.add(word);
    for (const [opening] of charges?.before ?? [])
      for (const word of opening.trim().split(' ')) goes.add(word);
    if (manners !== null) {
      const { preposition, adverbs, ways } = manners;
      for (const word of [preposition, ...adverbs.keys(), ...ways]) goes.add(word);
      for (const adverb of adverbs.values()) comes.add(adverb);
    }
    if (clauses !== null) {
      const { complementizer, having, person, be, perfect, article, of } = clauses;
      for (const word of [complementizer, ...having, person, ...be, perfect, article, of]) goes.add(word);
      comes.add(clauses.with);
      for (const [word, base] of clauses.bases) bases.set(word, base);
    }
    if (relatives === null) continue;
    const { pronouns, be, perfect, been } = relatives;
    for (const word of [...pronouns, ...be, ...perfect, been]) goes.add(word);
  }
  const asBase = (words: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...words].map((word) => bases.get(word) ?? word));
  return { goes: asBase(goes), comes: asBase(comes), bases };
}

function anyLanguage(): Lexicon {
  const table = (kind: ConstraintKind): ConstraintTable =>
    Object.fromEntries(
      lexicons.flatMap(({ id, constraints }) =>
        Object.entries(constraints[kind]).map(([name, spellings]) => [`${name} (${id})`, spellings]),
      ),
    );
  const constraints = {
    negation: table('negation'),
    modal: table('modal'),
    restrictor: table('restrictor'),
  };
  return {
    id: 'any',
    common: [],
    loose: [],
    neutral: [],
    constraints,
    phrases: () => [],
    ...keptClauses,
    orders: {
      verbs: [],
      endings: [],
      addressed: [],
      leads: [],
      polite: [],
      results: [],
      aspects: [],
      forms: [],
    },
  };
}

export function reaches(level: Level, needed: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(needed);
}

/** Word → the languages in which it is one of the small ones. */
const commonIn: ReadonlyMap<string, readonly Lexicon[]> = new Map(
  lexicons
    .flatMap(({ common }) => common)
    .map((word) => [word, lexicons.filter(({ common }) => common.includes(word))]),
);

/** Text beyond this does not change what language it is in. Characters. */
const enoughToTell = 20_000;

/**
 * The language of a text, by its small words; null where no language has enough of them to be sure.
 * One word in eight must be one of them, and the runner-up must have half as many at most.
 */
export function lexiconOf(text: string): Lexicon | null {
  const words =
    text
      .slice(0, enoughToTell)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = new Map(lexicons.map((lexicon) => [lexicon, 0]));
  for (const word of words)
    for (const lexicon of commonIn.get(word) ?? []) counts.set(lexicon, (counts.get(lexicon) ?? 0) + 1);
  const scores = [...counts].map(([lexicon, hits]) => ({ lexicon, hits })).sort((a, b) => b.hits - a.hits);
  const [first, second] = scores;
  if (first === undefined || first.hits < 2 || first.hits * 8 < words.length) return null;
  return second !== undefined && second.hits * 2 > first.hits ? null : first.lexicon;
}
