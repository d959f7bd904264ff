import type { Range } from '../text.ts';

/**
 * What is left of `[start, end)` when up to `margin` blanks are taken from the start of each line.
 * @param lineStart whether `start` begins a line.
 */
export function withoutMargin(
  source: string,
  { start, end }: Range,
  margin: number,
  lineStart: boolean,
): Range[] {
  const kept: Range[] = [];
  let from = lineStart ? afterBlanks(source, start, end, margin) : start;
  for (let at = source.indexOf('\n', start); at !== -1 && at < end; at = source.indexOf('\n', at + 1)) {
    if (at + 1 > from) kept.push({ start: from, end: at + 1 });
    from = afterBlanks(source, at + 1, end, margin);
  }
  if (from < end) kept.push({ start: from, end });
  return kept;
}

function afterBlanks(source: string, start: number, end: number, most: number): number {
  let at = start;
  while (at < end && at - start < most && (source[at] === ' ' || source[at] === '\t')) at++;
  return at;
}
