import type { RequestMap } from './map.ts';

/**
 * What becomes of a part of a request in a call that follows another one:
 * `cached`: read from the cache, at least in part. `stable`: the same in every request, but the provider keeps none of it.
 * `behind`: the same in every request, and sent anew because something before it changes. `changes`: differs from request
 * to request. `sometimes`: differs now and then, or nobody knows how often.
 */
export type PartState = 'cached' | 'stable' | 'behind' | 'changes' | 'sometimes';

export interface Covered {
  readonly state: PartState;
  /** Known tokens of the request before this part. */
  readonly before: number;
  /** Its tokens that are read from the cache. */
  readonly cached: number;
}

/** For each part of the request, in order. */
export function coverage({ parts, breaks, cachedTokens }: RequestMap): readonly Covered[] {
  const firstChange = breaks.find(({ varies }) => varies === 'request')?.part ?? parts.length;
  let before = 0;
  return parts.map(({ tokens, varies }, i): Covered => {
    const from = before;
    before += tokens;
    const cached = Math.min(Math.max(cachedTokens - from, 0), tokens);
    if (varies !== 'never')
      return { state: varies === 'request' ? 'changes' : 'sometimes', before: from, cached };
    if (cached > 0) return { state: 'cached', before: from, cached };
    return { state: i < firstChange ? 'stable' : 'behind', before: from, cached };
  });
}

/** Known tokens of one prompt in a request, and how many of them are read from the cache. */
export function coverageOf(
  map: RequestMap,
  prompt: string,
): { readonly tokens: number; readonly cached: number } {
  const covered = coverage(map);
  let [tokens, cached] = [0, 0];
  map.parts.forEach((part, i) => {
    if (part.prompt !== prompt) return;
    tokens += part.tokens;
    cached += covered[i]?.cached ?? 0;
  });
  return { tokens, cached };
}
