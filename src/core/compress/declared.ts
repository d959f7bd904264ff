import type { ClauseWords, Lexicon } from './lexicons/lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOfPhrase } from './wording.ts';

/** The words that some phrase of some language lets go, and those that come in their place. */
export class Declared {
  readonly #clauses: readonly ClauseWords[];
  readonly #goes: WordLists;
  readonly #comes: WordLists;

  constructor(vocabularies: readonly Vocabulary[]) {
    const baseOf = (word: string): string => this.baseOf(word);
    this.#clauses = vocabularies.flatMap(({ lexicon }) => lexicon.clauses ?? []);
    this.#goes = new WordLists(
      vocabularies.map((one) => () => [...written(one), ...spare(one.lexicon)]),
      baseOf,
    );
    this.#comes = new WordLists(
      vocabularies.map((one) => () => [...said(one), ...instead(one.lexicon)]),
      baseOf,
    );
  }

  /** @param word as `baseOf` has it. */
  goes(word: string): boolean {
    return this.#goes.has(word);
  }

  /** @param word as `baseOf` has it. */
  comes(word: string): boolean {
    return this.#comes.has(word);
  }

  /** The word that this one counts as, of which it may be another form. */
  baseOf(word: string): string {
    for (const known of this.#clauses) {
      const base = known.baseOf(word);
      if (base !== null) return base;
    }
    return word;
  }
}

/** Words of several languages; each is gone through only when those before it do not know a word. */
class WordLists {
  readonly #texts: readonly (() => readonly string[])[];
  readonly #baseOf: (word: string) => string;
  readonly #words: ReadonlySet<string>[] = [];
  #bases: ReadonlySet<string> | null = null;

  constructor(texts: readonly (() => readonly string[])[], baseOf: (word: string) => string) {
    this.#texts = texts;
    this.#baseOf = baseOf;
  }

  /** Whether one of the words counts as this one. */
  has(base: string): boolean {
    for (const [i, texts] of this.#texts.entries()) {
      this.#words[i] ??= new Set(texts().flatMap((text) => wordsOfPhrase(text)));
      if (this.#words[i].has(base)) return true;
    }
    // they stand as they are written, and may do so in another form alone
    this.#bases ??= new Set(this.#words.flatMap((words) => [...words].map(this.#baseOf)));
    return this.#bases.has(base);
  }
}

function written({ phrases, families }: Vocabulary): string[] {
  return [
    ...phrases.map(({ from }) => from),
    ...families.flatMap(({ places }) => places.flat()).map(([from]) => from),
  ];
}

function said({ phrases, families }: Vocabulary): string[] {
  return [
    ...phrases.map(({ to }) => to),
    ...families.flatMap(({ places }) => places.flat()).map(([, to]) => to),
  ];
}

/** What passes take out that know no phrases. */
function spare({
  articles,
  contractions,
  leaning,
  subjects,
  openLists,
  charges,
  manners,
  clauses,
  relatives,
  labels,
  roles,
}: Lexicon): string[] {
  const words = [...articles.all, ...articles.possessives, ...Object.keys(contractions)];
  for (const [pronoun, ways] of leaning?.pairs ?? []) words.push(pronoun, ...Object.keys(ways));
  words.push(...(subjects?.again ?? []));
  words.push(...(openLists?.words ?? []), ...(charges?.before ?? []).map(([opening]) => opening.trim()));
  words.push(...labels.map((label) => label.trim()));
  if (roles !== null) words.push(...roles.indefinite, ...roles.boasts, ...roles.degrees, ...roles.joins);
  if (manners !== null) words.push(manners.preposition, ...manners.adverbs.keys(), ...manners.ways);
  if (clauses !== null) {
    const { complementizer, having, person, personIs, be, perfect, article, of, infinitive } = clauses;
    words.push(complementizer, ...having, person, personIs, ...be, perfect, article, of, infinitive);
  }
  if (relatives !== null) {
    const { pronouns, be, perfect, been } = relatives;
    words.push(...pronouns, ...be, ...perfect, been);
  }
  return words;
}

/** What they put there. */
function instead({ contractions, leaning, manners, clauses, roles }: Lexicon): string[] {
  return [
    ...(roles?.indefinite ?? []),
    ...Object.values(contractions),
    ...[...(leaning?.pairs.values() ?? [])].flatMap((ways) => Object.values(ways)),
    ...(manners?.adverbs.values() ?? []),
    ...(clauses === null ? [] : [clauses.with]),
  ];
}
