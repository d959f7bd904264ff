import type { Range } from '../text.ts';
import { applyAll, type CompressionEdit } from './edited.ts';
import { tokensBetweenHoles } from './held.ts';

/** Edits that are taken or left together, as a person is shown them. */
export interface EditGroup {
  readonly group: number;
  /** From the first character that changes to the last, in the original. */
  readonly range: Range;
  readonly before: string;
  readonly after: string;
  /** What it saves by itself. Together the groups may save a token more or less, because tokens reach across words. */
  readonly tokens: number;
  readonly passes: readonly string[];
}

/** The edits of a text, group by group, each with what it saves. */
export function groupsOf(
  text: string,
  edits: readonly CompressionEdit[],
  count: (text: string) => number,
): EditGroup[] {
  const counted = tokensBetweenHoles(count);
  const groups = new Map<number, CompressionEdit[]>();
  for (const edit of edits) {
    const known = groups.get(edit.group);
    if (known === undefined) groups.set(edit.group, [edit]);
    else known.push(edit);
  }
  return [...groups].map(([group, own]) => {
    const range = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
    const line = linesAround(text, range);
    const tokens = counted(text.slice(line.start, line.end)) - counted(applyAll(text, own, line));
    const passes = [...new Set(own.flatMap((edit) => edit.passes))];
    return {
      group,
      range,
      before: text.slice(range.start, range.end),
      after: applyAll(text.slice(range.start, range.end), moved(own, -range.start)),
      tokens,
      passes,
    };
  });
}

function moved(edits: readonly CompressionEdit[], by: number): CompressionEdit[] {
  return edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by }));
}

function linesAround(text: string, { start, end }: Range): Range {
  const close = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: close === -1 ? text.length : close + 1 };
}
