import type { EncodingName } from '../host.ts';
import { LOWER, MARK, NEWLINE, NUMBER, OTHER_LETTER, SPACE, SYMBOL, UPPER, width } from './kinds.ts';
import type { Kinds } from './kinds.ts';

/** UTF-8 bytes → the end of the piece that begins at `at`; always behind `at`. */
export type Splitter = (kinds: Kinds, bytes: Uint8Array, at: number, end: number) => number;

/**
 * The encodings' split patterns, by hand. Their regular expressions run several times slower in V8, take its
 * Unicode version and its `\s` instead of Rust's, and may overflow its stack on one long line. Each byte is looked at
 * a constant number of times. What they match is shown above each function, as in OpenAI's tiktoken.
 */
export const splitters = { o200k_base: o200k, cl100k_base: cl100k } satisfies Record<EncodingName, Splitter>;

const LETTER = UPPER | LOWER | OTHER_LETTER;
const WHITE = SPACE | NEWLINE;
/** `[^\r\n\p{L}\p{N}]`: what a word may take along in front. */
const BEFORE_WORD = MARK | SPACE | SYMBOL;
/** `[^\s\p{L}\p{N}]` */
const PUNCTUATION = MARK | SYMBOL;
const UPPERISH = UPPER | OTHER_LETTER | MARK;
const LOWERISH = LOWER | OTHER_LETTER | MARK;

const SLASH = 0x2f;
const BLANK = 0x20;
const [D, E, L, M, R, S, T, V] = [0x64, 0x65, 0x6c, 0x6d, 0x72, 0x73, 0x74, 0x76];

/**
 * `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?`
 * `|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?`
 * `|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`
 */
function o200k(kinds: Kinds, bytes: Uint8Array, at: number, end: number): number {
  const kind = kinds.at(bytes, at);
  // A mark could go in front as well, but what follows is the same when it is the word's first letter.
  const start = kind & (SPACE | SYMBOL) ? at + width(bytes[at] ?? 0) : at;
  const word = casedWord(kinds, bytes, start, end);
  if (word > start) return contraction(bytes, word, end);
  if (kind & NUMBER) return number(kinds, bytes, at, end);
  return punctuation(kinds, bytes, at, end, SLASH);
}

/**
 * `(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}`
 * `| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`
 */
function cl100k(kinds: Kinds, bytes: Uint8Array, at: number, end: number): number {
  const ending = contraction(bytes, at, end);
  if (ending > at) return ending;
  const kind = kinds.at(bytes, at);
  const start = kind & BEFORE_WORD ? at + width(bytes[at] ?? 0) : at;
  const word = run(kinds, bytes, start, end, LETTER);
  if (word > start) return word;
  if (kind & NUMBER) return number(kinds, bytes, at, end);
  return punctuation(kinds, bytes, at, end, -1);
}

/** End of the longest run of characters of the given kinds. */
function run(kinds: Kinds, bytes: Uint8Array, from: number, end: number, wanted: number): number {
  const { single } = kinds;
  let i = from;
  for (;;) {
    while (i < end && (single[bytes[i] ?? 0] ?? 0) & wanted) i++;
    // the end, something else, or a character of several bytes
    if (i >= end || (bytes[i] ?? 0) < 0x80 || !(kinds.at(bytes, i) & wanted)) return i;
    i += width(bytes[i] ?? 0);
  }
}

/**
 * Capitals, then small letters; letters without case count as either. `from` where there is no word.
 * Where no small letter follows the capitals, the first pattern steps back to the last letter without case.
 */
function casedWord(kinds: Kinds, bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  let afterCaseless = from;
  while (i < end) {
    const kind = kinds.at(bytes, i);
    if (!(kind & UPPERISH)) {
      if (kind & LOWER) return run(kinds, bytes, i, end, LOWERISH);
      break;
    }
    i += width(bytes[i] ?? 0);
    if (kind !== UPPER) afterCaseless = i;
  }
  return afterCaseless > from ? afterCaseless : i;
}

/** `(?i:'s|'t|'re|'ve|'m|'ll|'d)?` Rust folds `ſ` (U+017F, C5 BF in UTF-8) to `s`. */
function contraction(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end || bytes[at] !== 0x27) return at;
  const first = lowerCase(bytes[at + 1] ?? 0);
  if (first === S || first === T || first === M || first === D) return at + 2;
  if (at + 2 >= end) return at;
  const second = lowerCase(bytes[at + 2] ?? 0);
  const two = (first === L && second === L) || ((first === R || first === V) && second === E);
  return two || (first === 0xc5 && second === 0xbf) ? at + 3 : at;
}

function lowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}

function number(kinds: Kinds, bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  for (let digits = 0; digits < 3 && i < end && kinds.at(bytes, i) & NUMBER; digits++)
    i += width(bytes[i] ?? 0);
  return i;
}

/** ` ?[^\s\p{L}\p{N}]+[\r\n/]*`, or white space. `alsoAfter` may stand among the line breaks that end it. */
function punctuation(kinds: Kinds, bytes: Uint8Array, at: number, end: number, alsoAfter: number): number {
  const start = bytes[at] === BLANK ? at + 1 : at;
  let i = run(kinds, bytes, start, end, PUNCTUATION);
  if (i === start) return whiteSpace(kinds, bytes, at, end);
  while (i < end && (bytes[i] === 0x0a || bytes[i] === 0x0d || bytes[i] === alsoAfter)) i++;
  return i;
}

/** `\s*[\r\n]+|\s+(?!\S)|\s+`: up to the last line break, else all but the last character before something else. */
function whiteSpace(kinds: Kinds, bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  let last = at;
  let afterBreak = at;
  while (i < end) {
    const kind = kinds.at(bytes, i);
    if (!(kind & WHITE)) break;
    last = i;
    i += width(bytes[i] ?? 0);
    if (kind & NEWLINE) afterBreak = i;
  }
  if (afterBreak > at) return afterBreak;
  return i === end || last === at ? i : last;
}
