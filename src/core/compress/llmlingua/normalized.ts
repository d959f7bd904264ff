/** A text as a tokenizer reads it, one code point after the other, each with the stretch of the original it came from. */
export interface Normalized {
  readonly chars: readonly string[];
  /** UTF-16 offsets of the original, one for each of `chars`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Rewrites a text piece by piece.
 * @param pieces matches every piece, without gaps. @param rewrite what a piece becomes; nothing, where it is left out.
 */
export function normalize(text: string, pieces: RegExp, rewrite: (piece: string) => string): Normalized {
  const chars: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: piece, index } of text.matchAll(pieces))
    for (const char of rewrite(piece)) {
      chars.push(char);
      starts.push(index);
      ends.push(index + piece.length);
    }
  return { chars, starts, ends };
}

/** The stretches of characters that are no white space, as `[from, to)` of `chars`. */
export function* betweenBlanks({ chars }: Normalized): Generator<readonly [number, number]> {
  let from = -1;
  for (let i = 0; i <= chars.length; i++) {
    const isBlank = i === chars.length || /\s/u.test(chars[i] ?? '');
    if (isBlank && from >= 0) yield [from, i];
    if (isBlank) from = -1;
    else if (from < 0) from = i;
  }
}
