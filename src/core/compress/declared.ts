import type { Lexicon } from './lexicons/lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordsOfPhrase } from './wording.ts';

/** The words that some phrase of some language lets go, and those that come in their place. */
export interface Declared {
  readonly goes: ReadonlySet<string>;
  readonly comes: ReadonlySet<string>;
  /** The word that this one counts as, of which it may be another form. */
  baseOf(word: string): string;
}

export function declaredBy(vocabularies: readonly Vocabulary[]): Declared {
  const lexicons = vocabularies.map(({ lexicon }) => lexicon);
  const clauses = lexicons.flatMap((lexicon) => lexicon.clauses ?? []);
  const baseOf = (word: string): string => {
    for (const known of clauses) {
      const base = known.baseOf(word);
      if (base !== null) return base;
    }
    return word;
  };
  const wordsIn = (texts: readonly string[]): ReadonlySet<string> =>
    new Set(texts.flatMap((text) => wordsOfPhrase(text)).map(baseOf));
  return {
    goes: wordsIn([...vocabularies.flatMap(written), ...lexicons.flatMap(spare)]),
    comes: wordsIn([...vocabularies.flatMap(said), ...lexicons.flatMap(instead)]),
    baseOf,
  };
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
  openLists,
  charges,
  manners,
  clauses,
  relatives,
}: Lexicon): string[] {
  const words = [...articles.all, ...articles.possessives, ...Object.keys(contractions)];
  words.push(...(openLists?.words ?? []), ...(charges?.before ?? []).map(([opening]) => opening.trim()));
  if (manners !== null) words.push(manners.preposition, ...manners.adverbs.keys(), ...manners.ways);
  if (clauses !== null) {
    const { complementizer, having, person, be, perfect, article, of } = clauses;
    words.push(complementizer, ...having, person, ...be, perfect, article, of);
  }
  if (relatives !== null) {
    const { pronouns, be, perfect, been } = relatives;
    words.push(...pronouns, ...be, ...perfect, been);
  }
  return words;
}

/** What they put there. */
function instead({ contractions, manners, clauses }: Lexicon): string[] {
  return [
    ...Object.values(contractions),
    ...(manners?.adverbs.values() ?? []),
    ...(clauses === null ? [] : [clauses.with]),
  ];
}
