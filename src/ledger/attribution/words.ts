/**
 * Words of letters and digits, in lower case; signs and blanks between them do not count, because indentation, escapes and
 * quotes are what differs between a source and what it sends. Scripts that put no blanks between words go by character.
 */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;

/** @param most stops after so many. */
export function wordsOf(text: string, most = Number.POSITIVE_INFINITY): string[] {
  const words: string[] = [];
  for (const [found] of text.matchAll(word)) {
    if (words.length >= most) break;
    words.push(found.toLowerCase());
  }
  return words;
}

/** Whether a word could go on before or behind this character. */
export function isInWord(character: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(character);
}
