import type { Currency } from '../configMoney.ts';
import { formatAmount, times, type Usd } from './usd.ts';

/** An amount, as people are told it. */
export type Money = (amount: Usd) => string;

/** `$0.0031`; where a person has set a currency, `EUR 0.0027`, at the rate that they have set. Programs are told dollars. */
export function moneyIn(currency: Currency | null): Money {
  if (currency === null) return (amount) => formatAmount(amount, '$');
  const { code, perUsd } = currency;
  return (amount) => formatAmount(times(amount, perUsd), `${code} `);
}

/** `1 USD = 0.86 EUR (2026-11-01)`: what amounts in a currency rest on. */
export function rateWords({ code, perUsd, date }: Currency): string {
  return `1 USD = ${perUsd} ${code} (${date})`;
}
