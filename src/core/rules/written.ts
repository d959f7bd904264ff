import type { Hole, Segment, Text } from '../prompts/prompt.ts';

/** A text of a prompt, or a hole of which nothing is known. */
export interface Written {
  readonly segment: Segment;
  /** The hole of the prompt that brings it; `null` where it stands in the prompt itself. */
  readonly by: Hole | null;
  /** The text right before it, in the same place. */
  readonly before: Text | null;
}

/** Constants that hold constants: nobody nests them deeper on purpose. */
const deepest = 20;

/** Every text that a prompt may consist of, those that its holes are known to bring in place of the holes. */
export function* written(segments: readonly Segment[], by: Hole | null = null, depth = 0): Iterable<Written> {
  for (const [i, segment] of segments.entries()) {
    const before = segments[i - 1];
    if (segment.kind === 'text' || segment.arms === undefined)
      yield { segment, by, before: before?.kind === 'text' ? before : null };
    else if (depth < deepest) for (const arm of segment.arms) yield* written(arm, by ?? segment, depth + 1);
  }
}
