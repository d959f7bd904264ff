import { modelName } from '../tokens/modelId.ts';
import type { CacheFacts } from './cacheFacts.ts';
import type { Price } from './catalog.ts';
import type { DatedSource } from './price.ts';
import { serviceRows } from './facts/serviceTiers.ts';
import type { ListedPrices, Service } from './lists/list.ts';
import { ratesOf, scaled, type Rate, type Rates } from './rates.ts';

/** What the services of a provider charge, and where that is known from. `null` where one is not known to be offered. */
export type ServicePrices = {
  readonly [S in Exclude<Service, 'standard'>]: (Rates & { readonly from: DatedSource }) | null;
};

/** @param from the list that the standard prices are from. */
export function servicePrices(
  standard: Rates,
  listed: ListedPrices,
  about: { readonly host: string; readonly model: string; readonly from: DatedSource },
): ServicePrices {
  const of = (service: Exclude<Service, 'standard'>) => {
    const stated = listed.services?.[service];
    const rates = stated === undefined ? null : ratesOf(stated);
    return rates === null ? byFactor(service, standard, about) : { ...rates, from: about.from };
  };
  return { batch: of('batch'), flex: of('flex'), priority: of('priority') };
}

function byFactor(
  service: Exclude<Service, 'standard'>,
  standard: Rates,
  { host, model }: { readonly host: string; readonly model: string },
) {
  // What is said of a model does not hold for what was tuned from it.
  if (model.startsWith('ft:')) return null;
  const { model: name, kind } = modelName(model);
  const row = serviceRows.find(
    (one) =>
      one.service === service &&
      one.hosts.includes(host) &&
      (one.pattern.test(kind) || one.pattern.test(name)),
  );
  if (row === undefined) return null;
  const at = (rate: Rate | null, factor: number | null) =>
    rate === null || factor === null ? null : scaled(rate, factor);
  return {
    input: scaled(standard.input, row.input),
    output: at(standard.output, row.output),
    cacheRead: at(standard.cacheRead, row.cacheRead),
    cacheWrite: at(standard.cacheWrite, row.cacheWrite),
    cacheWrite1h: at(standard.cacheWrite1h, row.cacheWrite),
    request: standard.request,
    from: { source: row.source, date: row.date },
  };
}

/** What a model charges at a service; `null` where that is not known. */
export function atService(price: Price | null, service: Service | null): Price | null {
  if (price === null || service === 'standard') return price;
  if (service === null) return null;
  const { from, ...rates } = price.services[service] ?? { from: null };
  return from === null ? null : { ...price, ...rates, source: { ...price.source, ...from, service } };
}

/**
 * Prices of the cache that a list leaves out and the provider's own rule gives: a multiple of the input's.
 * @param host whose rule it is; another company that serves the model need not follow it.
 */
export function withCacheRule(rates: Rates, caching: CacheFacts | null, host: string): Rates {
  if (caching === null || !followsItsRule.includes(host)) return rates;
  const [usual, longer] = caching.lifetimes;
  const by = (factor: number | null | undefined) =>
    factor === null || factor === undefined ? null : scaled(rates.input, factor);
  const hour = longer?.seconds === 3600 && rates.cacheWrite !== null ? longer.writeFactor : null;
  return {
    ...rates,
    cacheRead: rates.cacheRead ?? by(caching.readFactor),
    cacheWrite: rates.cacheWrite ?? (usual === undefined ? null : by(usual.writeFactor)),
    cacheWrite1h: rates.cacheWrite1h ?? by(hour),
  };
}

const followsItsRule = [
  'openai',
  'azure',
  'anthropic',
  'aws',
  'google',
  'deepseek',
  'x-ai',
  'mistral',
] as const as readonly string[];
