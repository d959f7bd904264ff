import type { Range } from '../../text.ts';
import type { Proposal } from '../edited.ts';
import { atWords, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/**
 * Articles, and "your" in front of what is made, at the last level only; none beside a word that constrains, but for those
 * that begin a clause: "if the boat is late".
 */
export const articles: Pass = {
  id: 'articles',
  propose: (view) =>
    reaches(view.level, 'aggressive')
      ? atWords(view, ({ articles: { all, possessives } }) => [...all, ...possessives], without)
      : [],
};

/** An article goes with the blank behind it, where a sentence begins with it what follows takes its capital over. */
function without(sentence: Sentence, i: number): Proposal | null {
  const {
    said,
    reading: { words, constraints },
    lexicon,
  } = sentence;
  const [before, article, next] = [words[i - 1], words[i], words[i + 1]];
  if (article === undefined || next?.start !== article.end + 1) return null;
  const { start, end } = article;
  if (!mayGo(sentence, i)) return null;
  const opening = lexicon.articles.clauseBeginnings;
  if (
    constraints.some(
      (other) => isBeside(article, other) && !(other.end < start && opening.includes(other.name)),
    )
  )
    return null;
  if (before !== undefined)
    return /^\p{Ll}+ /u.test(said.slice(start, end + 1)) ? { start, end: end + 1, text: '' } : null;
  // "the answer is short": without its article it would be an order
  const isOther = lexicon.orders.verbs.includes(next.normal) || lexicon.common.includes(next.normal);
  if (start > 0 || isOther || !/^\p{Lu}\p{Ll}* \p{Ll}/u.test(said)) return null;
  return { start, end: next.start + 1, text: said.charAt(next.start).toUpperCase() };
}

/** Whether an article says no more than that a noun follows. */
function mayGo({ reading: { words }, lexicon }: Sentence, i: number): boolean {
  const { possessives, keptBefore, keptBehind, fixed } = lexicon.articles;
  const [before, normal, next] = [
    words[i - 1]?.normal ?? '',
    words[i]?.normal ?? '',
    words[i + 1]?.normal ?? '',
  ];
  if (!/^\p{L}/u.test(next)) return false;
  if (possessives.includes(normal) && (before === '' || !lexicon.orders.results.includes(next))) return false;
  if (keptBefore.get(normal)?.includes(next) === true || keptBehind.get(normal)?.includes(before) === true)
    return false;
  return !fixed.includes(`${before} ${normal} ${next}`);
}

/** Whether a constraint stands right before or behind an article and its blank. */
function isBeside(article: Range, constraint: Range): boolean {
  return constraint.start <= article.end + 1 && article.start - 1 <= constraint.end;
}
