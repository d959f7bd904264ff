import type { CurrencyEntry } from './costDocument.ts';
import type { Count, Day, NotNegative } from './measures.ts';

/** What `ledger report --format json` prints. Generated from this file into media/ledger.schema.json. */
export interface LedgerDocument {
  schemaVersion: 1;
  tool: { name: 'promptmeter'; version: string };
  by: 'prompt' | 'day' | 'model' | 'feature' | 'source' | 'provider' | 'user' | 'session';
  /** The first day that is told of (UTC); `null` from the beginning. */
  since: Day | null;
  /** The last day; `null` up to now. */
  until: Day | null;
  /** Absent where none is configured; amounts are in US dollars all the same. */
  currency?: CurrencyEntry;
  /** The dearest first; days in their order. */
  rows: SpendEntry[];
  /** `null` where there is no call. */
  total: SpendEntry | null;
}

/** Tokens are of the calls whose tokens are known, money of those whose cost is. */
export interface SpendEntry {
  /** `null` for calls of which it is not known, such as those of no known prompt, and for the total. */
  key: string | null;
  calls: Count;
  /** Records that stand for several calls and do not say how many. */
  uncounted: Count;
  failed: Count;
  input: Count;
  cacheRead: Count;
  cacheWrite: Count;
  output: Count;
  reasoning: Count;
  /** `null` where no call's cost is known. */
  usd: NotNegative | null;
  /** Calls that did not fail and whose cost is not known: they are missing in `usd`. */
  unpriced: Count;
  /** Of the first call and the last one, in ISO 8601 (UTC). */
  firstAt: string;
  lastAt: string;
}
