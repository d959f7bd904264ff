import { keepable, type MapMark, type RequestMap } from '../cache/map.ts';
import type { MapPart } from '../cache/parts.ts';
import type { CacheFacts } from '../prices/cacheFacts.ts';

/** A mark that every call sets and no call finds. */
export interface BrokenMark {
  readonly mark: MapMark;
  /** What changes with every call before it. */
  readonly hole: MapPart;
  /** Fixed tokens between the two. */
  readonly between: number;
  /** Tokens that would be read if the hole stood behind the mark, and are not read thanks to another mark. */
  readonly gain: number;
}

/** The first mark of a request that is broken and whose prefix would be worth keeping; `null` without one. */
export function brokenMark(map: RequestMap, caching: CacheFacts | null): BrokenMark | null {
  const first = map.breaks.find(({ varies }) => varies === 'request');
  const hole = first === undefined ? undefined : map.parts[first.part];
  // behind a history a mark is found again by the next turn
  if (first === undefined || hole === undefined || hole.kind === 'messages' || hole.because === 'history')
    return null;
  for (const mark of map.marks) {
    if (mark.after < first.part) continue;
    const marked = map.parts.slice(0, mark.after + 1);
    const gain = keepable(fixed(marked), caching) - map.cachedTokens;
    if (gain > 0) return { mark, hole, between: fixed(marked.slice(first.part)), gain };
  }
  return null;
}

function fixed(parts: readonly MapPart[]): number {
  return parts.reduce((sum, { tokens, movable }) => sum + (movable ? tokens : 0), 0);
}
