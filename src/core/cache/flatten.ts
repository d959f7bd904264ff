import type { Segment } from '../prompts/prompt.ts';

/** Segments with every hole that always becomes the same replaced by what it becomes, and which segment each came from. */
export interface Flat {
  readonly segments: readonly Segment[];
  /** For each of them the index of the outermost segment it came from. */
  readonly of: readonly number[];
}

/** Constants that hold constants: nobody nests them deeper on purpose. */
const deepest = 20;

export function flatten(segments: readonly Segment[]): Flat {
  const flat: Segment[] = [];
  const of: number[] = [];
  const place = (inner: readonly Segment[], from: number | null, depth: number): void => {
    inner.forEach((segment, i) => {
      const at = from ?? i;
      const arm = segment.kind === 'hole' && segment.arms?.length === 1 ? segment.arms[0] : undefined;
      if (arm !== undefined && depth < deepest) return place(arm, at, depth + 1);
      flat.push(segment);
      of.push(at);
    });
  };
  place(segments, null, 0);
  return { segments: flat, of };
}

/** What was counted of flat segments, added up for the segments they came from; `null` where nothing was. */
export function bySegment(
  segments: readonly Segment[],
  { of }: Flat,
  tokens: readonly (number | null)[],
): (number | null)[] {
  const totals: (number | null)[] = segments.map(() => null);
  tokens.forEach((count, i) => {
    const at = of[i];
    if (at !== undefined && count !== null) totals[at] = (totals[at] ?? 0) + count;
  });
  return totals;
}
