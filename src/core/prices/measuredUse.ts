import type { Day } from '../host.ts';

/** What the recorded calls of one prompt were like, as far as costs are made of it. */
export interface MeasuredUse {
  /** Calls that did not fail, in so many days before the end of `until`. Whole weeks: most traffic has a rhythm of days. */
  readonly calls: number;
  /** 0 where no week has passed since the first call. */
  readonly days: number;
  readonly until: Day;
  /** Tokens of an answer, on average, and of how many calls that is known. */
  readonly output: { readonly calls: number; readonly tokens: number } | null;
  /** Calls that say whether they read from the provider's cache, and those of them that did. */
  readonly cache: { readonly calls: number; readonly hits: number } | null;
}

/** Prompt id → what was measured of it. */
export type MeasuredUses = ReadonlyMap<string, MeasuredUse>;

/**
 * Of fewer calls nothing is reckoned: the mean of thirty is off by a fifth of what single calls differ by, that of three
 * by more than half.
 */
export const fewestCalls = 30;

/** Calls of whole weeks; `null` where there are too few to reckon a month from. */
export function measuredVolume({
  calls,
  days,
  until,
}: MeasuredUse): { readonly calls: number; readonly days: number; readonly until: Day } | null {
  return days > 0 && calls >= fewestCalls ? { calls, days, until } : null;
}

/** Whole tokens; `null` where too few calls tell. */
export function measuredOutput({ output }: MeasuredUse): number | null {
  return output !== null && output.calls >= fewestCalls ? Math.round(output.tokens) : null;
}

/** From 0 to 1; `null` where too few calls tell. */
export function measuredHitRate({ cache }: MeasuredUse): number | null {
  return cache !== null && cache.calls >= fewestCalls ? cache.hits / cache.calls : null;
}
