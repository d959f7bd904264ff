import type { Range } from '../../text.ts';
import type { Proposal } from '../edited.ts';
import { atWords, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';

/** Articles, and "your" in front of what is made, at the last level only; none beside a word that constrains. */
export const articles: Pass = {
  id: 'articles',
  propose: (view) =>
    reaches(view.level, 'aggressive')
      ? atWords(view, ({ articles: { all, possessives } }) => [...all, ...possessives], without)
      : [],
};

/** An article inside the sentence goes with the blank behind it; the first word of a sentence stays. */
function without({ said, reading: { words, constraints }, lexicon }: Sentence, i: number): Proposal | null {
  const { possessives, keptBefore, keptBehind, fixed } = lexicon.articles;
  const [before, article, next] = [words[i - 1], words[i], words[i + 1]];
  if (before === undefined || article === undefined || next?.start !== article.end + 1) return null;
  const { normal, start, end } = article;
  const isPlain = /^\p{Ll}+ /u.test(said.slice(start, end + 1)) && /^\p{L}/u.test(next.normal);
  if (!isPlain || (possessives.includes(normal) && !lexicon.orders.results.includes(next.normal)))
    return null;
  const counts =
    keptBefore.get(normal)?.includes(next.normal) === true ||
    keptBehind.get(normal)?.includes(before.normal) === true;
  if (counts || fixed.includes(`${before.normal} ${normal} ${next.normal}`)) return null;
  return constraints.some((other) => isBeside(article, other)) ? null : { start, end: end + 1, text: '' };
}

/** Whether a constraint stands right before or behind an article and its blank. */
function isBeside(article: Range, constraint: Range): boolean {
  return constraint.start <= article.end + 1 && article.start - 1 <= constraint.end;
}
