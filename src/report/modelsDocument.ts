import type { Count, Day, NotNegative } from './measures.ts';

/** What `models --format json` prints. Generated from this file into media/models.schema.json. */
export interface ModelsDocument {
  schemaVersion: 1;
  tool: { name: 'promptmeter'; version: string };
  prices: { source: string; date: Day };
  models: ModelEntry[];
}

/** US dollars per million tokens; `null` where no such price is known. */
export interface ModelRates {
  input: NotNegative;
  cacheRead: NotNegative | null;
  /** For the provider's default lifetime. */
  cacheWrite: NotNegative | null;
  cacheWrite1h: NotNegative | null;
  output: NotNegative | null;
}

/** A request of more than `above` input tokens pays these for all of its tokens. */
export interface ModelTier extends ModelRates {
  above: Count;
}

export interface ModelEntry {
  model: string;
  provider: string;
  rates: ModelRates;
  tiers: ModelTier[];
  batch: ModelRates | null;
  flex: ModelRates | null;
  priority: ModelRates | null;
  contextWindow: Count | null;
  maxOutput: Count | null;
  tokenizer: { family: string; encoding: string; certainty: 'exact' | 'calibrated' | 'approximate' };
  /** `null` where no prefix cache is known. */
  caching: {
    minimumTokens: Count | null;
    control: 'automatic' | 'explicit' | 'both';
    lifetimeSeconds: Count | null;
    source: string;
    date: Day;
  } | null;
  /** `null` where nothing was announced; without a day the price list calls it deprecated. */
  retirement: { day: Day | null; successor: string | null; source: string; date: Day } | null;
  price: { source: string; date: Day };
}
