import type { Segment } from '../prompts/prompt.ts';
import type { MeteredPrompt } from '../report.ts';
import type { Range } from '../text.ts';
import type { Sources } from './rule.ts';

/** The line of a text that a hole stands on, or its sentence where the line says much else. */
export interface HoleLine {
  readonly content: Range;
  /** With the line break, or the blank, that ends it. */
  readonly whole: Range;
  /** What ends it, as written; empty where it ends the text. */
  readonly separator: string;
  /** The text that it stands in, written in one piece. */
  readonly text: Range;
}

/** A line break as a string holds it: a real one, or written as an escape. */
const breaks = /\r?\n|\\n/g;
const sentenceEnds = /[.!?]["')]?[ \t]+/g;
/** More fixed text than this on a line is not what the value belongs to. Characters. */
const longLine = 160;

/** @returns `null` where the text is not written in one piece, or the hole is not found in it. */
export function lineOf(
  { segments, path }: Pick<MeteredPrompt, 'segments' | 'path'>,
  hole: Range,
  sources: Sources,
): HoleLine | null {
  const at = segments.findIndex(
    (segment) => segment.kind === 'hole' && segment.path === path && segment.range.start === hole.start,
  );
  const [first, last] = [segments[0], segments.at(-1)];
  const source = sources.text(path);
  if (at < 0 || first === undefined || last === undefined || source === null || !isOnePiece(segments, path))
    return null;
  const text = { start: first.range.start, end: last.range.end };
  const inside = { segments, at, source, text };
  const line = between(inside, breaks);
  const isLong = fixedWithin(segments, line.content) > longLine;
  return isLong || line.content.end - line.content.start === text.end - text.start
    ? between(inside, new RegExp(`${breaks.source}|${sentenceEnds.source}`, 'g'))
    : line;
}

interface Inside {
  readonly segments: readonly Segment[];
  readonly at: number;
  readonly source: string;
  readonly text: Range;
}

/** What stands around the hole between two ends of a kind. */
function between({ segments, at, source, text }: Inside, ends: RegExp): HoleLine {
  const found = (of: readonly Segment[]): Range[] =>
    of.flatMap(({ kind, range }) =>
      kind === 'hole'
        ? []
        : [...source.slice(range.start, range.end).matchAll(ends)].map((match) => ({
            start: range.start + match.index,
            end: range.start + match.index + match[0].length,
          })),
    );
  const start = found(segments.slice(0, at)).at(-1)?.end ?? text.start;
  const next = found(segments.slice(at + 1))[0];
  // a full stop belongs to its sentence
  const stop = next === undefined ? text.end : next.end - blankAtEnd(source.slice(next.start, next.end));
  const whole = { start, end: next?.end ?? text.end };
  return { content: { start, end: stop }, whole, separator: source.slice(stop, whole.end), text };
}

function blankAtEnd(end: string): number {
  return end.length - end.replace(/(?:\r?\n|\\n|[ \t]+)$/, '').length;
}

function fixedWithin(segments: readonly Segment[], { start, end }: Range): number {
  return segments.reduce(
    (sum, { kind, range }) =>
      kind === 'hole' ? sum : sum + Math.max(0, Math.min(end, range.end) - Math.max(start, range.start)),
    0,
  );
}

function isOnePiece(segments: readonly Segment[], path: string): boolean {
  return segments.every((segment, i) => {
    const next = segments[i + 1];
    return segment.path === path && (next === undefined || next.range.start === segment.range.end);
  });
}
