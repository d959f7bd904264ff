import { Catalog, type CatalogConfig, type Price, type PriceHost } from '../core/prices/catalog.ts';
import type { PriceList, Service } from '../core/prices/lists/list.ts';
import { readSnapshot, readUpdate } from '../core/prices/lists/read.ts';
import type { PriceSource } from '../core/prices/price.ts';
import { rateAt, type Rate, type Rates } from '../core/prices/rates.ts';
import { usageCost, type Usage } from '../core/prices/usage.ts';
import type { Usd } from '../core/prices/usd.ts';
import type { Call } from './call.ts';

/** Hours of which the prices are kept at hand. */
const mostHours = 48;

/** Calls → what they cost, by the prices that held in the hour they were made. */
export class Pricing {
  readonly #config: CatalogConfig;
  readonly #snapshot: PriceList;
  readonly #update: ReturnType<typeof readUpdate>;
  readonly #hours = new Map<number, Catalog>();

  /** Loads the price data: as much work as opening a catalog. */
  static async open(config: CatalogConfig, host: PriceHost): Promise<Pricing> {
    return new Pricing(config, readSnapshot(await host.loadPrices()), readUpdate(host.readUpdatedPrices()));
  }

  constructor(config: CatalogConfig, snapshot: PriceList, update: ReturnType<typeof readUpdate> = null) {
    this.#config = config;
    this.#snapshot = snapshot;
    this.#update = update;
  }

  /** The call with its cost, where its model, its tokens and their price are known. What was reckoned before stays. */
  priced(call: Call): Call {
    if (call.cost !== null || call.model === null) return call;
    const usage = chargedOf(call);
    const price = usage === null ? null : this.#catalogAt(call.at).find(call.model, call.provider);
    if (usage === null || price === null) return call;
    const usd = costOf(usage, price, call.requests);
    if (usd === null) return call;
    return { ...call, cost: { usd, from: 'price', price: sourceOf(price, usage.service) } };
  }

  #catalogAt(at: number): Catalog {
    const hour = Math.floor(at / 3_600_000);
    const known = this.#hours.get(hour);
    if (known !== undefined) return known;
    const asOf = new Date(hour * 3_600_000).toISOString();
    const pricing = { asOf: asOf.slice(0, 10), hour: Number(asOf.slice(11, 13)) };
    const catalog = new Catalog({ ...this.#config, pricing }, this.#snapshot, this.#update);
    if (this.#hours.size >= mostHours) this.#hours.clear();
    this.#hours.set(hour, catalog);
    return catalog;
  }
}

function sourceOf({ source, services }: Price, service: Service = 'standard'): PriceSource {
  return service === 'standard' ? source : { ...source, service, ...services[service]?.from };
}

/** `null` where too little is known to say what was charged. */
function chargedOf({ usage, operation, service }: Call): Usage | null {
  const output = usage.output ?? (operation === 'embeddings' ? 0 : null);
  if (usage.input === null || output === null || service === 'other') return null;
  return {
    ...{ input: usage.input, output, service: service ?? 'standard' },
    cacheRead: usage.cacheRead ?? 0,
    cacheWrite: usage.cacheWrite ?? 0,
    cacheWrite1h: usage.cacheWrite1h ?? 0,
  };
}

/**
 * Where requests were added up, each is taken to be as long as their average, for prices that depend on that; where
 * nobody says how many they were, such a price tells nothing.
 */
function costOf(usage: Usage, price: Price, requests: number | null): Usd | null {
  const { service = 'standard' } = usage;
  const rates: Rates | null = service === 'standard' ? price : price.services[service];
  const fitting = rates === null || requests === 1 ? rates : addedUp(rates, usage.input, requests);
  if (fitting === null) return null;
  const cost = usageCost({ ...usage, service: 'standard' }, { ...price, ...fitting });
  return cost.kind === 'cost' ? cost.usd : null;
}

function addedUp(rates: Rates, input: number, requests: number | null): Rates | null {
  const { input: fresh, output, cacheRead, cacheWrite, cacheWrite1h, request } = rates;
  const units = [fresh, output, cacheRead, cacheWrite, cacheWrite1h];
  const isFlat = units.every((rate) => rate === null || rate.tiers.length === 0);
  if (isFlat && request === 0n) return rates;
  return requests === null || requests === 0 ? null : flattened(rates, input / requests, requests);
}

function flattened(rates: Rates, requestTokens: number, requests: number): Rates {
  const at = (rate: Rate) => ({ base: rateAt(rate, requestTokens), tiers: [] });
  const orNull = (rate: Rate | null) => (rate === null ? null : at(rate));
  return {
    input: at(rates.input),
    output: orNull(rates.output),
    cacheRead: orNull(rates.cacheRead),
    cacheWrite: orNull(rates.cacheWrite),
    cacheWrite1h: orNull(rates.cacheWrite1h),
    request: rates.request * BigInt(requests),
  };
}
