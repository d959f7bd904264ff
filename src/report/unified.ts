import { applyEdits, LineIndex, type Edit } from '../core/text.ts';

/** Lines shown around a change. */
const context = 3;

/** Lines that go, and those that come in their place, each with its line break. */
interface Change {
  readonly first: number;
  readonly old: readonly string[];
  readonly now: readonly string[];
}

/**
 * Edits of a text as a unified diff, as `patch` and `git apply` read it.
 * @param edits that do not overlap.
 */
export function unifiedDiff(path: string, before: string, edits: readonly Edit[]): string {
  const changes = changesOf(before, edits);
  if (changes.length === 0) return '';
  const lines = linesOf(before);
  let shift = 0;
  const hunks = hunksOf(changes).map((hunk) => {
    const { text, grown } = written(hunk, lines, shift);
    shift += grown;
    return text;
  });
  return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Line by line what the edits change. Only LF ends a line here: to `patch` a lone CR is a character like any other. */
function changesOf(before: string, edits: readonly Edit[]): Change[] {
  const starts = [0, ...Array.from(before.matchAll(/\n/g), ({ index }) => index + 1)];
  const index = new LineIndex(starts);
  const blocks: { first: number; last: number; readonly edits: Edit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const first = index.position(edit.range.start).line;
    const last = index.position(edit.range.end).line;
    const open = blocks.at(-1);
    if (open === undefined || first > open.last + 1) blocks.push({ first, last, edits: [edit] });
    else {
      open.last = Math.max(open.last, last);
      open.edits.push(edit);
    }
  }
  return blocks.flatMap(({ first, last, edits: inside }) => {
    const [from, to] = [starts[first] ?? 0, starts[last + 1] ?? before.length];
    const moved = inside.map(({ range, text }) => ({
      range: { start: range.start - from, end: range.end - from },
      text,
    }));
    const old = before.slice(from, to);
    return trimmed({ first, old: linesOf(old), now: linesOf(applyEdits(old, moved)) });
  });
}

/** Without the lines at both ends that stay as they are; nothing where all do. */
function trimmed({ first, old, now }: Change): Change[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  const most = Math.min(old.length, now.length) - head;
  let tail = 0;
  while (tail < most && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  if (head + tail === old.length && old.length === now.length) return [];
  return [
    {
      first: first + head,
      old: old.slice(head, old.length - tail),
      now: now.slice(head, now.length - tail),
    },
  ];
}

/** Changes whose surroundings touch stand together. */
function hunksOf(changes: readonly Change[]): (readonly [Change, ...Change[]])[] {
  const hunks: [Change, ...Change[]][] = [];
  for (const change of changes) {
    const open = hunks.at(-1);
    const before = open?.at(-1);
    if (open === undefined || before === undefined || change.first > endOf(before) + 2 * context)
      hunks.push([change]);
    else open.push(change);
  }
  return hunks;
}

function endOf({ first, old }: Change): number {
  return first + old.length;
}

/** @param shift lines that the hunks before this one have put in. */
function written(
  hunk: readonly [Change, ...Change[]],
  lines: readonly string[],
  shift: number,
): { readonly text: string; readonly grown: number } {
  const start = Math.max(hunk[0].first - context, 0);
  let at = start;
  let grown = 0;
  let text = '';
  for (const change of hunk) {
    text += marked(' ', lines.slice(at, change.first)) + marked('-', change.old) + marked('+', change.now);
    at = endOf(change);
    grown += change.now.length - change.old.length;
  }
  const end = Math.min(at + context, lines.length);
  text += marked(' ', lines.slice(at, end));
  const [old, now] = [end - start, end - start + grown];
  return { text: `@@ -${span(start, old)} +${span(start + shift, now)} @@\n${text}`, grown };
}

/** A stretch without lines is named by the line before it. */
function span(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`;
}

function marked(mark: string, lines: readonly string[]): string {
  return lines
    .map((line) => `${mark}${line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`}`)
    .join('');
}

/** With their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
