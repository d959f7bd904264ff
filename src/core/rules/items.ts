import type { Edit, Range } from '../text.ts';

/** Takes an item of a list or an entry of a record out, with its comma and its line. */
export function withoutItem(text: string, item: Range): Edit {
  const line = linesOf(text, item);
  if (line !== null) return { range: line, text: '' };
  const behind = /^\s*,\s*/.exec(text.slice(item.end))?.[0];
  if (behind !== undefined) return { range: { start: item.start, end: item.end + behind.length }, text: '' };
  const before = /,\s*$/.exec(text.slice(0, item.start))?.[0] ?? '';
  return { range: { start: item.start - before.length, end: item.end }, text: '' };
}

/** Puts an item behind another one, on a line of its own where that one has lines of its own. */
export function itemBehind(text: string, item: Range, added: string): Edit {
  const line = linesOf(text, item, comment);
  const at = (place: number, put: string): Edit => ({ range: { start: place, end: place }, text: put });
  if (line === null) return at(item.end, `, ${added}`);
  const indent = text.slice(line.start, item.start);
  // a comment behind the comma is about the item before it
  const behind = new RegExp(`^[ \\t]*,${comment}`).exec(text.slice(item.end, line.end))?.[0];
  return behind === undefined
    ? at(item.end, `,\n${indent}${added}`)
    : at(item.end + behind.trimEnd().length, `\n${indent}${added},`);
}

const comment = String.raw`[ \t]*(?:(?:#|//)[^\r\n]*)?`;

/** The whole lines of an item, where nothing but its comma, and what else may, stands on them beside it. */
function linesOf(text: string, { start, end }: Range, beside = ''): Range | null {
  const before = /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, start - 400), start));
  const behind = new RegExp(`^[ \\t]*,?[ \\t]*${beside}\\r?(?:\\n|$)`).exec(text.slice(end, end + 2000));
  if (before === null || behind === null) return null;
  return { start: start - (before[1] ?? '').length, end: end + behind[0].length };
}
