import type { Range } from '../text.ts';

/**
 * Where a pattern of the user stands in a text: as it is written, `*` for anything within a line, as little as can be.
 * The pattern may come from a repository that nobody has vetted, so it is no regular expression: each line is gone
 * through once per part of the pattern.
 */
export function keptBy(pattern: string, text: string): Range[] {
  const parts = pattern.split('*').filter((part) => part !== '');
  const [first] = parts;
  if (first === undefined) return [];
  const found: Range[] = [];
  for (let start = text.indexOf(first); start >= 0;) {
    const lineEnd = endOfLine(text, start);
    const end = endOfMatch(parts, text, start, lineEnd);
    // what is not there behind an earlier beginning is not there behind a later one
    const next = end ?? lineEnd;
    if (end !== null)
      found.push({
        start: pattern.startsWith('*') ? startOfWord(text, start) : start,
        end: pattern.endsWith('*') ? endOfWord(text, end) : end,
      });
    start = text.indexOf(first, next);
  }
  return found;
}

function endOfMatch(parts: readonly string[], text: string, start: number, lineEnd: number): number | null {
  let at = start;
  const line = text.slice(start, lineEnd);
  for (const part of parts) {
    const found = line.indexOf(part, at - start);
    if (found < 0) return null;
    at = start + found + part.length;
  }
  return at;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** A star at an edge reaches to the edge of the word. */
function startOfWord(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\S/.test(text[start - 1] ?? '')) start--;
  return start;
}

function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\S/.test(text[end] ?? '')) end++;
  return end;
}
