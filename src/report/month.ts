import type { Currency } from '../core/configMoney.ts';
import type { MonthBill } from '../core/prices/bill.ts';
import { decimal, formatUsd, times, type Usd } from '../core/prices/usd.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import { countWords, signs } from './words.ts';

export interface MonthWords {
  /** `≈$1,204.50 a month` */
  readonly sum: string;
  /** `12,000 calls a day (configuration), 60 % cached, answers as configured`, `2,000 calls a week (comment), …` */
  readonly terms: string;
}

export function monthWords(month: MonthBill, { certainty }: Tokens, currency: Currency | null): MonthWords {
  const { usd, calls, per, from, cacheHitRate, output } = month;
  const limit = output === 'limit' ? 'at most ' : '';
  const terms = [
    `${countWords(calls)} calls ${per === 'hour' ? 'an' : 'a'} ${per} (${from})`,
    cacheHitRate === null ? 'none cached' : `${percent(cacheHitRate)} cached`,
    answers[output ?? 'none'],
  ];
  return { sum: `${limit}${signs[certainty]}${moneyWords(usd, currency)} a month`, terms: terms.join(', ') };
}

const answers = {
  volume: 'answers as configured',
  limit: 'answers at their limit',
  none: 'answers not counted',
} as const;

/** `$500.00`, `$500.00 (EUR 430.00 at 0.86, 2026-11-01)` */
export function moneyWords(usd: Usd, currency: Currency | null): string {
  if (currency === null) return formatUsd(usd);
  const { code, perUsd, date } = currency;
  const sum = decimal(times(usd, perUsd), 2).replace(/\B(?=(?:\d{3})+\.)/g, ',');
  return `${formatUsd(usd)} (${code} ${sum} at ${perUsd}, ${date})`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
