import type { Range } from '../../text.ts';
import type { Proposal } from '../edited.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import { bySentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/** Articles, and "your" in front of what is made, at the last level only; none beside a word that constrains. */
export const articles: Pass = {
  id: 'articles',
  propose: (view) =>
    reaches(view.level, 'aggressive')
      ? bySentence(view, ({ said, words, constraints, lexicon }) =>
          inSentence(said, words, lexicon).filter(
            (one) => !constraints.some((other) => isBeside(one, other)),
          ),
        )
      : [],
};

/** An article inside the sentence goes with the blank behind it; the first word of a sentence stays. */
function inSentence(
  said: string,
  words: readonly Word[],
  { articles: { all, possessives, keptBefore, keptBehind, fixed }, orders }: Lexicon,
): Proposal[] {
  return words.flatMap(({ normal, start, end }, i) => {
    const [before, next] = [words[i - 1], words[i + 1]];
    if (before === undefined || next === undefined || next.start !== end + 1) return [];
    const goes =
      all.includes(normal) || (possessives.includes(normal) && orders.results.includes(next.normal));
    const isPlain = /^\p{Ll}+ /u.test(said.slice(start, end + 1)) && /^\p{L}/u.test(next.normal);
    if (!goes || !isPlain) return [];
    const counts =
      keptBefore[normal]?.includes(next.normal) === true ||
      keptBehind[normal]?.includes(before.normal) === true;
    if (counts || fixed.includes(`${before.normal} ${normal} ${next.normal}`)) return [];
    return [{ start, end: end + 1, text: '' }];
  });
}

/** Whether a constraint stands right before or behind an article and its blank. */
function isBeside(article: Range, constraint: Range): boolean {
  return constraint.start <= article.end && article.start - 1 <= constraint.end;
}
