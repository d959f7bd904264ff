import type { Token } from './encoder.ts';

/**
 * Tokens in chunks that a model can read at once. A chunk ends behind the last full stop that a word follows, else where
 * the last word does that fits whole; in the middle of a word only where that word alone is too long.
 * @param longest tokens of a chunk, without the special ones.
 */
export function chunksOf(tokens: readonly Token[], longest: number): (readonly Token[])[] {
  const chunks: (readonly Token[])[] = [];
  let start = 0;
  while (start < tokens.length) {
    const end = endOf(tokens, start, longest);
    chunks.push(tokens.slice(start, end));
    start = end;
  }
  return chunks;
}

function endOf(tokens: readonly Token[], start: number, longest: number): number {
  const most = start + longest;
  if (most >= tokens.length) return tokens.length;
  for (let i = most - 1; i > start; i--)
    if (isFullStop(tokens[i]) && tokens[i + 1]?.opens === true) return i + 1;
  for (let end = most; end > start; end--) if (tokens[end]?.opens === true) return end;
  return most;
}

function isFullStop(token: Token | undefined): boolean {
  return token?.piece === '.';
}
