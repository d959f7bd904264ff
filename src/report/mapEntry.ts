import type { RequestMap } from '../core/cache/map.ts';
import { inDollars, type Usd } from '../core/prices/usd.ts';
import type * as document from './mapDocument.ts';
import type { Places } from './place.ts';

/** The map of a call → what a program reads of it. @param path of the call: parts that stand elsewhere name their file. */
export function mapEntry(map: RequestMap, path: string, places: Places): document.MapEntry {
  const { manner, totalTokens, stableTokens, cachedTokens, cacheableTokens, minimumTokens, lifetimeSeconds } =
    map;
  return {
    manner,
    totalTokens,
    stableTokens,
    cachedTokens,
    cacheableTokens,
    minimumTokens,
    lifetimeSeconds,
    lostUsdPer1kCalls: dollars(map.lostUsdPer1kCalls),
    usdPerCall:
      map.cost === null
        ? null
        : {
            cold: inDollars(map.cost.cold),
            warm: inDollars(map.cost.warm),
            mended: inDollars(map.cost.fixed),
          },
    parts: map.parts.map(({ kind, role, name, tokens, varies, because, ...at }) => ({
      kind,
      role,
      name,
      tokens,
      varies,
      because,
      ...linesOf(at, path, places),
    })),
    marks: map.marks.map(({ after, lifetime, tokens, holds, ...at }) => ({
      after,
      lifetime,
      tokens,
      holds,
      ...linesOf(at, path, places),
    })),
  };
}

function linesOf(
  at: Pick<RequestMap['parts'][number], 'path' | 'range'>,
  path: string,
  places: Places,
): { path?: string; startLine: number; endLine: number } {
  const { startLine, endLine } = places.of(at.path, at.range);
  return { ...(at.path === path ? {} : { path: at.path }), startLine, endLine };
}

function dollars(amount: Usd | null): number | null {
  return amount === null ? null : inDollars(amount);
}
