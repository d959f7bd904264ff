import type { ModelRow } from '../core/prices/listing.ts';
import { rateAt } from '../core/prices/rates.ts';
import type { ModelEntry, ModelRates } from './modelsDocument.ts';
import { perMillion } from './prices.ts';

/** Model → what a program reads of it. */
export function modelEntry({ model, provider, price, facts, tokenizer }: ModelRow): ModelEntry {
  const { caching, retirement } = facts;
  const { family, encoding, certainty } = tokenizer;
  return {
    model,
    provider,
    rates: ratesEntry(price),
    tiers: price.input.tiers.map(({ above }) => ({ above, ...ratesEntry(ratesAbove(price, above)) })),
    batch: price.services.batch === null ? null : ratesEntry(price.services.batch),
    flex: price.services.flex === null ? null : ratesEntry(price.services.flex),
    priority: price.services.priority === null ? null : ratesEntry(price.services.priority),
    contextWindow: facts.contextWindow,
    maxOutput: facts.maxOutput,
    tokenizer: { family, encoding, certainty },
    caching:
      caching === null
        ? null
        : {
            minimumTokens: caching.minimumTokens,
            control: caching.control,
            lifetimeSeconds: caching.lifetimes[0]?.seconds ?? null,
            source: caching.source,
            date: caching.date,
          },
    retirement: retirement === null ? null : { ...retirement },
    price: { source: price.source.source, date: price.source.date },
  };
}

type RatesLike = Pick<ModelRow['price'], 'input' | 'output' | 'cacheRead' | 'cacheWrite' | 'cacheWrite1h'>;

function ratesEntry(rates: RatesLike): ModelRates {
  return {
    input: perMillion(rates.input) ?? 0,
    cacheRead: perMillion(rates.cacheRead),
    cacheWrite: perMillion(rates.cacheWrite),
    cacheWrite1h: perMillion(rates.cacheWrite1h),
    output: perMillion(rates.output),
  };
}

/** The rates of a request of more than so many tokens: not every rate has its tiers where the input has them. */
function ratesAbove(rates: RatesLike, tokens: number): RatesLike {
  const at = <R extends RatesLike['output']>(rate: R): R =>
    rate === null ? rate : { ...rate, base: rateAt(rate, tokens + 1) };
  return {
    input: at(rates.input),
    output: at(rates.output),
    cacheRead: at(rates.cacheRead),
    cacheWrite: at(rates.cacheWrite),
    cacheWrite1h: at(rates.cacheWrite1h),
  };
}
