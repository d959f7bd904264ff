import { tokenizerOf, type Tokenizer } from '../tokens/tokenizer.ts';
import type { Catalog, Price } from './catalog.ts';
import { modelFacts, type ModelFacts } from './modelFacts.ts';
import { makers, takesNoPrompt } from './modelNames.ts';
import { inDollars } from './usd.ts';

/** One model at one provider, with all that is known of it. */
export interface ModelRow {
  readonly model: string;
  readonly provider: string;
  readonly providerName: string;
  readonly price: Price;
  readonly facts: ModelFacts;
  readonly tokenizer: Tokenizer;
}

export interface ModelQuery {
  /** All must stand in the model's or the provider's name. */
  readonly words: readonly string[];
  /** Its id. */
  readonly provider: string | null;
  /** US dollars per million tokens. */
  readonly maxInputPrice: number | null;
  /** Tokens. */
  readonly minContext: number | null;
}

/**
 * Models with a price, by provider in the order of the list. Without words, those that answer prompts, of those who make
 * models; with words, of everybody.
 */
export function listModels(catalog: Catalog, query: ModelQuery): ModelRow[] {
  const wide = query.words.length > 0 || query.provider !== null;
  return everyModel(catalog, (provider, model) => {
    if (query.provider !== null && provider !== query.provider) return false;
    if (!wide && (!makers.includes(provider) || takesNoPrompt.test(model))) return false;
    return query.words.every((word) => `${provider}/${model}`.includes(word.toLowerCase()));
  }).filter(({ price, facts }) => {
    const input = inDollars(price.input.base * 1_000_000n);
    if (query.maxInputPrice !== null && input > query.maxInputPrice) return false;
    return query.minContext === null || (facts.contextWindow ?? 0) >= query.minContext;
  });
}

/** The row that a name in source code leads to, in whatever spelling; `null` where it leads to none. */
export function modelNamed(catalog: Catalog, written: string): ModelRow | null {
  const price = catalog.find(written, null);
  if (price === null) return null;
  const { model, provider } = price.source;
  const names = catalog.shipped.providers.find(({ id }) => id === provider)?.name ?? provider;
  const facts = catalog.facts(written, null);
  return { model, provider, providerName: names, price, facts, tokenizer: tokenizerOf(written) };
}

function everyModel(catalog: Catalog, wanted: (provider: string, model: string) => boolean): ModelRow[] {
  const rows = new Map<string, ModelRow>();
  for (const list of catalog.lists)
    for (const provider of list.providers)
      for (const model of provider.models) {
        const id = model.id.toLowerCase();
        const key = `${provider.id}/${id}`;
        if (rows.has(key) || !wanted(provider.id, id)) continue;
        const price = catalog.priceOf({ list, provider, model });
        if (price === null) continue;
        const facts = modelFacts(`${provider.id}/${model.id}`, { provider, model }, list, {});
        const tokenizer = tokenizerOf(model.id);
        rows.set(key, {
          model: model.id,
          provider: provider.id,
          providerName: provider.name,
          price,
          facts,
          tokenizer,
        });
      }
  return [...rows.values()];
}
