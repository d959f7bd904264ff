import type { Proposal } from '../edited.ts';
import type { ClauseWords, Lexicon } from '../lexicons/lexicon.ts';
import { atWords, isPlain, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/**
 * `the name of the guest` → `the guest's name`: of one person, from the balanced level on also of one thing, `the title of
 * the story` → `the story title`, where nothing more is said of them.
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
function owned(sentence: Sentence, i: number, all: boolean): Proposal | null {
  const { said, reading, lexicon } = sentence;
  const { clauses, roles } = lexicon;
  const { words } = reading;
  const article = words[i] as Word;
  const [noun, whose] = [words[i + 1], words[i + 3]];
  if (clauses === null || noun === undefined || whose === undefined) return null;
  if (words[i + 2]?.normal !== clauses.of || !mayBeOwned(said.slice(noun.start, noun.end), clauses))
    return null;
  const isThing = (word: string): boolean => all && clauses.things.includes(word);
  const isOwner = (word: string): boolean => clauses.owners.includes(word) || isThing(word);
  const last = endOfOwner(sentence, i + 4, all, isOwner);
  const [first, owner] = [words[i + 4], words[last ?? -1]];
  if (last === null || first === undefined || owner === undefined) return null;
  if (!isPlain(said, article, owner) || !isLast(reading, last, lexicon, isOwner)) return null;
  const isAny = roles?.indefinite.includes(whose.normal) === true;
  // "the building of a boat" is done to it; "of a boat, ship or raft" goes on
  if (isAny && (clauses.deed.test(noun.normal) || words[last + 1]?.normal === ',')) return null;
  const isPart = !isAny && first === owner && isThing(owner.normal) && clauses.parts.includes(noun.normal);
  const text = `${said.slice(first.start, owner.end)}${isPart ? '' : "'s"} ${noun.normal}`;
  if (whose.normal === clauses.article) return { start: noun.start, end: owner.end, text };
  if (!clauses.whose.includes(whose.normal)) return null;
  const isCapital = /^\p{Lu}/u.test(said.slice(article.start));
  const own = isCapital ? whose.normal.charAt(0).toUpperCase() + whose.normal.slice(1) : whose.normal;
  return { start: article.start, end: owner.end, text: `${own} ${text}` };
}

function mayBeOwned(noun: string, { notOwned }: ClauseWords): boolean {
  return /^\p{Ll}{3,}$/u.test(noun) && !notOwned.includes(noun);
}

/** The owner of "the name of our manager", "of our hotel manager"; `null` where none stands there. @param i of its first word. */
function endOfOwner(
  { reading: { words }, lexicon: { common } }: Sentence,
  i: number,
  all: boolean,
  isOwner: (word: string) => boolean,
): number | null {
  const [first, second] = [words[i]?.normal ?? '', words[i + 1]?.normal ?? ''];
  if (all && isOwner(second) && /^\p{Ll}{3,}$/u.test(first) && !common.includes(first)) return i + 1;
  return isOwner(first) ? i : null;
}

/**
 * Whether nothing more is said of an owner: of "the account of the user interface" another noun follows, but not one of the
 * small words; and of "the name of the guest who", "of the guest on the quay", "of a member of the crew" more is said.
 */
function isLast(
  { words, constraints }: Sentence['reading'],
  i: number,
  lexicon: Lexicon,
  isOwner: (word: string) => boolean,
): boolean {
  const next = words[i + 1];
  if (next === undefined) return true;
  const { of = '', places = [] } = lexicon.clauses ?? {};
  const goesOn = [of, ...places, ...(lexicon.relatives?.pronouns ?? [])];
  if (goesOn.includes(next.normal)) return false;
  // "the name of the boat or ship"
  const { joins = [], subjects = [] } = lexicon.clauses ?? {};
  if (
    joins.includes(next.normal) &&
    !(subjects.includes(words[i + 2]?.normal ?? '') && !isOwner(words[i + 3]?.normal ?? ''))
  )
    return false;
  return (
    /^[.,;:!?)]/.test(next.normal) ||
    lexicon.common.includes(next.normal) ||
    constraints.some(({ start }) => start === next.start)
  );
}
