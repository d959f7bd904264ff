import {
  togetherOf,
  type CallUse,
  type CallVolume,
  type MonthBill,
  type OutputBill,
} from '../core/prices/bill.ts';
import type { Money } from '../core/prices/money.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import { countWords, plural, signs } from './words.ts';

export interface MonthWords {
  /** `≈$1,204.50 a month` */
  readonly sum: string;
  /**
   * `12,000 calls a day (configuration), 60 % cached, answers as configured`, `2,000 calls a week (comment), …`,
   * `12,000 calls a day (configuration, shared by 3 calls), …`,
   * `from 312 calls in 7 days (ledger, until 2026-11-22), 12 % cached, answers of 180 tokens as measured`
   */
  readonly terms: string;
}

export function monthWords(
  { usd, volume, cache, output }: MonthBill,
  { certainty }: Tokens,
  money: Money,
): MonthWords {
  const limit = output?.from === 'limit' || togetherOf(volume) !== null ? 'at most ' : '';
  return {
    sum: `${limit}${signs[certainty]}${money(usd)} a month`,
    terms: monthTerms(volume, cache, output),
  };
}

/** What a month rests on, see `MonthWords.terms`. */
export function monthTerms(
  volume: CallVolume,
  cache: CallUse['cache'],
  output: Pick<OutputBill, 'tokens' | 'from'> | null,
): string {
  return [volumeWords(volume), cachedWords(volume, cache), answerWords(output)].join(', ');
}

function volumeWords(volume: CallVolume): string {
  if (volume.from !== 'ledger') {
    const { calls, per, from } = volume;
    const together = togetherOf(volume);
    const shared = together === null ? '' : `, shared by ${together.calls} calls`;
    return `${countWords(calls)} calls ${per === 'hour' ? 'an' : 'a'} ${per} (${from}${shared})`;
  }
  return `from ${countWords(volume.calls)} calls in ${volume.days} days (ledger, until ${volume.until})`;
}

/** Of real calls more may be read from a cache than the text that is known. */
function cachedWords({ from }: CallVolume, cache: CallUse['cache']): string {
  if (cache === null) return from === 'ledger' ? 'nothing of the known text cached' : 'none cached';
  return `${percent(cache.hitRate)} cached${cache.from === 'ledger' ? ' as measured' : ''}`;
}

function answerWords(output: Pick<OutputBill, 'tokens' | 'from'> | null): string {
  if (output === null) return 'answers not counted';
  if (output.from === 'ledger') return `answers of ${plural(output.tokens, 'token')} as measured`;
  return output.from === 'volume' ? 'answers as configured' : 'answers at their limit';
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
