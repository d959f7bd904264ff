import type { Count, Day, NotNegative } from './measures.ts';

/** US dollars of one call's known input text. */
export interface CostEntry {
  usdPerCall: NotNegative;
  /** The same text read whole from the provider's cache. */
  usdPerCallCached: NotNegative | null;
  price: PriceEntry;
}

/** What people are told costs in, by the configuration. All amounts of a document are US dollars. */
export interface CurrencyEntry {
  /**
   * As ISO 4217 writes it.
   * @pattern ^[A-Z]{3}$
   */
  code: string;
  /** How much of it is one US dollar, as the configuration states it. */
  perUsd: NotNegative;
  date: Day;
}

export interface PriceEntry {
  model: string;
  provider: string;
  /** Where it is not the standard one: `batch`, `flex`, `priority`. */
  service?: 'standard' | 'batch' | 'flex' | 'priority';
  source: string;
  date: Day;
}

/** US dollars of one call: its known text with its framing, and what it may answer. */
export interface CallCostEntry extends CostEntry {
  /** Input of the first call, which writes to the cache what can be kept. */
  cold: NotNegative;
  /** The same with the longest of the texts that holes can become; absent where there is no choice. */
  coldMost?: NotNegative;
  /** Input of a call that reads from the cache what it can; `null` where not every message was seen. */
  warm: NotNegative | null;
  /**
   * `volume`: as the configuration says; `ledger`: as measured; `limit`: no answer can cost more; `null` where none of
   * them is known.
   */
  output: { tokens: Count; usd: NotNegative; from: 'volume' | 'ledger' | 'limit' } | null;
  /** 30 days of the volume that the configuration or a comment states, or the ledger measured; `null` where none does. */
  month: {
    usd: NotNegative;
    /** Whole, unless a comment states calls by the week or month, or they were measured. */
    callsPerDay: NotNegative;
    /** `ledger` where it was asked for, and nobody states a volume. */
    from: 'configuration' | 'comment' | 'ledger';
    /**
     * So many calls send the prompt whose volume this is: the month is what it would cost if all were made by this call.
     * Months of such calls must not be added up. Absent where the volume is the call's own.
     */
    sharedBy?: Count;
    /** What the ledger measured: calls in so many days, of which `until` was the last. Only from there. */
    measured?: { calls: Count; days: Count; until: Day };
    /** `null`: nothing is taken to be read from the cache. */
    cacheHitRate: NotNegative | null;
    /** Where it was measured; else the configuration states it. */
    cacheHitRateFrom?: 'ledger';
    /** What the answer is taken for; `null`: it is not in the sum. */
    output: 'volume' | 'ledger' | 'limit' | null;
  } | null;
}
