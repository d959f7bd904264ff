import { atWords, isPlain, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Proposal } from '../edited.ts';
import type { Pass } from '../view.ts';

/** `to sort the mail and to answer it` → `to sort the mail and answer it`: what the first of two verbs has, the second need not say. */
export const infinitives: Pass = {
  id: 'infinitives',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? atWords(view, ({ clauses }) => (clauses === null ? [] : [clauses.infinitive]), second)
      : [],
};

/** @param i of the word before the second verb. */
function second({ said, reading: { words, constraints }, lexicon }: Sentence, i: number): Proposal | null {
  const { clauses } = lexicon;
  const [join, to, verb] = [words[i - 1], words[i], words[i + 1]];
  if (clauses === null || to === undefined || verb === undefined || !isPlain(said, join, verb)) return null;
  if (join?.normal !== clauses.and || clauses.doing(verb.normal) === null) return null;
  // "ask them not to wait and to leave": without its own word the second would be forbidden too
  if (constraints.some(({ kind }) => kind === 'negation')) return null;
  const at = (n: number): string => words[n]?.normal ?? '';
  const isVerb = (word: string): boolean =>
    lexicon.orders.verbs.includes(word) || clauses.having.includes(word);
  const isInfinitive = (n: number): boolean => at(n) === clauses.infinitive && isVerb(at(n + 1));
  const before = words.slice(0, i - 1).map((_, n) => n);
  // of three each says it, or none but the first
  const isThird = before.some((n) => at(n) === ',' && at(n + 1) === clauses.infinitive);
  if (isThird || at(i - 2) === ',' || !before.some(isInfinitive)) return null;
  return { start: to.start, end: verb.start, text: '' };
}
