import type { Proposal } from '../edited.ts';
import { atWords, isPlain, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/**
 * `the name of the guest` → `the guest's name`: of one person, from the balanced level on also of one thing, where nothing
 * more is said of them.
 */
export const owners: Pass = {
  id: 'owners',
  propose: (view) => {
    const all = reaches(view.level, 'balanced');
    return atWords(
      view,
      ({ clauses }) => (clauses === null ? [] : [clauses.article]),
      (sentence, i) => owned(sentence, i, all),
    );
  },
};

/** @param i of the article. @param all of things too. */
function owned(
  { said, reading: { words, constraints }, lexicon }: Sentence,
  i: number,
  all: boolean,
): Proposal | null {
  const { clauses, common, relatives } = lexicon;
  const [article, noun, whose, owner, next] = [
    words[i],
    words[i + 1],
    words[i + 3],
    words[i + 4],
    words[i + 5],
  ];
  if (clauses === null || article === undefined || noun === undefined) return null;
  if (whose === undefined || owner === undefined || words[i + 2]?.normal !== clauses.of) return null;
  if (!/^\p{Ll}{3,}$/u.test(said.slice(noun.start, noun.end)) || clauses.notOwned.includes(noun.normal))
    return null;
  const isOwner = clauses.owners.includes(owner.normal) || (all && clauses.things.includes(owner.normal));
  if (!isOwner || !isPlain(said, article, owner)) return null;
  // "the account of the user interface": another noun may follow, but not one of the small words; and of "the name of the
  // guest who", "the behavior of a member of the crew" more is said
  if (next !== undefined && [clauses.of, ...(relatives?.pronouns ?? [])].includes(next.normal)) return null;
  const isLast =
    next === undefined ||
    /^[.,;:!?)]/.test(next.normal) ||
    common.includes(next.normal) ||
    constraints.some(({ start }) => start === next.start);
  if (!isLast) return null;
  const text = `${owner.normal}'s ${noun.normal}`;
  if (whose.normal === clauses.article) return { start: noun.start, end: owner.end, text };
  if (!clauses.whose.includes(whose.normal)) return null;
  const isCapital = /^\p{Lu}/u.test(said.slice(article.start));
  const first = isCapital ? whose.normal.charAt(0).toUpperCase() + whose.normal.slice(1) : whose.normal;
  return { start: article.start, end: owner.end, text: `${first} ${text}` };
}
