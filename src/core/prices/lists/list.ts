import type { Day } from '../../host.ts';

/** How fast, and how cheaply, a provider answers. */
export type Service = 'standard' | 'batch' | 'flex' | 'priority';

/** US dollars per million tokens; with tiers, the highest whose bound the whole request's input exceeds holds for all of it. */
export type ListedRate =
  | number
  | { readonly base: number; readonly tiers: readonly { readonly above: number; readonly price: number }[] };

/** The units we price; what is missing is not known. */
export interface ListedRates {
  readonly input?: ListedRate;
  readonly output?: ListedRate;
  readonly cacheRead?: ListedRate;
  /** For the provider's default lifetime. */
  readonly cacheWrite?: ListedRate;
  readonly cacheWrite1h?: ListedRate;
  /** US dollars per thousand requests, on top. */
  readonly requests?: number;
}

/** Prices that hold from a day on, or in some hours of each day (UTC, `HH:MM`, the end exclusive), or always. */
export interface ListedPrices {
  readonly from?: Day;
  readonly hours?: readonly [start: string, end: string];
  readonly rates: ListedRates;
  /** Where the list states them; else the facts about the provider's services tell factors. */
  readonly services?: Readonly<Partial<Record<Service, ListedRates>>>;
}

/** What a model's name must look like. */
export type Match =
  | { readonly equals: string }
  | { readonly starts_with: string }
  | { readonly ends_with: string }
  | { readonly contains: string }
  | { readonly regex: string }
  | { readonly or: readonly Match[] }
  | { readonly and: readonly Match[] };

export interface ListedModel {
  readonly id: string;
  readonly match: Match;
  /** The last that holds wins, the first where none does. */
  readonly prices: readonly ListedPrices[];
  readonly contextWindow?: number;
  readonly maxOutput?: number;
  /** The list calls it deprecated, without a day. */
  readonly deprecated?: boolean;
  readonly retires?: Day;
}

export interface ListedProvider {
  readonly id: string;
  readonly name: string;
  /** Names that tell this provider when nothing else does. */
  readonly modelMatch?: Match;
  /** Whose models it serves too, at their maker's price. */
  readonly fallbacks?: readonly string[];
  readonly models: readonly ListedModel[];
}

/** Prices of models at providers, as one source had them on one day. */
export interface PriceList {
  readonly schemaVersion: 1;
  readonly source: string;
  readonly date: Day;
  /** Of a list that a person brought: the file or address it came from, and the digest of what was read. */
  readonly origin?: { readonly from: string; readonly sha256: string };
  readonly providers: readonly ListedProvider[];
}
