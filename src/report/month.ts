import type { MonthBill } from '../core/prices/bill.ts';
import type { Money } from '../core/prices/money.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import { countWords, signs } from './words.ts';

export interface MonthWords {
  /** `≈$1,204.50 a month` */
  readonly sum: string;
  /** `12,000 calls a day (configuration), 60 % cached, answers as configured`, `2,000 calls a week (comment), …` */
  readonly terms: string;
}

export function monthWords(month: MonthBill, { certainty }: Tokens, money: Money): MonthWords {
  const { usd, calls, per, from, cacheHitRate, output } = month;
  const limit = output === 'limit' ? 'at most ' : '';
  const terms = [
    `${countWords(calls)} calls ${per === 'hour' ? 'an' : 'a'} ${per} (${from})`,
    cacheHitRate === null ? 'none cached' : `${percent(cacheHitRate)} cached`,
    answers[output ?? 'none'],
  ];
  return { sum: `${limit}${signs[certainty]}${money(usd)} a month`, terms: terms.join(', ') };
}

const answers = {
  volume: 'answers as configured',
  limit: 'answers at their limit',
  none: 'answers not counted',
} as const;

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
