import { meterPrompt, type Instruments } from './meter.ts';
import type { NamedModel } from './prices/modelNames.ts';
import type { CacheMap, Cost } from './prices/price.ts';
import type { MeteredPrompt } from './report.ts';
import type { Tokens } from './tokens/tokens.ts';

/** One prompt as one model would count and price it. */
export interface ComparedModel extends NamedModel {
  readonly tokens: Tokens;
  /** `null` when the price is unknown. */
  readonly cost: Cost | null;
  readonly cache: CacheMap | null;
  /** It is the model that gets the prompt now. */
  readonly current: boolean;
}

/**
 * The same text under other models, in the order in which they are given; the prompt's own model is first where they do
 * not name it. Others are priced at whoever makes or first serves them, whatever SDK sends the prompt today.
 */
export function compareModels(
  prompt: MeteredPrompt,
  models: readonly NamedModel[],
  instruments: Instruments,
): readonly ComparedModel[] {
  const own = prompt.model;
  const { tokens, cost, cache } = prompt;
  const rows = models.map((model): ComparedModel => {
    if (model.id === own?.id) return { ...model, tokens, cost, cache, current: true };
    const asked = { ...prompt, sdk: null, model: { id: model.id, via: 'call' as const } };
    const metered = meterPrompt(asked, {
      ...instruments,
      config: { ...instruments.config, promptModels: {} },
    });
    return { ...model, tokens: metered.tokens, cost: metered.cost, cache: metered.cache, current: false };
  });
  if (own === null || rows.some(({ current }) => current)) return rows;
  const provider = cost?.price.provider ?? prompt.sdk ?? '';
  return [{ id: own.id, provider, contextTokens: null, tokens, cost, cache, current: true }, ...rows];
}
