import type { Day } from '../../host.ts';
import { hostOf } from '../../tokens/modelId.ts';
import type { ListedModel, ListedProvider, ListedRate, ListedRates, Service } from './list.ts';
import { isRecord, recordIn, type Fields } from './reading.ts';

/**
 * LiteLLM's `model_prices_and_context_window.json` → providers. Models that take no text by the token, and those of
 * companies that nobody here asks, are left out.
 * @see https://docs.litellm.ai/docs/provider_registration/add_model_pricing (2026-11-22)
 * @throws RangeError for what is not that format.
 */
export function fromLitellm(data: unknown): ListedProvider[] {
  const providers = new Map<string, Map<string, ListedModel>>();
  for (const [key, value] of Object.entries(recordIn(data, 'the list'))) {
    const fields = recordIn(value, key);
    const host = hostIn(fields);
    if (key === 'sample_spec' || host === null) continue;
    const models = providers.get(host) ?? new Map<string, ListedModel>();
    const model = modelOf(idIn(key), fields);
    // The same model stands there under several prefixes; the first is that of its maker.
    if (model !== null && !models.has(model.id)) models.set(model.id, model);
    providers.set(host, models);
  }
  return [...providers].map(([id, models]) => ({ id, name: id, models: [...models.values()] }));
}

/** Vertex AI lists models of others, at prices of its own. */
function hostIn(fields: Fields): string | null {
  const named = fields['litellm_provider'];
  if (typeof named !== 'string') return null;
  return hostOf(named) ?? (named.startsWith('vertex_ai') ? hostOf('vertex_ai') : null);
}

function idIn(key: string): string {
  const [prefix = '', ...rest] = key.toLowerCase().split('/');
  return rest.length > 0 && hostOf(prefix) !== null ? rest.join('/') : key.toLowerCase();
}

function modelOf(id: string, fields: Fields): ListedModel | null {
  const rates = ratesFor(fields, '');
  const modes: unknown[] = ['chat', 'completion', 'responses', 'embedding', undefined];
  if (rates.input === undefined || !modes.includes(fields['mode'])) return null;
  const context = fields['max_input_tokens'];
  const output = fields['max_output_tokens'];
  const retires = fields['deprecation_date'];
  const services = servicesFor(fields);
  return {
    id,
    match: { equals: id },
    prices: [{ rates, ...(Object.keys(services).length > 0 ? { services } : {}) }],
    ...(typeof context === 'number' ? { contextWindow: context } : {}),
    ...(typeof output === 'number' ? { maxOutput: output } : {}),
    ...(typeof retires === 'string' && /^\d{4}-\d\d-\d\d$/.test(retires) ? { retires: retires as Day } : {}),
  };
}

const suffixes = { batch: '_batches', flex: '_flex', priority: '_priority' } as const satisfies Record<
  Exclude<Service, 'standard'>,
  string
>;

function servicesFor(fields: Fields): Partial<Record<Service, ListedRates>> {
  const stated = Object.entries(suffixes).flatMap(([service, suffix]) => {
    const rates = ratesFor(fields, suffix);
    return rates.input === undefined ? [] : [[service, rates] as const];
  });
  return Object.fromEntries(stated);
}

const units = {
  input: 'input_cost_per_token',
  output: 'output_cost_per_token',
  cacheRead: 'cache_read_input_token_cost',
  cacheWrite: 'cache_creation_input_token_cost',
  cacheWrite1h: 'cache_creation_input_token_cost_above_1hr',
} as const satisfies Partial<Record<keyof ListedRates, string>>;

function ratesFor(fields: Fields, suffix: string): ListedRates {
  const stated = Object.entries(units).flatMap(([unit, key]) => {
    const rate = rateIn(fields, key, suffix);
    return rate === null ? [] : [[unit, rate] as const];
  });
  return Object.fromEntries(stated);
}

/** Tiers are keys of their own: `input_cost_per_token_above_200k_tokens`. */
function rateIn(fields: Fields, key: string, suffix: string): ListedRate | null {
  const base = fields[`${key}${suffix}`];
  if (base === undefined || base === null) return null;
  const tiers = Object.entries(fields).flatMap(([name, price]) => {
    const rest = name.startsWith(`${key}_above_`) ? name.slice(key.length) : '';
    const [, thousands, behind = ''] = /^_above_(\d+)k_tokens(.*)$/.exec(rest) ?? [];
    if (thousands === undefined || behind !== suffix || price === null) return [];
    return [{ above: Number(thousands) * 1000, price: perMillion(price) }];
  });
  const lowest = perMillion(base);
  return tiers.length === 0 ? lowest : { base: lowest, tiers: tiers.sort((a, b) => a.above - b.above) };
}

/** Prices are per token there: without the dust of the multiplication. What is no number is judged with the others. */
function perMillion(price: unknown): number {
  return typeof price === 'number' ? Number((price * 1e6).toPrecision(12)) : Number.NaN;
}

/** Whether data has the looks of it. */
export function isLitellm(data: unknown): boolean {
  if (!isRecord(data)) return false;
  return Object.values(data).some((one) => isRecord(one) && typeof one['litellm_provider'] === 'string');
}
