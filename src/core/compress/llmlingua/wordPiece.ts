import type { Encoder, Token } from './encoder.ts';
import { betweenBlanks, normalize, type Normalized } from './normalized.ts';

export interface WordPieceOptions {
  /** Piece → id. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly opening: number;
  readonly closing: number;
  readonly unknown: { readonly id: number; readonly piece: string };
  /** What a piece inside a word begins with. */
  readonly inside: string;
  /** Code points; a longer word is unknown. */
  readonly longestWord: number;
  readonly cleans: boolean;
  readonly splitsHan: boolean;
  readonly lowers: boolean;
  readonly stripsAccents: boolean;
}

/**
 * The tokenizer of BERT: words between blanks and marks, each taken apart into the longest pieces that the vocabulary has.
 * @see https://github.com/google-research/bert/blob/master/tokenization.py
 */
export class WordPiece implements Encoder {
  readonly opening: number;
  readonly closing: number;
  readonly #options: WordPieceOptions;

  constructor(options: WordPieceOptions) {
    this.opening = options.opening;
    this.closing = options.closing;
    this.#options = options;
  }

  encode(text: string): readonly Token[] {
    const normalized = normalize(text, /[^]/gu, (char) => this.#normal(char));
    const tokens: Token[] = [];
    for (const [from, to] of betweenBlanks(normalized))
      for (const [start, end] of this.#apart(normalized, from, to))
        tokens.push(...this.#pieces(normalized, start, end));
    return tokens;
  }

  #normal(char: string): string {
    const { cleans, lowers, stripsAccents } = this.#options;
    if (cleans && (char === '\uFFFD' || (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(char) && !/[\t\n\r]/.test(char))))
      return '';
    const lower = lowers ? char.toLowerCase() : char;
    return stripsAccents ? lower.normalize('NFD').replace(/\p{Mn}/gu, '') : lower;
  }

  /** Punctuation marks, and Han characters where the vocabulary knows no words of them, each stand alone. */
  *#apart({ chars }: Normalized, from: number, to: number): Generator<readonly [number, number]> {
    let start = from;
    for (let i = from; i < to; i++) {
      const char = chars[i] ?? '';
      if (!isMark(char) && !(this.#options.splitsHan && isHan(char))) continue;
      if (i > start) yield [start, i];
      yield [i, i + 1];
      start = i + 1;
    }
    if (to > start) yield [start, to];
  }

  #pieces({ chars, starts, ends }: Normalized, from: number, to: number): Token[] {
    const { vocabulary, inside, longestWord, unknown } = this.#options;
    const tokens: Token[] = [];
    const range = (start: number, end: number) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 });
    const whole = { ...unknown, ...range(from, to), opens: true, unknown: true };
    if (to - from > longestWord) return [whole];
    for (let start = from; start < to;) {
      let end = to;
      let piece = '';
      for (; end > start; end--) {
        piece = (start > from ? inside : '') + chars.slice(start, end).join('');
        if (vocabulary.has(piece)) break;
      }
      const id = vocabulary.get(piece);
      if (end === start || id === undefined) return [whole];
      tokens.push({ id, piece, ...range(start, end), opens: start === from, unknown: false });
      start = end;
    }
    return tokens;
  }
}

function isMark(char: string): boolean {
  return /[\p{P}!-/:-@[-`{-~]/u.test(char);
}

/** The blocks that BERT counts as Chinese characters: neither kana nor Hangul, which are written with blanks or pieces. */
const han: readonly (readonly [number, number])[] = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b73f],
  [0x2b740, 0x2b81f],
  [0x2b820, 0x2ceaf],
  [0xf900, 0xfaff],
  [0x2f800, 0x2fa1f],
];

function isHan(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return code >= 0x3400 && han.some(([first, last]) => code >= first && code <= last);
}
