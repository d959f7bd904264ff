import type { Price } from '../../core/prices/catalog.ts';
import { cost } from '../../core/prices/cost.ts';
import { times } from '../../core/prices/usd.ts';
import type { MeteredPrompt } from '../../core/report.ts';
import type { Tokens } from '../../core/tokens/tokens.ts';
import { providerOfModel } from './apis.ts';
import { baseOf } from './connect.ts';
import { keptCount } from './counter.ts';
import type { KeptCounts } from './kept.ts';
import { knownText } from './sendable.ts';

/** What is needed to take a provider's word for a prompt. */
export interface Counted {
  readonly kept: KeptCounts;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The model's name with aliases followed; `null` where there is none. */
  readonly modelOf: (prompt: MeteredPrompt) => string | null;
  /** Asked only where a provider has counted. */
  readonly priceOf: (prompt: MeteredPrompt) => Promise<Price | null>;
}

/** Prompts of which a provider has counted this very text, with its number and the cost of that; the others as they are. */
export function withCounts(prompts: readonly MeteredPrompt[], counted: Counted): Promise<MeteredPrompt[]> {
  return Promise.all(
    prompts.map(async (prompt) => {
      const tokens = countOf(prompt, counted);
      if (tokens === null) return prompt;
      const price = await counted.priceOf(prompt);
      return { ...scaled(prompt, tokens.count), tokens, cost: price === null ? null : cost(tokens, price) };
    }),
  );
}

/** The parts of a prompt that has so many tokens: as we count them, in proportion. */
function scaled(prompt: MeteredPrompt, count: number): MeteredPrompt {
  const factor = count / Math.max(prompt.tokens.count, 1);
  const { cache, segmentTokens } = prompt;
  return {
    ...prompt,
    segmentTokens: segmentTokens.map((tokens) => (tokens === null ? null : Math.round(tokens * factor))),
    cache: cache && {
      ...cache,
      stablePrefixTokens: Math.round(cache.stablePrefixTokens * factor),
      lostUsdPer1kCalls: cache.lostUsdPer1kCalls && times(cache.lostUsdPer1kCalls, factor),
    },
  };
}

function countOf(prompt: MeteredPrompt, { kept, env, modelOf }: Counted): Tokens | null {
  const model = prompt.tokens.certainty === 'exact' ? null : modelOf(prompt);
  const name = model === null ? null : providerOfModel(model);
  const text = name === null ? null : knownText(prompt.segments);
  if (model === null || name === null || text === null) return null;
  const known = keptCount(kept, { name, base: baseOf(name, env) }, model, text);
  if (known === null) return null;
  const by = { by: name, at: known.at };
  return { count: known.tokens, certainty: 'exact', band: 0, encoding: name, counted: by };
}
