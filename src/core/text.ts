/** A stretch of text, `[start, end)`, in UTF-16 offsets. Lines and columns exist only where people are told of them. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Replaces `range` of a text by `text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/**
 * Applies edits that do not overlap, in any order.
 * @throws RangeError when two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let out = '';
  let at = 0;
  for (const { range, text: replacement } of sorted) {
    if (range.start < at || range.end < range.start || range.end > text.length)
      throw new RangeError(
        `edit [${range.start}, ${range.end}) does not follow offset ${at} in a text of ${text.length}`,
      );
    out += text.slice(at, range.start) + replacement;
    at = range.end;
  }
  return out + text.slice(at);
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Offset of the first character of every line. A line ends with LF, CRLF or a lone CR. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Finds lines and columns, both counted from 0, columns in UTF-16 units. */
export class LineIndex {
  readonly starts: readonly number[];

  constructor(starts: readonly number[]) {
    this.starts = starts;
  }

  position(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - (this.starts[low] ?? 0) };
  }
}

/** The order of two texts by code units, so that every machine sorts alike. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * A part of a text without the rest of it: the engine keeps all of a text in memory as long as there is a longer part.
 * @see https://github.com/v8/v8/blob/main/src/objects/string.h SlicedString (2026-11-22)
 */
export function onItsOwn(part: string): string {
  // a key is kept by itself, and once for all who have the same
  return part.length < shortestSlice ? part : (Object.keys({ [part]: true })[0] ?? part);
}

/** Characters; what is shorter is copied by itself. */
const shortestSlice = 13;
