import type { Currency } from '../core/configMoney.ts';
import { togetherOf, type MonthBill } from '../core/prices/bill.ts';
import type { Cost } from '../core/prices/price.ts';
import { inDollars, type Usd } from '../core/prices/usd.ts';
import type { MeteredCall } from '../core/report.ts';
import type { CallCostEntry, CostEntry, CurrencyEntry } from './costDocument.ts';

export function costEntry(cost: Cost | null): CostEntry | null {
  if (cost === null) return null;
  const { model, provider, source, date, service } = cost.price;
  const usdPerCall = inDollars(cost.usdPerCall);
  const usdPerCallCached = dollarsOrNull(cost.usdPerCallCached);
  return {
    usdPerCall,
    usdPerCallCached,
    price: { model, provider, ...(service === undefined ? {} : { service }), source, date },
  };
}

export function callCostEntry({ cost, bill }: MeteredCall): CallCostEntry | null {
  const entry = costEntry(cost);
  if (entry === null || bill === null) return null;
  const { cold, coldMost, warm, output, month } = bill;
  return {
    ...entry,
    cold: inDollars(cold),
    ...(coldMost === null ? {} : { coldMost: inDollars(coldMost) }),
    warm: dollarsOrNull(warm),
    output: output === null ? null : { ...output, usd: inDollars(output.usd) },
    month: month === null ? null : monthEntry(month),
  };
}

function monthEntry({ usd, callsPerDay, volume, cache, output }: MonthBill): CallCostEntry['month'] {
  const { from } = volume;
  const together = togetherOf(volume);
  return {
    ...{ usd: inDollars(usd), callsPerDay, from },
    ...(together === null ? {} : { sharedBy: together.calls }),
    ...(from === 'ledger'
      ? { measured: { calls: volume.calls, days: volume.days, until: volume.until } }
      : {}),
    cacheHitRate: cache?.hitRate ?? null,
    ...(cache?.from === 'ledger' ? { cacheHitRateFrom: cache.from } : {}),
    output: output?.from ?? null,
  };
}

/** Nothing where people are told US dollars too. */
export function currencyEntry(currency: Currency | null): { readonly currency?: CurrencyEntry } {
  if (currency === null) return {};
  const { code, perUsd, date } = currency;
  return { currency: { code, perUsd, date } };
}

export function dollarsOrNull(usd: Usd | null): number | null {
  return usd === null ? null : inDollars(usd);
}
