import type { Price } from './catalog.ts';
import { rateAt } from './rates.ts';
import { times, type Usd } from './usd.ts';

/** The unit in which savings are told: nobody feels what one call costs. */
const calls = 1000;

/**
 * What 1,000 calls pay more for tokens that are sent anew and could be read from the provider's cache.
 * @param requestTokens input tokens of the whole request, which choose the tier.
 * @returns `null` where a price is missing.
 */
export function discountPer1kCalls(tokens: number, requestTokens: number, price: Price | null): Usd | null {
  if (!price?.cacheRead) return null;
  const saved = rateAt(price.input, requestTokens) - rateAt(price.cacheRead, requestTokens);
  return saved > 0n ? times(saved, tokens * calls) : 0n;
}

/**
 * The same less what it costs to write them once, at a premium where the provider asks for one.
 * @param writeFactor price of writing as a multiple of the input's.
 */
export function lostPer1kCalls(
  tokens: number,
  requestTokens: number,
  price: Price | null,
  writeFactor: number,
): Usd | null {
  const discount = discountPer1kCalls(tokens, requestTokens, price);
  if (price === null || discount === null) return null;
  const lost = discount - times(times(rateAt(price.input, requestTokens), writeFactor - 1), tokens);
  return lost > 0n ? lost : 0n;
}

/** What 1,000 calls pay for input tokens that are not read from a cache; `null` without a price. */
export function inputPer1kCalls(tokens: number, requestTokens: number, price: Price | null): Usd | null {
  return price === null ? null : times(rateAt(price.input, requestTokens), tokens * calls);
}
