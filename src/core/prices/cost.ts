import type { Tokens } from '../tokens/tokens.ts';
import type { Price, Rate } from './catalog.ts';
import type { Cost } from './price.ts';
import { times, type Usd } from './usd.ts';

/**
 * What the known text of one call costs as input.
 * @param requestTokens input tokens of the whole request, which choose the tier; those counted, when nothing more is known.
 */
export function cost(tokens: Tokens, price: Price, requestTokens = tokens.count): Cost {
  const at = (rate: Rate) => times(rateAt(rate, requestTokens), tokens.count);
  return {
    usdPerCall: at(price.input),
    usdPerCallCached: price.cacheRead === null ? null : at(price.cacheRead),
    price: price.source,
  };
}

/** The price of one token in a request of so many input tokens. */
export function rateAt(rate: Rate, requestTokens: number): Usd {
  return rate.tiers.reduce((price, tier) => (requestTokens > tier.above ? tier.price : price), rate.base);
}
