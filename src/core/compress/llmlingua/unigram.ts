import type { Encoder, Token } from './encoder.ts';
import { betweenBlanks, normalize, type Normalized } from './normalized.ts';

export interface UnigramOptions {
  /** Piece → its id and the logarithm of its probability. Special tokens left out. */
  readonly pieces: ReadonlyMap<string, { readonly id: number; readonly score: number }>;
  readonly opening: number;
  readonly closing: number;
  readonly unknown: { readonly id: number; readonly piece: string };
  readonly normalizes: (piece: string) => string;
  /** Which blanks are part of the word behind them: `none`, `each` of them, or one for all that follow one another (`runs`). */
  readonly blanks: 'none' | 'each' | 'runs';
}

/** The mark of SentencePiece for a blank, which a word begins with. */
const blank = '\u2581';

/** What stands for a character without a piece is worth less than any piece by this much, as in SentencePiece. */
const penalty = 10;

/** The ASCII marks, each a word of its own for LLMLingua-2 even inside of one. */
const marks = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * What must be normalised together, because a later character can change an earlier one: a letter with its accents, Hangul
 * with loose jamo, narrow kana with their voicing.
 */
const clusters =
  /[\uAC00-\uD7A3]?[\u1100-\u11FF\u3131-\u318E\uA960-\uA97F\uD7B0-\uD7FB\uFFA0-\uFFDC]+[\p{M}]*|[^][\p{M}\uFF9E\uFF9F]*/gu;

/**
 * The tokenizer of XLM-RoBERTa: of all ways to take a word apart into pieces, the most probable one (Viterbi).
 * @see https://arxiv.org/abs/1804.10959
 */
export class Unigram implements Encoder {
  readonly opening: number;
  readonly closing: number;
  readonly #options: UnigramOptions;
  readonly #longest: number;
  readonly #unknownScore: number;

  constructor(options: UnigramOptions) {
    this.opening = options.opening;
    this.closing = options.closing;
    this.#options = options;
    let [longest, least] = [1, 0];
    for (const [piece, { score }] of options.pieces) {
      longest = Math.max(longest, piece.length);
      least = Math.min(least, score);
    }
    this.#longest = longest;
    this.#unknownScore = least - penalty;
  }

  encode(text: string): readonly Token[] {
    const normalized = normalize(text, clusters, this.#options.normalizes);
    const known = new Map<string, readonly Cut[]>();
    return this.#words(normalized).flatMap((word) => {
      const spelt = word.chars.join('');
      const cuts = known.get(spelt) ?? joined(this.#cut(word.chars));
      if (spelt.length <= longestRemembered) known.set(spelt, cuts);
      return cuts.map((cut) => this.#token(word, cut));
    });
  }

  /** Each word behind its mark, which has a place in the text only where a blank does. */
  #words(normalized: Normalized): Normalized[] {
    const ranges =
      this.#options.blanks === 'none'
        ? betweenBlanks(normalized)
        : fromBlanks(normalized, this.#options.blanks);
    return Array.from(ranges, ([from, to]) => marked(normalized, from, to));
  }

  /** From the end of the word backwards. */
  #cut(chars: readonly string[]): Cut[] {
    const { pieces } = this.#options;
    const best: (Cut & { readonly total: number })[] = [];
    for (let from = 0; from < chars.length; from++) {
      const before = from === 0 ? 0 : (best[from - 1]?.total ?? 0);
      const offer = (to: number, id: number | null, piece: string, score: number): void => {
        const known = best[to - 1];
        const total = before + score;
        if (known === undefined || total > known.total) best[to - 1] = { from, to, id, piece, total };
      };
      let piece = '';
      for (let to = from + 1; to <= chars.length && piece.length < this.#longest; to++) {
        piece += chars[to - 1] ?? '';
        const found = pieces.get(piece);
        if (found !== undefined) offer(to, found.id, piece, found.score);
        else if (to === from + 1) offer(to, null, piece, this.#unknownScore);
      }
    }
    const cuts: Cut[] = [];
    for (let cut = best[chars.length - 1]; cut !== undefined; cut = best[cut.from - 1]) cuts.push(cut);
    return cuts;
  }

  #token({ starts, ends }: Normalized, { from, to, id, piece }: Cut): Token {
    return {
      id: id ?? this.#options.unknown.id,
      piece,
      start: starts[from] ?? 0,
      end: ends[to - 1] ?? 0,
      opens: piece.startsWith(blank) || marks.includes(piece),
      unknown: id === null,
    };
  }
}

/** Characters. Longer words are seldom said twice. */
const longestRemembered = 64;

/** A piece of a word, as `[from, to)` of its characters; without id where the vocabulary has none. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly id: number | null;
  readonly piece: string;
}

/** Unknown characters that follow one another are one token. @param cuts from the end backwards; given back in order. */
function joined(cuts: readonly Cut[]): readonly Cut[] {
  const joined: Cut[] = [];
  for (const cut of cuts.toReversed()) {
    const last = joined.at(-1);
    if (cut.id !== null || last === undefined || last.id !== null) joined.push(cut);
    else joined[joined.length - 1] = { ...last, to: cut.to, piece: last.piece + cut.piece };
  }
  return joined;
}

/** Words as they follow one another, each from the blank in front of it on. */
function* fromBlanks({ chars }: Normalized, blanks: 'each' | 'runs'): Generator<readonly [number, number]> {
  let from = 0;
  for (let i = 1; i <= chars.length; i++) {
    if (i < chars.length && chars[i] !== ' ') continue;
    const repeats = blanks === 'runs' && i === from + 1 && chars[from] === ' ' && chars[i] === ' ';
    if (!repeats && i > from) yield [from, i];
    from = i;
  }
}

function marked({ chars, starts, ends }: Normalized, from: number, to: number): Normalized {
  const hasBlank = chars[from] === ' ' || chars[from] === blank;
  const first = hasBlank ? from + 1 : from;
  const at = starts[from] ?? 0;
  return {
    chars: [blank, ...chars.slice(first, to)],
    starts: [at, ...starts.slice(first, to)],
    ends: [hasBlank ? (ends[from] ?? at) : at, ...ends.slice(first, to)],
  };
}
