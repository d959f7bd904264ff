import type { UserPrice } from '../configMoney.ts';
import type { Price } from './catalog.ts';
import { scaled, type Rates } from './rates.ts';
import { usdPerToken } from './usd.ts';

/** The price that the configuration states for a model. */
export function statedPrice(model: string, price: UserPrice): Price {
  const { source, date, batchFactor } = price;
  const rate = (dollars: number) => ({ base: usdPerToken(dollars), tiers: [] });
  const rateOrNull = (dollars: number | undefined) => (dollars === undefined ? null : rate(dollars));
  const rates: Rates = {
    input: rate(price.input),
    output: rate(price.output),
    cacheRead: rateOrNull(price.cacheRead),
    cacheWrite: rateOrNull(price.cacheWrite),
    cacheWrite1h: rateOrNull(price.cacheWrite1h),
    request: 0n,
  };
  const batch = batchFactor === undefined ? null : { ...times(rates, batchFactor), from: { source, date } };
  return {
    ...rates,
    services: { batch, flex: null, priority: null },
    source: { model, provider: 'configuration', source, date },
  };
}

function times(rates: Rates, factor: number): Rates {
  const at = (rate: Rates['output']) => (rate === null ? null : scaled(rate, factor));
  return {
    input: scaled(rates.input, factor),
    output: at(rates.output),
    cacheRead: at(rates.cacheRead),
    cacheWrite: at(rates.cacheWrite),
    cacheWrite1h: at(rates.cacheWrite1h),
    request: rates.request,
  };
}
