import type { Range } from '../../text.ts';
import type { Proposal } from '../edited.ts';
import { sentencesOf } from '../layout.ts';
import { reaches } from '../vocabulary.ts';
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
      if (vocabulary === null || vocabulary.lexicon.articles.length === 0) return [];
      return sentencesOf(view.text, line).flatMap(({ start, end }) => {
        const said = view.text.slice(start, end);
        const constraints = vocabulary.constraints(said);
        const { articles: all, definite } = vocabulary.lexicon;
        return inSentence(
          view.text,
          { said, offset: start, words: vocabulary.words(said) },
          constraints.some(({ kind }) => kind !== 'restrictor') ? definite : all,
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
  known: readonly string[],
): Proposal[] {
  return words.flatMap(({ normal, start, end }, i) => {
    const next = words[i + 1];
    const plain = i > 0 && known.includes(normal) && /^\p{Ll}+$/u.test(said.slice(start, end));
    if (!plain || next === undefined || next.start !== end + 1 || !/^\p{L}/u.test(next.normal)) return [];
    if (quantities.has(next.normal) || speaksOf.has(words[i - 1]?.normal ?? '')) return [];
    return text[offset + end] === ' ' ? [{ start: offset + start, end: offset + end + 1, text: '' }] : [];
  });
}

/** Whether a constraint, in offsets of its sentence, stands right before or behind an article and its blank. */
function isBeside(article: Range, constraint: Range, offset: number): boolean {
  return constraint.start + offset <= article.end && article.start - 1 <= constraint.end + offset;
}

/** "a few" is more than "few". */
const quantities = new Set(['few', 'little', 'lot', 'bit']);

/** Behind these stands who the model is ("you are a baker") or a letter that is spoken of ("option a"). */
const speaksOf = new Set(['am', 'are', 'as', "you're", 'option', 'plan', 'type', 'grade', 'vitamin']);
