import type { ListedRate, ListedRates } from './lists/list.ts';
import { times, usdPerToken, type Usd } from './usd.ts';

/** Price of one token; from a tier on, for requests of more than `above` input tokens. */
export interface Rate {
  readonly base: Usd;
  /** Ascending. */
  readonly tiers: readonly { readonly above: number; readonly price: Usd }[];
}

/** What a service charges. `null` means that no such price is known, not that it is free. */
export interface Rates {
  readonly input: Rate;
  readonly output: Rate | null;
  readonly cacheRead: Rate | null;
  /** For the provider's default lifetime. */
  readonly cacheWrite: Rate | null;
  readonly cacheWrite1h: Rate | null;
  /** Of the request itself, whatever its tokens. */
  readonly request: Usd;
}

/** The price of one token in a request of so many input tokens: of all its tokens, not only of those above the bound. */
export function rateAt(rate: Rate, requestTokens: number): Usd {
  return rate.tiers.reduce((price, tier) => (requestTokens > tier.above ? tier.price : price), rate.base);
}

/** A rate so many times as high, in every tier. */
export function scaled(rate: Rate, factor: number): Rate {
  return {
    base: times(rate.base, factor),
    tiers: rate.tiers.map(({ above, price }) => ({ above, price: times(price, factor) })),
  };
}

/** `null` when the list states no price of input. @throws RangeError for a price that is no number. */
export function ratesOf(listed: ListedRates): Rates | null {
  if (listed.input === undefined) return null;
  return {
    input: rateOf(listed.input),
    output: rateOrNull(listed.output),
    cacheRead: rateOrNull(listed.cacheRead),
    cacheWrite: rateOrNull(listed.cacheWrite),
    cacheWrite1h: rateOrNull(listed.cacheWrite1h),
    request: listed.requests === undefined ? 0n : usdPerToken(listed.requests) * 1000n,
  };
}

function rateOrNull(listed: ListedRate | undefined): Rate | null {
  return listed === undefined ? null : rateOf(listed);
}

function rateOf(listed: ListedRate): Rate {
  if (typeof listed === 'number') return { base: usdPerToken(listed), tiers: [] };
  const tiers = listed.tiers.map(({ above, price }) => ({ above, price: usdPerToken(price) }));
  return { base: usdPerToken(listed.base), tiers: tiers.sort((a, b) => a.above - b.above) };
}
