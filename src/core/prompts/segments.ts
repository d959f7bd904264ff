import { slice, type Decoded } from '../source/decoded.ts';
import type { Hole, Segment, Text, Varies } from './prompt.ts';

export function textSegment(decoded: Decoded, path: string): Text {
  return { kind: 'text', ...decoded, path };
}

/** Part of a text segment, by offsets of its decoded text. */
export function sliceText(text: Text, start: number, end?: number): Text {
  return { ...slice(text, start, end), kind: 'text', path: text.path };
}

/** Texts that follow one another in the same file as one, however many literals they are written in. */
export function joinTexts(segments: readonly Segment[]): Segment[] {
  const out: Segment[] = [];
  let run: Text[] = [];
  const close = (): void => {
    if (run.length > 0) out.push(joined(run));
    run = [];
  };
  for (const segment of segments) {
    const last = run.at(-1);
    const follows =
      segment.kind === 'text' && last?.path === segment.path && last.range.end <= segment.range.start;
    if (!follows) close();
    if (segment.kind === 'text') run.push(segment);
    else out.push(segment);
  }
  close();
  return out;
}

function joined(run: readonly Text[]): Text {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) throw new Error('a run of no texts');
  if (run.length === 1) return first;
  const map: number[] = [];
  let length = 0;
  for (const text of run) {
    for (const [i, offset] of text.map.entries()) map.push(i % 2 === 0 ? offset + length : offset);
    length += text.text.length;
  }
  const range = { start: first.range.start, end: last.range.end };
  return { ...first, text: run.map(({ text }) => text).join(''), map, range };
}

/** The known text, holes left out. */
export function staticText(segments: readonly Segment[]): string {
  let out = '';
  for (const segment of segments) if (segment.kind === 'text') out += segment.text;
  return out;
}

/** The known text, with that of holes that always become the same. */
export function knownText(segments: readonly Segment[], depth = 0): string {
  let out = '';
  for (const segment of segments) {
    if (segment.kind === 'text') out += segment.text;
    else if (segment.arms?.length === 1 && depth < deepest)
      out += knownText(segment.arms[0] ?? [], depth + 1);
  }
  return out;
}

/** Every text that the segments can hold, those of all alternatives included. */
export function textsIn(segments: readonly Segment[], depth = 0): Text[] {
  return segments.flatMap((segment) => {
    if (segment.kind === 'text') return [segment];
    return depth < deepest ? (segment.arms ?? []).flatMap((arm) => textsIn(arm, depth + 1)) : [];
  });
}

/** Texts within texts are followed this deep. */
const deepest = 20;

const order: readonly Varies[] = ['never', 'deploy', 'unknown', 'session', 'request'];

/** The one of two that varies more often; what is not known counts as more than a deployment. */
export function moreOften(a: Varies, b: Varies): Varies {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

export function trimSegments(segments: readonly Segment[], start: boolean, end: boolean): Segment[] {
  const out = [...segments];
  const first = out[0];
  if (start && first?.kind === 'text')
    out[0] = sliceText(first, first.text.length - first.text.trimStart().length);
  const last = out.at(-1);
  if (end && last?.kind === 'text') out[out.length - 1] = sliceText(last, 0, last.text.trimEnd().length);
  return out.filter((segment) => segment.kind === 'hole' || segment.text !== '');
}

/** Every stretch of white space as one space, and none at either end, as `squish` of Ruby on Rails leaves it. */
export function squishSegments(segments: readonly Segment[]): Segment[] {
  const out = segments.flatMap((segment): Segment[] => {
    if (segment.kind === 'hole') return [segment];
    return [...segment.text.matchAll(/\s+|\S+/g)].map(({ 0: run, index }) => {
      const piece = sliceText(segment, index, index + run.length);
      return run.trim() === '' ? { ...piece, text: ' ', map: piece.map.slice(0, 2) } : piece;
    });
  });
  return trimSegments(out, true, true);
}

/** Removes the indentation that all lines share, as Python's `textwrap.dedent` and the `dedent` tags do. */
export function dedentSegments(segments: readonly Segment[]): Segment[] {
  const margin = sharedIndent(segments);
  if (margin === 0) return [...segments];
  const out: Segment[] = [];
  let lineStart = true;
  for (const segment of segments) {
    if (segment.kind === 'hole') {
      out.push(segment);
      lineStart = false;
      continue;
    }
    for (const piece of withoutIndent(segment, margin, lineStart)) out.push(piece);
    lineStart = segment.text.endsWith('\n');
  }
  return out;
}

function withoutIndent(text: Text, margin: number, lineStart: boolean): Text[] {
  const out: Text[] = [];
  let from = lineStart ? indentAt(text.text, 0, margin) : 0;
  for (let at = text.text.indexOf('\n'); at !== -1; at = text.text.indexOf('\n', at + 1)) {
    out.push(sliceText(text, from, at + 1));
    from = at + 1 + indentAt(text.text, at + 1, margin);
  }
  if (from < text.text.length) out.push(sliceText(text, from));
  return out;
}

function indentAt(text: string, at: number, most: number): number {
  let n = 0;
  while (n < most && (text[at + n] === ' ' || text[at + n] === '\t')) n++;
  return n;
}

function sharedIndent(segments: readonly Segment[]): number {
  let margin = Infinity;
  let lineStart = true;
  segments.forEach((segment, i) => {
    if (segment.kind === 'hole') {
      lineStart = false;
      return;
    }
    const lines = segment.text.split('\n');
    lines.forEach((line, n) => {
      if (n === 0 && !lineStart) return;
      const indent = line.length - line.trimStart().length;
      const followed = n === lines.length - 1 && segments[i + 1]?.kind === 'hole';
      // a blank line has no say, unless a hole goes on with it
      if (indent < line.length || (followed && line.length > 0)) margin = Math.min(margin, indent);
      else if (followed) margin = 0;
    });
    lineStart = segment.text.endsWith('\n');
  });
  return margin === Infinity ? 0 : margin;
}

/**
 * A hole whose text is all known. It varies as the part of its texts that varies most.
 * @param least how it varies where none of them does.
 */
export function resolvedHole(
  { expression, path, range }: Pick<Hole, 'expression' | 'path' | 'range'>,
  arms: readonly (readonly Segment[])[],
  least: Pick<Hole, 'varies' | 'because'> = { varies: 'never', because: 'constant' },
): Hole {
  let { varies, because } = arms.length === 1 ? least : { varies: 'unknown' as Varies, because: 'condition' };
  for (const inner of arms.flat()) {
    if (inner.kind === 'text' || moreOften(varies, inner.varies) === varies) continue;
    varies = inner.varies;
    because = inner.because;
  }
  return { kind: 'hole', expression, path, range, varies, because, arms };
}
