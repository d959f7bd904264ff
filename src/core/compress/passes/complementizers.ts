import type { ClauseWords } from '../lexicons/lexicon.ts';
import { bySentence, isPlain } from '../sentences.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/** `ensure that the boat is clean` → `ensure the boat is clean`: in front of its subject the word says nothing. */
export const complementizers: Pass = {
  id: 'complementizers',
  propose: (view) =>
    bySentence(view, ({ said, words, lexicon: { clauses } }) => {
      if (clauses === null) return [];
      return words.flatMap((word, i) => {
        const subject = words[i + 1];
        if (subject === undefined || !mayGo(words, i, clauses) || !isPlain(said, words[i - 1], subject))
          return [];
        return [{ start: word.start, end: subject.start, text: '' }];
      });
    }),
};

function mayGo(words: readonly Word[], i: number, clauses: ClauseWords): boolean {
  const at = (n: number): string => words[i + n]?.normal ?? '';
  if (at(0) !== clauses.complementizer || !clauses.subjects.includes(at(1))) return false;
  if (clauses.reporting.includes(at(-1))) return true;
  if (clauses.telling.includes(at(-2))) return clauses.told.includes(at(-1));
  return at(-2) === clauses.article && clauses.telling.includes(at(-3));
}
