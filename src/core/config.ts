import type { Day } from './host.ts';

/** A limit on prompts. Exactly one of `prompts` (a glob over prompt ids) or later selectors. */
export interface Budget {
  readonly prompts: string;
  /** Tokens of one prompt's known text. */
  readonly maxTokens: number;
}

/** A price that the user states for a model of their own, US dollars per million tokens. */
export interface UserPrice {
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  readonly source: string;
  readonly date: Day;
}

export interface Config {
  /** Used, and shown as an assumption, where no model can be resolved. */
  readonly defaultModel: string | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly budgets: readonly Budget[];
  readonly prices: Readonly<Record<string, UserPrice>>;
  readonly models: { readonly aliases: Readonly<Record<string, string>> };
  /** Prompt id → model, picked by a person in the editor. */
  readonly promptModels: Readonly<Record<string, string>>;
  readonly pricing: { readonly asOf: Day | null };
  readonly cache: { readonly minimumStaticCharacters: number };
}

export const defaultConfig: Config = {
  defaultModel: null,
  include: ['**/*'],
  exclude: [],
  budgets: [],
  prices: {},
  models: { aliases: {} },
  promptModels: {},
  pricing: { asOf: null },
  cache: { minimumStaticCharacters: 200 },
};
