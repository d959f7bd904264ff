import type { Day } from '../host.ts';
import type { Service } from './lists/list.ts';
import type { Usd } from './usd.ts';

/** Where a fact comes from, and when it was read there. */
export interface DatedSource {
  readonly source: string;
  readonly date: Day;
}

/** Where a price comes from. */
export interface PriceSource extends DatedSource {
  /** The catalog's id of the model, after normalising what the source says. */
  readonly model: string;
  readonly provider: string;
  /** Where it is not the standard one. */
  readonly service?: Service;
}

/** Which data prices are from. */
export interface PricesAbout extends DatedSource {
  /** Why the list that a person updated to is not used; `null` when it is, or there is none. */
  readonly problem: string | null;
}

/** US dollars of one call's known input text. Unknown prices have no Cost at all, never a zero. */
export interface Cost {
  readonly usdPerCall: Usd;
  /** The same text read whole from the provider's cache; `null` where the model has no such price. */
  readonly usdPerCallCached: Usd | null;
  readonly price: PriceSource;
}

/** How far the provider's prefix cache can serve a prompt. Static tokens only. */
export interface CacheMap {
  readonly stablePrefixTokens: number;
  /** Below this many tokens the provider caches nothing; `null` where no minimum is published. */
  readonly minimumTokens: number | null;
  /** A hole that varies by request stands before enough static text to matter. */
  readonly cacheBreaking: boolean;
  /** Index into the prompt's segments of the hole that breaks the prefix. */
  readonly breaksAt: number | null;
  /** Discount lost on the static text after the break; `null` where no cached price is known. */
  readonly lostUsdPer1kCalls: Usd | null;
}
