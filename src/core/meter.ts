import type { Config } from './config.ts';
import { billOf } from './prices/bill.ts';
import { mapOfCall } from './cache/call.ts';
import { bySegment, flatten, type Flat } from './cache/flatten.ts';
import { requestMap } from './cache/map.ts';
import { termsOf } from './cache/terms.ts';
import { partsOfText } from './cache/parts.ts';
import { cacheMap } from './prices/caching.ts';
import type { Catalog, Price } from './prices/catalog.ts';
import { serviceOfCall } from './prices/serviceNames.ts';
import { atService } from './prices/serviceTiers.ts';
import type { CacheMap } from './prices/price.ts';
import { cost } from './prices/cost.ts';
import type { ModelUse, Prompt } from './prompts/prompt.ts';
import type { Call } from './prompts/request.ts';
import type { MeteredCall, MeteredPrompt } from './report.ts';
import { textsOfCall } from './meterTexts.ts';
import { meterPictures } from './meterPictures.ts';
import { meterTools } from './meterTools.ts';
import { useOfCall, type Usage } from './meterVolume.ts';
import type { TokenCounter } from './tokens/count.ts';
import { framingTokens } from './tokens/framing.ts';
import { resolveAlias } from './tokens/modelId.ts';
import type { Tokens } from './tokens/tokens.ts';

/** What is needed to put numbers on prompts. */
export interface Instruments {
  readonly config: Config;
  readonly counter: TokenCounter;
  /** `null` where no model is known whose price could be asked. */
  readonly catalog: Catalog | null;
}

/** The model that a person picked for this prompt, the one the source shows, or the configured default. */
export function modelFor(id: string, seen: ModelUse | null, config: Config): ModelUse | null {
  const picked = Object.hasOwn(config.promptModels, id) ? config.promptModels[id] : undefined;
  if (picked !== undefined) return { id: picked, via: 'config' };
  if (seen !== null) return seen;
  return config.defaultModel === null ? null : { id: config.defaultModel, via: 'config' };
}

export function meterPrompt(prompt: Prompt, { config, counter, catalog }: Instruments): MeteredPrompt {
  const model = modelFor(prompt.id, prompt.model, config);
  const layout = flatten(prompt.segments);
  const id = model === null ? null : resolveAlias(model.id, config.models.aliases);
  const { tokens, segmentTokens } = counter.countSegments(layout.segments, id);
  const price = priceOf(model, prompt.sdk, catalog);
  const map = cacheMap(layout.segments, segmentTokens, id, price, config.cache);
  return {
    ...prompt,
    model,
    tokens,
    segmentTokens: bySegment(prompt.segments, layout, segmentTokens),
    cost: price === null ? null : cost(tokens, price),
    ...meantOf(model, prompt.sdk, catalog),
    cache: map === null ? null : placed(map, layout, tokens),
    map: requestMap(partsOfText(layout.segments, segmentTokens, prompt), [], {
      price,
      caching: termsOf({ model, sdk: prompt.sdk }, config, catalog).caching,
    }),
  };
}

/** The map in terms of the prompt's own segments. Parts counted one by one can add up to more than the whole they are. */
function placed(map: CacheMap, { of }: Flat, tokens: Tokens): CacheMap {
  const breaksAt = map.breaksAt === null ? null : (of[map.breaksAt] ?? null);
  return { ...map, breaksAt, stablePrefixTokens: Math.min(map.stablePrefixTokens, tokens.count) };
}

/** The whole request: its prompts' known text, its tools and, where every message was seen and the model's form is known, the framing. */
export function meterCall(
  call: Call,
  prompts: ReadonlyMap<string, MeteredPrompt>,
  { config, counter, catalog, usage }: Instruments & { readonly usage: Omit<Usage, 'volumes'> },
): MeteredCall {
  const sent = call.prompts.flatMap((id) => prompts.get(id) ?? []);
  const model =
    call.model ?? (config.defaultModel === null ? null : { id: config.defaultModel, via: 'config' as const });
  const id = model === null ? null : resolveAlias(model.id, config.models.aliases);
  const framing = call.complete ? (framingTokens(call.roles, id) ?? 0) : 0;
  const { metered, parts, inside } = meterTools(call, sent, id, counter);
  const { pictures, parts: ofPictures } = meterPictures(call, id);
  const all = [...textsOfCall(call, prompts, inside), ...parts, ...ofPictures];
  const tokens = all.length === 0 ? null : sumTokens(all, framing);
  const price = atService(priceOf(model, call.sdk, catalog), serviceOfCall(call));
  const map = mapOfCall(
    { ...call, tools: metered.tools },
    (prompt) => prompts.get(prompt)?.map.parts ?? null,
    {
      price,
      caching: termsOf({ model, sdk: call.sdk }, config, catalog).caching,
    },
  );
  const use = useOfCall(call, sent, { volumes: config.volumes, ...usage });
  return {
    ...call,
    ...metered,
    pictures,
    model,
    use,
    framingTokens: framing,
    inputTokens: tokens,
    cost: tokens === null || price === null ? null : cost(tokens, price),
    ...meantOf(model, call.sdk, catalog),
    ...(call.complete && sent.length === call.prompts.length
      ? cacheOfCall(sent, id, price, config)
      : { cache: null, breaksAt: null }),
    bill:
      tokens === null || price === null
        ? null
        : billOf(tokens, price, map?.cost ? { ...map.cost, tokens: map.totalTokens } : null, {
            maxOutputTokens: call.maxOutputTokens,
            use,
          }),
    map,
  };
}

/** Providers cache from the beginning of the request: its prompts one after the other, as they render them. */
function cacheOfCall(
  sent: readonly MeteredPrompt[],
  model: string | null,
  price: Price | null,
  config: Config,
): Pick<MeteredCall, 'cache' | 'breaksAt'> {
  const segments = sent.flatMap((prompt) => prompt.segments);
  const tokens = sent.flatMap((prompt) => prompt.segmentTokens);
  const map = cacheMap(segments, tokens, model, price, config.cache);
  if (map === null) return { cache: null, breaksAt: null };
  const { breaksAt, ...cache } = map;
  const hole = breaksAt === null ? undefined : segments[breaksAt];
  return { cache, breaksAt: hole?.kind === 'hole' ? hole : null };
}

function priceOf(model: ModelUse | null, sdk: string | null, catalog: Catalog | null): Price | null {
  return model === null || catalog === null ? null : catalog.find(model.id, sdk);
}

function meantOf(
  model: ModelUse | null,
  sdk: string | null,
  catalog: Catalog | null,
): Pick<MeteredPrompt, 'meant'> {
  const meant = model === null ? null : (catalog?.meant(model.id, sdk) ?? null);
  return meant === null ? {} : { meant };
}

/** Together as sure as the least sure of them, with a band that is their mean by size. @param parts at least one. */
export function sumTokens(parts: readonly Tokens[], framing = 0): Tokens {
  const [first] = parts;
  if (first === undefined) throw new Error('a sum of no tokens');
  const count = parts.reduce((total, part) => total + part.count, framing);
  const most = parts.reduce((total, part) => total + (part.most ?? part.count), framing);
  const unsure = parts.reduce((total, part) => total + part.count * part.band, 0);
  const worst =
    parts.find(({ certainty }) => certainty === 'approximate') ??
    parts.find(({ certainty }) => certainty === 'calibrated') ??
    first;
  const band = count === 0 ? worst.band : Math.round((unsure / count) * 1000) / 1000;
  const tokens = { count, certainty: worst.certainty, band, encoding: first.encoding };
  return most > count ? { ...tokens, most } : tokens;
}
