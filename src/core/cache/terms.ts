import type { Config } from '../config.ts';
import { cacheFacts } from '../prices/cacheFacts.ts';
import type { Catalog } from '../prices/catalog.ts';
import type { ModelUse } from '../prompts/prompt.ts';
import { resolveAlias } from '../tokens/modelId.ts';
import type { Terms } from './map.ts';

/** SDKs of models that run on the machine of whoever asks: nobody sells a cached token there. */
const local = new Set(['ollama']);

/** What a model costs and caches when it is called with an SDK, and its name behind the aliases; all `null` where it is unknown. */
export function termsOf(
  { model, sdk }: { readonly model: ModelUse | null; readonly sdk: string | null },
  { models, cache }: Pick<Config, 'models' | 'cache'>,
  catalog: Catalog | null,
): Terms & { readonly model: string | null } {
  if (model === null) return { model: null, price: null, caching: null };
  const id = resolveAlias(model.id, models.aliases);
  return {
    model: id,
    price: catalog?.find(model.id, sdk) ?? null,
    caching: local.has(sdk ?? '') ? null : cacheFacts(id, cache.facts),
  };
}
