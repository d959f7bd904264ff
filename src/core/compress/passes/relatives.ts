import type { Proposal } from '../edited.ts';
import { sentencesOf } from '../layout.ts';
import type { RelativeClauses } from '../lexicons/lexicon.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/** `the schema that is listed below` → `the schema listed below`, `a word that you know` → `a word you know`. */
export const relatives: Pass = {
  id: 'relatives',
  propose(view) {
    const all = reaches(view.level, 'balanced');
    return view.lines.flatMap((line) => {
      const vocabulary = line.kind === 'text' ? view.vocabularyOf(line) : null;
      const clauses = vocabulary?.lexicon.relatives ?? null;
      if (vocabulary === null || clauses === null) return [];
      return sentencesOf(view.text, line).flatMap(({ start, end }) => {
        const said = view.text.slice(start, end);
        const constraints = vocabulary.constraints(said);
        return inSentence(said, vocabulary.words(said), clauses, all)
          .filter((one) => !constraints.some((other) => other.start < one.end && one.start < other.end))
          .map((one) => ({ start: start + one.start, end: start + one.end, text: '' }))
          .filter((one) => !view.protected.touches(one.start, one.end));
      });
    });
  },
};

/** @param all whether forms of "be" before a verb in "ing" may go too. */
function inSentence(
  said: string,
  words: readonly Word[],
  clauses: RelativeClauses,
  all: boolean,
): Proposal[] {
  return words.flatMap(({ normal, start }, i) => {
    const noun = words[i - 1];
    if (!clauses.pronouns.includes(normal) || noun === undefined || !mayLose(words, i, clauses)) return [];
    const after = words[i + spareWords(words, i, clauses, all)];
    // only blanks between: what a comma sets off is another kind of clause
    if (after === undefined || after === words[i] || /[^\p{L} ]/u.test(said.slice(noun.end, after.start)))
      return [];
    return [{ start, end: after.start, text: '' }];
  });
}

/** Whether a pronoun stands behind a noun as far as can be told, and does not ask. */
function mayLose(words: readonly Word[], i: number, { notBehind, asking, degree }: RelativeClauses): boolean {
  const noun = words[i - 1]?.normal ?? '';
  if (!/^\p{L}{2,}$/u.test(noun) || notBehind.includes(noun)) return false;
  const before = words.slice(Math.max(0, i - 5), i).map(({ normal }) => normal);
  if (before.some((word) => degree.includes(word))) return false;
  return words[i]?.normal === 'that' || !before.some((word) => asking.includes(word));
}

/** How many words the clause can do without, from its pronoun on; 0 where it needs them. */
function spareWords(words: readonly Word[], i: number, clauses: RelativeClauses, all: boolean): number {
  const at = (n: number): string => words[i + n]?.normal ?? '';
  const { be, perfect, been, bare, participles, adjectives, notVerbs, prepositions, agents, subjects } =
    clauses;
  const goesOn = (n: number): boolean => [...prepositions, ...agents].includes(at(n));
  const ends = (n: number): boolean => /^[.,;:!?)]?$/.test(at(n));
  const isParticiple = (word: string): boolean => /^\p{L}{3,}ed$/u.test(word) || participles.includes(word);
  if (subjects.includes(at(1))) return at(0) === 'who' ? 0 : 1;
  if (perfect.includes(at(1)) && at(2) === been)
    return isParticiple(at(3)) && (goesOn(4) || (bare.includes(at(3)) && ends(4))) ? 3 : 0;
  if (!be.includes(at(1))) return 0;
  if (prepositions.includes(at(2))) return 2;
  if (adjectives.includes(at(2)) && goesOn(3)) return 2;
  if (isParticiple(at(2)) && goesOn(3)) return 2;
  if (bare.includes(at(2)) && ends(3)) return 2;
  const isVerb = /^\p{L}{2,}ing$/u.test(at(2)) && !notVerbs.includes(at(2));
  return all && isVerb && /^\p{L}/u.test(at(3)) ? 2 : 0;
}
