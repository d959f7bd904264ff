import type { Range } from '../text.ts';

/** A word or a punctuation mark of a text. */
export interface Word extends Range {
  /** Lower case, with straight apostrophes. */
  readonly normal: string;
}

/** French elisions (`n'`), words with inner hyphens and apostrophes, single marks. */
const word =
  /(?:[nsldjmtcNSLDJMTC]|[qQ][uU])['’](?=\p{L})|[\p{L}\p{M}\p{N}_]+(?:['’-][\p{L}\p{M}\p{N}_]+)*|[^\s]/gu;

export function wordsOf(text: string): Word[] {
  const lower = normal(text);
  // a few letters are longer in lower case
  const isAlike = lower.length === text.length;
  let at = 0;
  return (text.match(word) ?? []).map((found) => {
    // what is no blank is in a word or a mark: between the last one and this one there are blanks alone
    const start = text.indexOf(found, at);
    at = start + found.length;
    return { start, end: at, normal: isAlike ? lower.slice(start, at) : normal(found) };
  });
}

export function normal(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

/** The words of a phrase; most are plain, and there are thousands of them. */
export function wordsOfPhrase(phrase: string): readonly string[] {
  return plainPhrase.test(phrase) ? phrase.split(' ') : wordsOf(phrase).map((one) => one.normal);
}

const plainPhrase = /^[a-z]+(?: [a-z]+)*$/;
