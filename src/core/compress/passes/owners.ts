import type { Proposal } from '../edited.ts';
import { atWords, isPlain, type Sentence } from '../sentences.ts';
import type { Pass } from '../view.ts';

/** `the name of the guest` → `the guest's name`: of one person, where nothing more is said of them. */
export const owners: Pass = {
  id: 'owners',
  propose: (view) =>
    atWords(
      view,
      ({ clauses }) => (clauses === null ? [] : [clauses.article]),
      (sentence, i) => owned(sentence, i),
    ),
};

/** @param i of the article. */
function owned({ said, reading: { words, constraints }, lexicon }: Sentence, i: number): Proposal | null {
  const { clauses, common } = lexicon;
  const [noun, owner, next] = [words[i + 1], words[i + 4], words[i + 5]];
  if (clauses === null || noun === undefined || owner === undefined) return null;
  if (words[i + 2]?.normal !== clauses.of || words[i + 3]?.normal !== clauses.article) return null;
  if (!/^\p{Ll}{3,}$/u.test(said.slice(noun.start, noun.end)) || clauses.notOwned.includes(noun.normal))
    return null;
  if (!clauses.owners.includes(owner.normal) || !isPlain(said, words[i], owner)) return null;
  // "the account of the user interface": another noun may follow, but not one of the small words
  const isLast =
    next === undefined ||
    /^[.,;:!?)]/.test(next.normal) ||
    common.includes(next.normal) ||
    constraints.some(({ start }) => start === next.start);
  return isLast ? { start: noun.start, end: owner.end, text: `${owner.normal}'s ${noun.normal}` } : null;
}
