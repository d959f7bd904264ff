import type { calcPrice as CalcPrice } from '@pydantic/genai-prices';
import type { Config } from '../config.ts';
import type { UserPrice } from '../configMoney.ts';
import type { Day } from '../host.ts';
import { hostOf, modelName, resolveAlias, undated } from '../tokens/modelId.ts';
import type { ModelName } from '../tokens/modelId.ts';
import { isAnotherVersion } from './otherVersion.ts';
import type { PriceSource } from './price.ts';
import { usdPerToken, type Usd } from './usd.ts';

/** The price data that ships. Its day is that of the version's release; a test compares both with what is installed. */
export const snapshot = {
  name: '@pydantic/genai-prices',
  version: '0.1.8',
  date: '2026-09-23' as Day,
} as const;

/** Price of one token; from a tier on, for requests of more than `above` input tokens. */
export interface Rate {
  readonly base: Usd;
  /** Ascending. */
  readonly tiers: readonly { readonly above: number; readonly price: Usd }[];
}

/** What a model charges. `null` means that the catalog has no such price, not that it is free. */
export interface Price {
  readonly input: Rate;
  readonly output: Rate | null;
  readonly cacheRead: Rate | null;
  /** For the provider's default lifetime. */
  readonly cacheWrite: Rate | null;
  readonly cacheWrite1h: Rate | null;
  readonly source: PriceSource;
}

/** A longer string is no model's name, and the catalog would try hundreds of patterns on it. */
const longestName = 256;

type RawPrice = NonNullable<ReturnType<typeof CalcPrice>>['model_price'];

/** Model → price. Prices of the configuration win over the data that ships. */
export class Catalog {
  readonly source: string;
  /** The day for which prices hold: the snapshot's, or the earlier one that was asked for. */
  readonly date: Day;
  readonly #calcPrice: typeof CalcPrice;
  readonly #config: Pick<Config, 'prices' | 'models'>;
  /** Some prices change with the hour: noon UTC of one day makes every run say the same. */
  readonly #timestamp: Date;
  readonly #found = new Map<string, Price | null>();

  /** Loads the price data. Await it when the first price is needed, not before. */
  static async open(config: Pick<Config, 'prices' | 'models' | 'pricing'>): Promise<Catalog> {
    const { calcPrice } = await import('@pydantic/genai-prices');
    return new Catalog(calcPrice, config);
  }

  constructor(calcPrice: typeof CalcPrice, config: Pick<Config, 'prices' | 'models' | 'pricing'>) {
    const { asOf } = config.pricing;
    this.#calcPrice = calcPrice;
    this.#config = config;
    this.#timestamp = new Date(`${asOf ?? snapshot.date}T12:00:00Z`);
    if (Number.isNaN(this.#timestamp.getTime()))
      throw new Error(`pricing.asOf: ${asOf} is no day; write it as 2026-09-23`);
    this.source = `genai-prices ${snapshot.version}`;
    this.date = asOf !== null && asOf < snapshot.date ? asOf : snapshot.date;
  }

  /**
   * @param model as the source names it.
   * @param sdk the SDK family of the call, which tells the host where the name does not.
   * @returns `null` when no price is known.
   */
  find(model: string, sdk: string | null): Price | null {
    const key = `${sdk ?? ''} ${model}`;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const price = this.#find(resolveAlias(model, this.#config.models.aliases), sdk);
    this.#found.set(key, price);
    return price;
  }

  #find(model: string, sdk: string | null): Price | null {
    if (model.length > longestName) return null;
    const name = modelName(model);
    const stated = [model, name.id, name.model].find((id) => Object.hasOwn(this.#config.prices, id));
    const own = stated === undefined ? undefined : this.#config.prices[stated];
    if (stated !== undefined && own !== undefined) return statedPrice(stated, own);
    for (const host of hostsOf(name, sdk))
      for (const id of spellings(name)) {
        const price = this.#ask(id, host);
        if (price) return price;
      }
    return null;
  }

  #ask(id: string, providerId: string | undefined): Price | null {
    const options = { timestamp: this.#timestamp, ...(providerId !== undefined && { providerId }) };
    const found = this.#calcPrice({ input_tokens: 0 }, id, options);
    if (!found || isAnotherVersion(found.model.match, id)) return null;
    const source = {
      model: found.model.id,
      provider: found.provider.id,
      source: this.source,
      date: this.date,
    };
    return catalogPrice(found.model_price, source);
  }
}

/** Whom to ask, in order; `undefined` asks the catalog whose the name is. A host that the name states is the only one. */
function hostsOf({ host, model }: ModelName, sdk: string | null): (string | undefined)[] {
  if (host !== null) return [host];
  const bySdk = sdk === null ? null : hostOf(sdk);
  const serves = bySdk !== null && !makers.includes(bySdk);
  if (serves) return [bySdk, undefined];
  // The catalog recognises OpenAI's names by their beginning only.
  const openai = /^(?:chatgpt|text-embedding|codex|computer-use|davinci|babbage)|^gpt-/.test(model)
    ? ['openai']
    : [];
  return [undefined, ...openai, ...(bySdk === null ? [] : [bySdk])];
}

/** Those who serve only models of their own: their SDK is often pointed at somebody else. */
const makers = ['openai', 'anthropic', 'google'];

/** The ways a catalog may spell a name, the most precise first. */
function spellings({ host, id, model }: ModelName): Iterable<string> {
  // A tuned model has a price of its own or none; what it was tuned from says nothing. Nor is it known what somebody
  // unheard of takes for a model of another's.
  if (id.startsWith('ft:') || (host === null && id.includes('/'))) return [id];
  return new Set([id, model, undated(model)]);
}

function statedPrice(model: string, price: UserPrice): Price {
  const rate = (usd: number | undefined): Rate | null =>
    usd === undefined ? null : { base: usdPerToken(usd), tiers: [] };
  return {
    input: { base: usdPerToken(price.input), tiers: [] },
    output: rate(price.output),
    cacheRead: rate(price.cacheRead),
    cacheWrite: rate(price.cacheWrite),
    cacheWrite1h: null,
    source: { model, provider: 'configuration', source: price.source, date: price.date },
  };
}

/** `null` when the catalog lists the model but no price of its input. */
function catalogPrice(raw: RawPrice, source: PriceSource): Price | null {
  const rate = (name: string): Rate | null => {
    const value = raw[name];
    if (value === undefined) return null;
    if (typeof value === 'number') return { base: usdPerToken(value), tiers: [] };
    const tiers = value.tiers.map(({ start, price }) => ({
      above: start,
      price: usdPerToken(price),
    }));
    return { base: usdPerToken(value.base), tiers: tiers.sort((a, b) => a.above - b.above) };
  };
  const input = rate('input_mtok');
  if (input === null) return null;
  return {
    input,
    output: rate('output_mtok'),
    cacheRead: rate('cache_read_mtok'),
    cacheWrite: rate('cache_write_mtok'),
    cacheWrite1h: rate('cache_write_1h_mtok'),
    source,
  };
}
