import type { Proposal } from '../edited.ts';
import type { ClauseWords } from '../lexicons/lexicon.ts';
import { isMark } from '../mood.ts';
import { atWords, isPlain, type Sentence } from '../sentences.ts';
import { reaches } from '../vocabulary.ts';
import type { Pass } from '../view.ts';
import type { Word } from '../wording.ts';

/**
 * `if you are unsure` → `if unsure`, `before you answer` → `before answering`: in a text that tells somebody what to do,
 * who does it is said by every order.
 */
export const addressees: Pass = {
  id: 'addressees',
  propose: (view) =>
    reaches(view.level, 'balanced')
      ? atWords(
          view,
          ({ clauses }) => (clauses === null ? [] : [clauses.person, clauses.personIs]),
          (sentence, i) => {
            const { clauses } = sentence.lexicon;
            return clauses === null ? null : inClause(sentence, i, clauses);
          },
        )
      : [],
};

/** @param i of the person. */
function inClause(sentence: Sentence, i: number, clauses: ClauseWords): Proposal | null {
  const { said, reading } = sentence;
  const { words } = reading;
  const at = (n: number): string => words[i + n]?.normal ?? '';
  const start = words[i]?.start ?? 0;
  const last = (n: number): Word | undefined =>
    isPlain(said, words[i - 1], words[i + n]) ? words[i + n] : undefined;
  if (clauses.whenever.includes(at(-1)) && clauses.be.includes(at(1)) && isState(at(2), clauses)) {
    const state = last(2);
    return state === undefined ? null : { start, end: state.start, text: '' };
  }
  if (at(0) === clauses.personIs) {
    const state = clauses.whenever.includes(at(-1)) && isState(at(1), clauses) ? words[i + 1] : undefined;
    const isApart = state !== undefined && isPlain(said, words[i - 1], state);
    return isApart ? { start, end: state.start, text: '' } : null;
  }
  const [n, form] = doneThere(at, clauses);
  const verb = last(n);
  if (form === null || verb === undefined || isJoined(words.slice(i + n + 1), clauses)) return null;
  return isTold(sentence, i) ? { start, end: verb.end, text: form } : null;
}

/**
 * Whether the rest of the sentence says what the same one is to do: in "the guest approves before you continue" it would be
 * the guest who continues.
 */
function isTold({ reading: { words, constraints }, vocabulary: { mood } }: Sentence, i: number): boolean {
  const before = words.slice(words.slice(0, i - 1).findLastIndex(isMark) + 1, i - 1);
  const comma = words.findIndex((word, n) => n > i && isMark(word));
  const rest = before.length > 0 || comma < 0 ? before : words.slice(comma + 1);
  const first = mood.firstOf(rest);
  if (first === undefined || mood.opensOrder(first)) return true;
  return constraints.some(({ start }) => start === first.start);
}

/** Whether another verb follows in the same clause, which would be left in its form: "before you read or answer it". */
function isJoined(behind: readonly Word[], { joins, doing }: ClauseWords): boolean {
  const end = behind.findIndex(({ normal }) => /^[^\p{L}]/u.test(normal));
  const clause = end < 0 ? behind : behind.slice(0, end);
  return clause.some(
    ({ normal }, k) => joins.includes(normal) && doing(clause[k + 1]?.normal ?? '') !== null,
  );
}

/** How many words behind the person the verb stands, and its form without one. */
function doneThere(at: (n: number) => string, clauses: ClauseWords): readonly [number, string | null] {
  const { after, times, perfect, did, doing, whileDone, lasting } = clauses;
  if (at(-1) === after && at(1) === perfect) return [2, did(at(2))];
  if (times.includes(at(-1))) return [1, doing(at(1))];
  // "when completing" is not when it is complete
  return [1, at(-1) === whileDone && lasting.includes(at(1)) ? doing(at(1)) : null];
}

function isState(word: string, { states, did, doing }: ClauseWords): boolean {
  return (
    states.includes(word) ||
    did(word) !== null ||
    /^\p{L}{3,}ed$/u.test(word) ||
    (/ing$/u.test(word) && doing(word) === null)
  );
}
