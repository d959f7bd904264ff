import type { MeteredPrompt } from '../core/report.ts';
import type { Segment } from '../core/prompts/prompt.ts';
import type { Edit, Range } from '../core/text.ts';

/**
 * Moves what was found in a text along with an edit of it, so that it stays where it belongs until the next analysis.
 * A prompt that the edit deletes whole is dropped; one that it touches keeps its old numbers.
 */
export function shiftPrompts(prompts: readonly MeteredPrompt[], edit: Edit): readonly MeteredPrompt[] {
  return prompts.flatMap((prompt) => {
    if (isDeleted(prompt.range, edit)) return [];
    const segments = prompt.segments.map((segment) => shiftSegment(segment, prompt.path, edit));
    return [{ ...prompt, range: shiftRange(prompt.range, edit), segments }];
  });
}

/** Text typed at the very start of a range pushes it on; text typed at its very end does not become part of it. */
export function shiftRange(range: Range, edit: Edit): Range {
  const start = shiftOffset(range.start, edit, 'start');
  return { start, end: Math.max(start, shiftOffset(range.end, edit, 'end')) };
}

function shiftOffset(offset: number, { range, text }: Edit, side: 'start' | 'end'): number {
  const added = text.length - (range.end - range.start);
  if (offset > range.end || (offset === range.end && side === 'start')) return offset + added;
  if (offset <= range.start) return offset;
  if (offset === range.end) return range.start + text.length;
  return side === 'start' ? range.start + text.length : range.start;
}

/** Segments of an imported prompt stand in another file, which this edit does not move. */
function shiftSegment(segment: Segment, path: string, edit: Edit): Segment {
  return segment.path === path ? { ...segment, range: shiftRange(segment.range, edit) } : segment;
}

function isDeleted(range: Range, edit: Edit): boolean {
  return edit.range.start <= range.start && range.end <= edit.range.end && edit.range.end > edit.range.start;
}
