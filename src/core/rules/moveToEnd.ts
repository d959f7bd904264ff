import type { MeteredPrompt } from '../report.ts';
import type { Range } from '../text.ts';
import type { Fault, Sources } from './rule.ts';

/** A line break as a string holds it: a real one, or written as an escape. */
const breaks = /\r?\n|\\n/g;

/**
 * Moves the line of a hole to the end of the text that it stands in.
 * @returns `null` where the text is not written in one piece, the hole is not alone on its line, or the line is the last.
 */
export function moveToEnd(prompt: MeteredPrompt, hole: Range, sources: Sources): Fault['fix'] {
  const { segments, path } = prompt;
  const at = segments.findIndex(
    (segment) => segment.kind === 'hole' && segment.path === path && segment.range.start === hole.start,
  );
  const [first, last, before, after] = [segments[0], segments.at(-1), segments[at - 1], segments[at + 1]];
  if (at < 0 || first === undefined || last === undefined || after?.kind !== 'text') return null;
  const apart = segments.some((segment, i) => {
    const next = segments[i + 1];
    return segment.path !== path || (next !== undefined && next.range.start !== segment.range.end);
  });
  const source = sources.text(path);
  if (apart || source === null || before?.kind === 'hole') return null;

  const lead = before === undefined ? '' : source.slice(before.range.start, before.range.end);
  const start = (before?.range.start ?? hole.start) + (lastBreak(lead)?.end ?? 0);
  const next = firstBreak(source.slice(after.range.start, after.range.end));
  // in front of what stands on the line there must be nothing but the beginning of the text
  if (next === null || (lastBreak(lead) === null && before !== undefined && before !== first)) return null;
  const end = after.range.start + next.start;
  const line = source.slice(start, end);
  const newline = source.slice(end, after.range.start + next.end);
  const tail = last.kind === 'text' ? source.slice(last.range.start, last.range.end) : '';
  const closing = /(?:\r?\n|\\n)[ \t]*$/.exec(tail)?.[0] ?? '';
  const insertAt = last.range.end - closing.length;
  if (insertAt <= after.range.start + next.end) return null;
  return {
    title: 'Move this line to the end of the prompt',
    disposition: 'review',
    edits: [
      { path, range: { start, end: end + newline.length }, text: '' },
      { path, range: { start: insertAt, end: insertAt }, text: newline + line },
    ],
  };
}

function firstBreak(text: string): Range | null {
  const match = text.matchAll(breaks).next().value;
  return match === undefined ? null : { start: match.index, end: match.index + match[0].length };
}

function lastBreak(text: string): Range | null {
  const match = [...text.matchAll(breaks)].at(-1);
  return match === undefined ? null : { start: match.index, end: match.index + match[0].length };
}
