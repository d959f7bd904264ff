import type { Proposal } from '../edited.ts';

/** Words of a section; longer ones are compared in their beginnings and ends alone. */
const mostCompared = 1500;

/**
 * What to change in a text so that it reads as another one, word by word: the longest row of words and blanks that both
 * have stays. @returns edits in order, apart from each other.
 */
export function differenceOf(before: string, after: string): Proposal[] {
  const [a, b] = [piecesOf(before), piecesOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [midA, midB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const offset = a.slice(0, head).join('').length;
  if (midA.length > mostCompared || midB.length > mostCompared)
    return [{ start: offset, end: offset + midA.join('').length, text: midB.join('') }];
  return walk(midA, midB, lengths(midA, midB), offset);
}

function piecesOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_'’-]+|\s|[^]/gu) ?? [];
}

/** Of the longest common row of what follows, for each pair of places. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = rows[i] as Uint16Array;
      const next = rows[i + 1] as Uint16Array;
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
}

function walk(
  a: readonly string[],
  b: readonly string[],
  rows: readonly Uint16Array[],
  offset: number,
): Proposal[] {
  const edits: { start: number; end: number; text: string }[] = [];
  let at = offset;
  let open: { start: number; end: number; text: string } | null = null;
  const change = (): { start: number; end: number; text: string } => {
    if (open === null) edits.push((open = { start: at, end: at, text: '' }));
    return open;
  };
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [here, there] = [a[i], b[j]];
    if (here !== undefined && here === there) {
      open = null;
      at += here.length;
      i++;
      j++;
    } else if (
      there === undefined ||
      (here !== undefined && (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))
    ) {
      const gone = here ?? '';
      change().end += gone.length;
      at += gone.length;
      i++;
    } else {
      change().text += there;
      j++;
    }
  }
  return edits;
}
