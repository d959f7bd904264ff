import type { ClauseWords, RelativeClauses } from '../lexicons/lexicon.ts';
import { reaches } from '../vocabulary.ts';
import { atWords } from '../sentences.ts';
import { isMark } from '../mood.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/** `the schema that is listed below` → `the schema listed below`, `a word that you know` → `a word you know`. */
export const relatives: Pass = {
  id: 'relatives',
  propose(view) {
    const all = reaches(view.level, 'balanced');
    return atWords(
      view,
      ({ relatives: known }) => known?.pronouns ?? [],
      ({ said, reading: { words }, lexicon: { relatives: known, clauses } }, i) => {
        const [noun, pronoun] = [words[i - 1], words[i]];
        if (known === null || noun === undefined || pronoun === undefined) return null;
        if (!mayLose(words, i, known)) return null;
        const other =
          clauses !== null && (asksNoNoun(pronoun) || isTold(words, i - 1, known))
            ? shorterVerb(words, i, clauses, all && (asksNoNoun(pronoun) || isNoun(words, i - 1, known)))
            : null;
        const after = words[i + (other?.words ?? spareWords(words, i, known, all))];
        // only blanks between: what a comma sets off is another kind of clause
        if (after === undefined || after === pronoun || /[^\p{L} ]/u.test(said.slice(noun.end, after.start)))
          return null;
        return { start: pronoun.start, end: after.start, text: other === null ? '' : `${other.text} ` };
      },
    );
  },
};

/**
 * `that contains` → `containing`, `which has a` → `with a`. Not where the clause has a second verb, which would be left
 * without its pronoun.
 */
function shorterVerb(
  words: readonly Word[],
  i: number,
  { stating, ongoing, having, had, with: preposition, joins, isVerb }: ClauseWords,
  goesOn: boolean,
): { readonly words: number; readonly text: string } | null {
  const verb = words[i + 1]?.normal ?? '';
  const participle = stating(verb) ?? (goesOn ? ongoing(verb) : null);
  const text = having.includes(verb) && had.includes(words[i + 2]?.normal ?? '') ? preposition : participle;
  if (text === null) return null;
  for (let n = i + 2; n < words.length - 1; n++)
    if (joins.includes(words[n]?.normal ?? '') && isVerb(words[n + 1]?.normal ?? '')) return null;
  return { words: 2, text };
}

/** Whether a pronoun stands behind a noun as far as can be told, and does not ask. */
function mayLose(
  words: readonly Word[],
  i: number,
  { notBehind, asking, degree, weighing, toWhom, determiners, articles, subjects, owning }: RelativeClauses,
): boolean {
  const noun = words[i - 1]?.normal ?? '';
  if (!/^\p{L}{2,}$/u.test(noun) || notBehind.includes(noun)) return false;
  const mark = words.slice(0, i).findLastIndex(isMark);
  const before = words.slice(Math.max(mark + 1, i - 5), i).map(({ normal }) => normal);
  // "so the boat that you see": there it says why
  const begins = [...determiners.filter((one) => !articles.includes(one)), ...subjects];
  if (before.some((word, n) => degree.includes(word) && !begins.includes(before[n + 1] ?? ''))) return false;
  if (before.some((word, n) => weighing.includes(word) && toWhom.includes(before[n + 1] ?? ''))) return false;
  // "name the owner of the boat which": what belongs to something is not asked
  if (owning === before.at(-3) && determiners.includes(before.at(-2) ?? '')) return true;
  return words[i]?.normal === 'that' || !before.some((word) => asking.includes(word));
}

/** Whether a word is a noun for sure: one that has its determiner before it, with an adjective or two between. */
function isNoun(words: readonly Word[], i: number, { determiners, nouns }: RelativeClauses): boolean {
  const at = (n: number): string => words[i + n]?.normal ?? '';
  if (nouns.includes(at(0))) return true;
  for (let n = -1; n >= -3 && /^\p{L}/u.test(at(n)); n--) if (determiners.includes(at(n))) return true;
  return false;
}

/** "which" and "who" stand behind nouns alone. */
function asksNoNoun({ normal }: Word): boolean {
  return normal !== 'that';
}

/**
 * Whether a clause tells which one of a noun is meant. Behind a verb the word that looks like the clause's verb may be a
 * noun: "check that list items are clean", "ensure that matches count"; and behind "the fact that" it tells what is so.
 */
function isTold(words: readonly Word[], i: number, clauses: RelativeClauses): boolean {
  return isNoun(words, i, clauses) && !clauses.told.includes(words[i]?.normal ?? '');
}

/** Whether a clause begins with a subject of several words, and tells which one of a noun is meant. */
function beginsSubject(words: readonly Word[], i: number, clauses: RelativeClauses): boolean {
  const [first, second] = [words[i]?.normal ?? '', words[i + 1]?.normal ?? ''];
  const begins = clauses.determiners.includes(first) || clauses.people.includes(first);
  return begins && /^\p{L}/u.test(second) && isTold(words, i - 2, clauses);
}

/** How many words the clause can do without, from its pronoun on; 0 where it needs them. */
function spareWords(words: readonly Word[], i: number, clauses: RelativeClauses, all: boolean): number {
  const at = (n: number): string => words[i + n]?.normal ?? '';
  const { be, perfect, been, bare, participles, adjectives, notVerbs, prepositions, agents, subjects } =
    clauses;
  const { adverbs } = clauses;
  const goesOn = (n: number): boolean => [...prepositions, ...agents].includes(at(n));
  const ends = (n: number): boolean => /^[.,;:!?)]?$/.test(at(n));
  const isParticiple = (word: string): boolean => /^\p{L}{3,}ed$/u.test(word) || participles.includes(word);
  if (subjects.includes(at(1)) || beginsSubject(words, i + 1, clauses)) return at(0) === 'who' ? 0 : 1;
  if (perfect.includes(at(1)) && at(2) === been)
    return isParticiple(at(3)) && (goesOn(4) || (bare.includes(at(3)) && ends(4))) ? 3 : 0;
  if (!be.includes(at(1))) return 0;
  if (prepositions.includes(at(2))) return 2;
  let n = 2;
  while (adverbs.includes(at(n)) || /^\p{L}{3,}ly$/u.test(at(n))) n++;
  if ((adjectives.includes(at(n)) || isParticiple(at(n))) && goesOn(n + 1)) return 2;
  if (bare.includes(at(n)) && ends(n + 1)) return 2;
  const isVerb = /^\p{L}{2,}ing$/u.test(at(2)) && !notVerbs.includes(at(2));
  return all && isVerb && /^\p{L}/u.test(at(3)) ? 2 : 0;
}
