import type { Config } from '../config.ts';
import type { Segment } from '../prompts/prompt.ts';
import { cacheFacts } from './cacheFacts.ts';
import type { Price } from './catalog.ts';
import type { CacheMap } from './price.ts';
import { discountPer1kCalls } from './savings.ts';

/**
 * How far the provider's cache can serve a prompt that is sent again with other values in its holes.
 * Only a hole that varies by request ends the stable prefix. One that changes by session or deployment still allows
 * hits in between, and one whose value is unknown is not called a fault without evidence.
 * A date ends it once a day alone, which loses next to nothing: the loss is that of the static text behind the first hole
 * that changes more often, and 0 where even all static text together would be below the model's minimum, because then
 * no order of the prompt is cached.
 * @param segmentTokens tokens of each segment, `null` for holes.
 * @returns `null` for a prompt without static text.
 */
export function cacheMap(
  segments: readonly Segment[],
  segmentTokens: readonly (number | null)[],
  model: string | null,
  price: Price | null,
  options: Config['cache'],
): CacheMap | null {
  const total = sum(segmentTokens);
  if (total === 0) return null;
  const minimumTokens = cacheFacts(model, options.facts)?.minimumTokens ?? null;
  const first = segments.findIndex((segment) => segment.kind === 'hole' && segment.varies === 'request');
  const often = segments.findIndex(
    (segment) => segment.kind === 'hole' && segment.varies === 'request' && segment.because !== 'date',
  );
  const stablePrefixTokens = first < 0 ? total : sum(segmentTokens.slice(0, first));
  const behind = first < 0 ? 0 : staticCharacters(segments.slice(first + 1));
  const cacheBreaking = first >= 0 && behind > 0 && behind >= options.minimumStaticCharacters;
  const lost = cacheBreaking && often >= 0 ? total - sum(segmentTokens.slice(0, often)) : 0;
  return {
    stablePrefixTokens,
    minimumTokens,
    cacheBreaking,
    breaksAt: cacheBreaking ? first : null,
    lostUsdPer1kCalls: discountPer1kCalls(
      minimumTokens !== null && total < minimumTokens ? 0 : lost,
      total,
      price,
    ),
  };
}

function sum(tokens: readonly (number | null)[]): number {
  return tokens.reduce<number>((total, count) => total + (count ?? 0), 0);
}

function staticCharacters(segments: readonly Segment[]): number {
  return segments.reduce((total, segment) => total + (segment.kind === 'text' ? segment.text.length : 0), 0);
}
