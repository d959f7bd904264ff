import { applyEdits, LineIndex, lineStarts, type Edit } from '../core/text.ts';

/** Lines shown around a change. */
const context = 3;

/**
 * Edits of a text as a unified diff, as `patch` and `git apply` read it.
 * @param edits that do not overlap.
 */
export function unifiedDiff(path: string, before: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return '';
  const hunks = hunksOf(before, edits);
  let shift = 0;
  const out = [`--- a/${path}`, `+++ b/${path}`];
  for (const { first, last, edits: inside } of hunks) {
    const starts = lineStarts(before);
    const [from, to] = [starts[first] ?? 0, starts[last + 1] ?? before.length];
    const moved = inside.map(({ range, text }) => ({
      range: { start: range.start - from, end: range.end - from },
      text,
    }));
    const old = linesOf(before.slice(from, to));
    const now = linesOf(applyEdits(before.slice(from, to), moved));
    out.push(`@@ -${first + 1},${old.length} +${first + 1 + shift},${now.length} @@`);
    out.push(...changed(old, now));
    shift += now.length - old.length;
  }
  return `${out.join('\n')}\n`;
}

interface Hunk {
  first: number;
  last: number;
  readonly edits: Edit[];
}

function hunksOf(before: string, edits: readonly Edit[]): Hunk[] {
  const index = new LineIndex(lineStarts(before));
  const end = index.starts.length - 1 - (before.endsWith('\n') ? 1 : 0);
  const hunks: Hunk[] = [];
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const first = Math.max(index.position(edit.range.start).line - context, 0);
    const last = Math.min(index.position(edit.range.end).line + context, Math.max(end, 0));
    const open = hunks.at(-1);
    if (open === undefined || first > open.last + 1) hunks.push({ first, last, edits: [edit] });
    else {
      open.last = Math.max(open.last, last);
      open.edits.push(edit);
    }
  }
  return hunks;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else lines.push(`${lines.pop() ?? ''}\n\\ No newline at end of file`);
  return lines;
}

/** Lines that stay, go and come; what both have at their beginning and end stays, and so do lines between that are alike. */
function changed(old: readonly string[], now: readonly string[]): string[] {
  const out: string[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      out.push(` ${old[i] ?? ''}`);
      i++;
      j++;
      continue;
    }
    const [di, dj] = nextAlike(old, now, i, j);
    for (; i < di; i++) out.push(`-${old[i] ?? ''}`);
    for (; j < dj; j++) out.push(`+${now[j] ?? ''}`);
  }
  return out;
}

/** The nearest pair of lines that are alike. */
function nextAlike(old: readonly string[], now: readonly string[], i: number, j: number): [number, number] {
  for (let distance = 1; distance <= old.length - i + now.length - j; distance++)
    for (let a = 0; a <= distance; a++) {
      const [di, dj] = [i + a, j + distance - a];
      if (di < old.length && dj < now.length && old[di] === now[dj]) return [di, dj];
    }
  return [old.length, now.length];
}
