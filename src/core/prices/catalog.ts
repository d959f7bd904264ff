import type { Config } from '../config.ts';
import type { Day, Host } from '../host.ts';
import { modelName, resolveAlias } from '../tokens/modelId.ts';
import { findListed, pricesAt, type Listed } from './lists/find.ts';
import type { PriceList } from './lists/list.ts';
import { readSnapshot, readUpdate } from './lists/read.ts';
import { modelFacts, type ModelFacts } from './modelFacts.ts';
import { hostsOf, spellings } from './names.ts';
import { nearestModel } from './nearestModel.ts';
import type { PricesAbout, PriceSource } from './price.ts';
import { ratesOf, type Rates } from './rates.ts';
import { servicePrices, withCacheRule, type ServicePrices } from './serviceTiers.ts';
import { statedPrice } from './statedPrice.ts';

/** What a model charges for a request of the standard service, and what the other services charge. */
export interface Price extends Rates {
  readonly services: ServicePrices;
  readonly source: PriceSource;
}

/** A longer string is no model's name, and the lists would try hundreds of patterns on it. */
const longestName = 256;

/** What one name leads to. */
interface Resolved {
  readonly price: Price | null;
  /** The listed name that was probably meant, where there is no price. */
  readonly meant: string | null;
  readonly facts: ModelFacts;
}

interface Found extends Listed {
  readonly list: PriceList;
}

/**
 * Model → price and facts. The configuration's own prices win over the list that a person updated to, that one over the
 * list that ships. What a name leads to is worked out once.
 */
export class Catalog {
  readonly about: PricesAbout;
  /** The day for which prices hold: that of the newest list, or the earlier one that was asked for. */
  readonly date: Day;
  readonly shipped: PriceList;
  /** The newest first; the one that ships is the last. */
  readonly lists: readonly PriceList[];
  /** Some prices change with the hour: one hour of one day makes every run say the same. */
  readonly moment: Date;
  readonly #config: Pick<Config, 'prices' | 'models' | 'cache'>;
  readonly #resolved = new Map<string, Resolved>();

  /** Loads the price data. Await it when the first price is needed, not before. */
  static async open(config: CatalogConfig, host: PriceHost): Promise<Catalog> {
    const snapshot = readSnapshot(await host.loadPrices());
    const update = readUpdate(host.readUpdatedPrices());
    return new Catalog(config, snapshot, update);
  }

  constructor(config: CatalogConfig, snapshot: PriceList, update: ReturnType<typeof readUpdate> = null) {
    const { asOf, hour } = config.pricing;
    const newer = update?.kind === 'list' && isUsed(update.list, snapshot, asOf) ? [update.list] : [];
    const newest = newer[0] ?? snapshot;
    this.#config = config;
    this.shipped = snapshot;
    this.lists = [...newer, snapshot];
    this.date = asOf !== null && asOf < newest.date ? asOf : newest.date;
    this.about = {
      source: this.lists.map(({ source }) => source).join(', '),
      date: this.date,
      problem: update?.kind === 'problem' ? update.why : null,
    };
    this.moment = new Date(`${asOf ?? newest.date}T${String(hour).padStart(2, '0')}:00:00Z`);
    if (Number.isNaN(this.moment.getTime()))
      throw new Error(`pricing.asOf: ${asOf} is no day; write it as 2026-09-23`);
  }

  /**
   * @param model as the source names it.
   * @param sdk the SDK family of the call, which tells the host where the name does not.
   * @returns `null` when no price is known.
   */
  find(model: string, sdk: string | null): Price | null {
    return this.#resolve(model, sdk).price;
  }

  /** The name that was probably meant, of a model without a price; `null` where there is one, or none is near. */
  meant(model: string, sdk: string | null): string | null {
    return this.#resolve(model, sdk).meant;
  }

  /** What is known of a model besides its prices. */
  facts(model: string, sdk: string | null): ModelFacts {
    return this.#resolve(model, sdk).facts;
  }

  /** The price of an entry of one of the lists, without the configuration's. */
  priceOf({ list, provider, model }: Found): Price | null {
    const held = pricesAt(model, this.moment);
    const listed = held === null ? null : ratesOf(held.rates);
    if (held === null || listed === null) return null;
    const from = { source: list.source, date: list.date < this.date ? list.date : this.date };
    const { caching } = modelFacts(`${provider.id}/${model.id}`, { provider, model }, from, {});
    const rates = withCacheRule(listed, caching, provider.id);
    const about = { host: provider.id, model: model.id, from };
    const source = { model: model.id, provider: provider.id, ...from };
    return { ...rates, services: servicePrices(rates, held, about), source };
  }

  #resolve(model: string, sdk: string | null): Resolved {
    const key = `${sdk ?? ''} ${model}`;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const resolved = this.#lookUp(resolveAlias(model, this.#config.models.aliases), sdk);
    this.#resolved.set(key, resolved);
    return resolved;
  }

  #lookUp(model: string, sdk: string | null): Resolved {
    const { prices, cache } = this.#config;
    const found = model.length > longestName ? null : this.#find(model, sdk);
    const name = model.length > longestName ? null : modelName(model);
    const facts = modelFacts(name === null ? '' : model, found, found?.list ?? noList, cache.facts);
    const stated = name === null ? [] : [model, name.id, name.model];
    const id = stated.find((one) => Object.hasOwn(prices, one));
    const own = id === undefined ? undefined : prices[id];
    if (id !== undefined && own !== undefined) return { price: statedPrice(id, own), facts, meant: null };
    const price = found === null ? null : this.priceOf(found);
    const meant = price !== null || name === null ? null : nearestModel(this.lists, model);
    return { price, facts, meant };
  }

  #find(model: string, sdk: string | null): Found | null {
    const name = modelName(model);
    for (const host of hostsOf(name, sdk))
      for (const id of spellings(name))
        for (const list of this.lists) {
          const listed = findListed(list, id, host);
          if (listed !== null && ratesOf(pricesAt(listed.model, this.moment)?.rates ?? {}) !== null)
            return { ...listed, list };
        }
    return null;
  }
}

export type CatalogConfig = Pick<Config, 'prices' | 'models' | 'pricing' | 'cache'>;
export type PriceHost = Pick<Host, 'loadPrices' | 'readUpdatedPrices'>;

const noList = { source: '', date: '' } as const;

/** A list is of no use for prices of a day before it, nor where what ships is newer. */
function isUsed(update: PriceList, snapshot: PriceList, asOf: Day | null): boolean {
  return update.date >= snapshot.date && (asOf === null || asOf >= update.date);
}
