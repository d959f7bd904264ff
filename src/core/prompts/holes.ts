import type { Range } from '../text.ts';
import type { Place } from '../source/workspace.ts';
import type { Hole } from './prompt.ts';

/** An expression as written, on one line, cut where nobody would read on. */
export function writtenAt({ unit, node }: Place): string {
  const source = unit.text
    .slice(node.start, Math.min(node.end, node.start + 400))
    .replace(/\s{2,}|[^\S ]/g, ' ');
  return source.length > 200 ? `${source.slice(0, 199)}…` : source;
}

/** What is known of a hole before its value is: its expression and its place. */
export function aboutHole(
  place: Place,
  range: Range = place.node,
): Pick<Hole, 'expression' | 'path' | 'range'> {
  const { start, end } = range;
  return { expression: writtenAt(place), path: place.unit.path, range: { start, end } };
}
