import type { Tokens } from '../tokens/tokens.ts';
import type { Price } from './catalog.ts';
import type { Cost } from './price.ts';
import { rateAt, type Rate } from './rates.ts';
import { times } from './usd.ts';

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
