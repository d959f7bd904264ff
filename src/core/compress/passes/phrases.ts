import type { Range } from '../../text.ts';
import type { Proposal } from '../edited.ts';
import type { Line } from '../layout.ts';
import type { Phrase } from '../lexicons/phrase.ts';
import type { Sentence } from '../sentences.ts';
import type { Pass, View } from '../view.ts';

/** Wordy phrases by shorter ones of the same meaning, and words that say nothing by none. */
export const phrases: Pass = {
  id: 'phrases',
  propose: (view) => view.sentences.flatMap((sentence) => inSentence(view, sentence)),
};

function inSentence(view: View, { said, offset, line, reading }: Sentence): Proposal[] {
  const wordy = reading.wordy(view.level);
  if (wordy.length === 0) return [];
  const sentence = { start: offset, end: offset + said.length };
  const bound = reading.constraints.length > 0;
  const proposals: Proposal[] = [];
  for (const { start, end, value: phrase } of wordy) {
    const range = { start: sentence.start + start, end: sentence.start + end };
    if (phrase.at === 'start' && start > 0) continue;
    if (phrase.at === 'end' && !/^[ \t]*(?:[.!?,;:)]|$)/.test(said.slice(end))) continue;
    if (phrase.notBehind?.includes(wordBefore(said, start)) === true) continue;
    // "a number of 1 to 5" is a number
    if (phrase.from.endsWith(' of') && /^[ \t]*\d/.test(said.slice(end))) continue;
    if (phrase.level === 'aggressive' && bound) continue;
    if (phrase.notBefore?.some((word) => said.slice(end).includes(` ${word} `)) === true) continue;
    if (view.protected.touches(range.start, range.end)) continue;
    const proposal =
      phrase.to === ''
        ? without(view, range, sentence, line)
        : { ...range, text: asSaid(said.slice(start, end), phrase) };
    if (proposal !== null && proposal.start >= (proposals.at(-1)?.end ?? 0)) proposals.push(proposal);
  }
  return proposals;
}

/** The word before an offset, in lower case; `''` where another mark or nothing stands there. */
function wordBefore(said: string, offset: number): string {
  return (/([\p{L}'’]+)[ \t]+$/u.exec(said.slice(Math.max(0, offset - 40), offset))?.[1] ?? '').toLowerCase();
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
  if (start === sentence.start && end === sentence.end) return { start, end: end + after, text: '' };
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
