import type { Range } from '../../text.ts';
import { holeMark } from '../draft.ts';
import type { Proposal } from '../edited.ts';
import type { Line } from '../layout.ts';
import type { Lexicon } from '../lexicons/lexicon.ts';
import type { Phrase } from '../lexicons/phrase.ts';
import type { Reading } from '../reading.ts';
import type { Sentence } from '../sentences.ts';
import type { Pass, View } from '../view.ts';

/** Wordy phrases by shorter ones of the same meaning, and words that say nothing by none. */
export const phrases: Pass = {
  id: 'phrases',
  propose: (view) => view.sentences.flatMap((sentence) => inSentence(view, sentence)),
};

function inSentence(view: View, { said, offset, line, reading, lexicon }: Sentence): Proposal[] {
  const wordy = reading.wordy(view.level);
  if (wordy.length === 0) return [];
  const sentence = { start: offset, end: offset + said.length };
  const bound = reading.constraints.length > 0;
  const proposals: Proposal[] = [];
  for (const { start, end, value: phrase } of wordy) {
    const range = { start: sentence.start + start, end: sentence.start + end };
    if (phrase.at === 'start' && start > 0) continue;
    const beginsMain = (): boolean => start > 0 && beginsClause(said, start, reading, lexicon);
    if (phrase.at === 'main' && !beginsMain()) continue;
    if (phrase.at === 'clause' && start > 0 && !beginsMain()) continue;
    if (!isAmong(phrase, said.slice(0, start), said.slice(end), lexicon)) continue;
    if (goesOn(phrase, said.slice(end), lexicon)) continue;
    if (phrase.level === 'aggressive' && bound) continue;
    if (view.protected.touches(range.start, range.end)) continue;
    const proposal =
      phrase.to === ''
        ? without(view, range, sentence, line)
        : { ...range, text: asSaid(said.slice(start, end), phrase) };
    if (proposal !== null && proposal.start >= (proposals.at(-1)?.end ?? 0)) proposals.push(proposal);
  }
  return proposals;
}

/** Whether what stands before and behind a phrase is what it asks for. */
function isAmong(phrase: Phrase, before: string, behind: string, lexicon: Lexicon): boolean {
  const { at, from, notBehind, onlyBehind, onlyBefore, notBefore, beforeNumber, beforeColon } = phrase;
  if (at === 'end' && !/^[ \t]*(?:[.!?,;:)]|$)/.test(behind)) return false;
  if (notBehind?.includes(lastWord(before)) === true) return false;
  if (onlyBehind?.includes(lastWord(before)) === false) return false;
  if (phrase.notBehindTime === true && saysTime(before, lexicon)) return false;
  if (onlyBefore?.has(firstWord(behind)) === false) return false;
  if (beforeNumber === true && !number.test(behind)) return false;
  if (beforeColon === true && !behind.startsWith(':')) return false;
  // "a number of 1 to 5" is a number
  if (from.endsWith(' of') && /^[ \t]*\d/.test(behind)) return false;
  return notBefore?.some((word) => behind.includes(` ${word} `)) !== true;
}

/** Whether the last word of a phrase is said again of something else: "your task is to sort the mail and to answer it". */
function goesOn({ from, to }: Phrase, behind: string, { clauses }: Lexicon): boolean {
  const last = from.slice(from.lastIndexOf(' ') + 1);
  if (clauses === null || ` ${to} `.includes(` ${last} `)) return false;
  // "ensure the boat is clean and that it is dry" goes on well
  const isFollowed = last === clauses.complementizer && !clauses.reporting.includes(to);
  if (last !== clauses.infinitive && !isFollowed) return false;
  // behind a comma it may be said of another clause
  const clause = isFollowed ? (/^[^,;:]*/.exec(behind)?.[0] ?? '') : behind;
  return clauses.joins.some((join) => clause.includes(` ${join} ${last} `));
}

/** A number, or a placeholder that may bring one. */
const number = new RegExp(`^[ \\t]+(?:\\d|[\\x24{]|${holeMark})`);

/** Whether the main clause of a sentence begins there, behind its first clause: "If the boat is late, …". */
function beginsClause(said: string, offset: number, { words }: Reading, { clauses }: Lexicon): boolean {
  if (clauses === null || !/, $/.test(said.slice(0, offset))) return false;
  const opens = [...clauses.whenever, ...clauses.times, ...clauses.fronts];
  // of several commas the first may be one of a list
  return opens.includes(words[0]?.normal ?? '') && said.indexOf(',') === offset - 2;
}

/** Whether the last clause of a text says when something is. */
function saysTime(text: string, { clauses }: Lexicon): boolean {
  const clause =
    text
      .slice(-mostOfClause)
      .replace(/,?[ \t]*$/, '')
      .split(/[,;:]/)
      .at(-1) ?? '';
  const words = clause.toLowerCase().split(/[^\p{L}]+/u);
  return clauses !== null && [...clauses.whenever, ...clauses.times].some((one) => words.includes(one));
}

/** Characters. */
const mostOfClause = 200;

/** The word or the comma that a text ends with and its blank, in lower case; `''` where another mark or nothing stands there. */
function lastWord(text: string): string {
  return (/([\p{L}'’]+|,)[ \t]+$/u.exec(text.slice(-40))?.[1] ?? '').toLowerCase();
}

/** The word that a text begins with behind its blank, in lower case; `''` where another mark or nothing stands there. */
function firstWord(text: string): string {
  return (/^[ \t]+([\p{L}'’-]+)/u.exec(text.slice(0, 40))?.[1] ?? '').toLowerCase();
}

/** A replacement takes over the capital of what it replaces. */
function asSaid(said: string, { to }: Phrase): string {
  return /^\p{Lu}/u.test(said) ? capital(to) : to;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Nothing in place of a phrase: one of the blanks beside it goes too, and a comma that set it off. */
function without(view: View, { start, end }: Range, sentence: Range, line: Line): Proposal | null {
  const { text } = view;
  const after = /^,?[ \t]*/.exec(text.slice(end, line.end))?.[0].length ?? 0;
  const rest = text.slice(end + after, line.end);
  if (start === sentence.start && end === sentence.end) {
    // "Close with: Thank you!" says what is to be said
    const isSaid = text.slice(line.start, start).trimEnd().endsWith(':');
    return isSaid ? null : { start, end: end + after, text: '' };
  }
  if (start === sentence.start) {
    // the sentence begins with what follows, which must be a word that can take the capital
    const first = /^\p{L}[\p{L}'’]*/u.exec(rest)?.[0];
    if (first === undefined || view.protected.touches(end + after, end + after + first.length)) return null;
    const capitals = /^\p{Lu}/u.test(text.slice(start, end));
    return { start, end: end + after + 1, text: capitals ? capital(first).charAt(0) : first.charAt(0) };
  }
  if (/^[.!?,;:)]|^$/.test(rest) && after === 0) {
    const before = /,?[ \t]*$/.exec(text.slice(sentence.start, start))?.[0].length ?? 0;
    return { start: start - before, end, text: '' };
  }
  if (!/[ \t]$/.test(text.slice(0, start))) return null;
  const blanks = /^[ \t]+/.exec(text.slice(end, line.end))?.[0].length ?? 0;
  return blanks === 0 ? null : { start, end: end + blanks, text: '' };
}
