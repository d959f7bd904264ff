import type { Range } from '../../text.ts';
import type { Proposal } from '../edited.ts';
import { sentencesOf } from '../layout.ts';
import { reaches } from '../vocabulary.ts';
import type { Articles } from '../lexicons/lexicon.ts';
import type { Word } from '../wording.ts';
import type { Pass } from '../view.ts';

/**
 * Articles, at the last level only: all of them in sentences that neither oblige nor forbid, the definite one in those
 * that do; none beside a word that constrains.
 */
export const articles: Pass = {
  id: 'articles',
  propose(view) {
    if (!reaches(view.level, 'aggressive')) return [];
    return view.lines.flatMap((line) => {
      const vocabulary = line.kind === 'text' ? view.vocabularyOf(line) : null;
      if (vocabulary === null || vocabulary.lexicon.articles.all.length === 0) return [];
      return sentencesOf(view.text, line).flatMap(({ start, end }) => {
        const said = view.text.slice(start, end);
        const constraints = vocabulary.constraints(said);
        const { articles } = vocabulary.lexicon;
        const isFree = constraints.every(({ kind }) => kind === 'restrictor');
        return inSentence(
          view.text,
          { said, offset: start, words: vocabulary.words(said) },
          isFree ? articles : { ...articles, all: articles.definite },
        )
          .filter((one) => !view.protected.touches(one.start, one.end))
          .filter((one) => !constraints.some((other) => isBeside(one, other, start)));
      });
    });
  },
};

/** An article inside the sentence goes with the blank behind it; the first word of a sentence stays. */
function inSentence(
  text: string,
  {
    said,
    offset,
    words,
  }: { readonly said: string; readonly offset: number; readonly words: readonly Word[] },
  { all, keptBefore, keptBehind, fixed }: Articles,
): Proposal[] {
  return words.flatMap(({ normal, start, end }, i) => {
    const [before, next] = [words[i - 1], words[i + 1]];
    if (before === undefined || next === undefined || !all.includes(normal)) return [];
    const isPlain = /^\p{Ll}+$/u.test(said.slice(start, end)) && /^\p{L}/u.test(next.normal);
    if (!isPlain || next.start !== end + 1 || text[offset + end] !== ' ') return [];
    const counts =
      keptBefore[normal]?.includes(next.normal) === true ||
      keptBehind[normal]?.includes(before.normal) === true;
    if (counts || fixed.includes(`${before.normal} ${normal} ${next.normal}`)) return [];
    return [{ start: offset + start, end: offset + end + 1, text: '' }];
  });
}

/** Whether a constraint, in offsets of its sentence, stands right before or behind an article and its blank. */
function isBeside(article: Range, constraint: Range, offset: number): boolean {
  return constraint.start + offset <= article.end && article.start - 1 <= constraint.end + offset;
}
