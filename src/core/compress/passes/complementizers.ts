import type { ClauseWords } from '../lexicons/lexicon.ts';
import { atWords, isPlain } from '../sentences.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/** `ensure that the boat is clean` → `ensure the boat is clean`: in front of its subject the word says nothing. */
export const complementizers: Pass = {
  id: 'complementizers',
  propose: (view) =>
    atWords(
      view,
      ({ clauses }) => (clauses === null ? [] : [clauses.complementizer]),
      ({ said, reading: { words }, lexicon: { clauses } }, i) => {
        const [word, subject] = [words[i], words[i + 1]];
        if (clauses === null || word === undefined || subject === undefined) return null;
        if (!mayGo(words, i, clauses) || !isPlain(said, words[i - 1], subject)) return null;
        return { start: word.start, end: subject.start, text: '' };
      },
    ),
};

function mayGo(words: readonly Word[], i: number, clauses: ClauseWords): boolean {
  const at = (n: number): string => words[i + n]?.normal ?? '';
  if (!clauses.subjects.includes(at(1))) return false;
  if (clauses.reporting.includes(at(-1))) return true;
  if (clauses.telling.includes(at(-2))) return clauses.told.includes(at(-1));
  return at(-2) === clauses.article && clauses.telling.includes(at(-3));
}
