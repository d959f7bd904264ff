import type { CallVolume, MonthBill, OutputBill } from '../core/prices/bill.ts';
import type { Money } from '../core/prices/money.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import { countWords, plural, signs } from './words.ts';

export interface MonthWords {
  /** `≈$1,204.50 a month` */
  readonly sum: string;
  /**
   * `12,000 calls a day (configuration), 60 % cached, answers as configured`, `2,000 calls a week (comment), …`,
   * `from 312 calls in 7 days (ledger, until 2026-11-22), 12 % cached, answers of 180 tokens as measured`
   */
  readonly terms: string;
}

export function monthWords(
  { usd, volume, cache, output }: MonthBill,
  { certainty }: Tokens,
  money: Money,
): MonthWords {
  const limit = output?.from === 'limit' ? 'at most ' : '';
  const terms = [volumeWords(volume), cachedWords(cache), answerWords(output)];
  return { sum: `${limit}${signs[certainty]}${money(usd)} a month`, terms: terms.join(', ') };
}

function volumeWords(volume: CallVolume): string {
  if (volume.from !== 'ledger') {
    const { calls, per, from } = volume;
    return `${countWords(calls)} calls ${per === 'hour' ? 'an' : 'a'} ${per} (${from})`;
  }
  return `from ${countWords(volume.calls)} calls in ${volume.days} days (ledger, until ${volume.until})`;
}

function cachedWords(cache: MonthBill['cache']): string {
  if (cache === null) return 'none cached';
  return `${percent(cache.hitRate)} cached${cache.from === 'ledger' ? ' as measured' : ''}`;
}

function answerWords(output: OutputBill | null): string {
  if (output === null) return 'answers not counted';
  if (output.from === 'ledger') return `answers of ${plural(output.tokens, 'token')} as measured`;
  return output.from === 'volume' ? 'answers as configured' : 'answers at their limit';
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
