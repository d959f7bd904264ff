import type { Volume } from '../configMoney.ts';
import type { Period } from '../prompts/volume.ts';
import type { Tokens } from '../tokens/tokens.ts';
import type { Price } from './catalog.ts';
import { rateAt } from './rates.ts';
import { times, type Usd } from './usd.ts';

/** What the answer costs. */
export interface OutputBill {
  readonly tokens: number;
  readonly usd: Usd;
  /** `volume`: as many tokens as the configuration says they are; `limit`: no answer can have more. */
  readonly from: 'volume' | 'limit';
}

/** How often a call is made, and who says so. */
export interface StatedVolume extends Omit<Volume, 'callsPerDay'> {
  readonly calls: number;
  readonly per: Period;
  readonly from: 'configuration' | 'comment';
}

/** What a month costs, of a volume that somebody has stated: nobody's volume is ever guessed. */
export interface MonthBill {
  readonly usd: Usd;
  /** As stated. */
  readonly calls: number;
  readonly per: Period;
  /** The same by the day: not always a whole number. */
  readonly callsPerDay: number;
  readonly from: StatedVolume['from'];
  /** `null` where nobody says, or nothing of the request can be kept: then nothing is taken to be read from the cache. */
  readonly cacheHitRate: number | null;
  /** Of what the answer is taken for; `null` where it is not known, and not in the sum. */
  readonly output: OutputBill['from'] | null;
}

/** What one call costs: its known text, its framing, and what it may answer. */
export interface CallBill {
  /** Input of the first call, which writes to the cache what can be kept. */
  readonly cold: Usd;
  /** The same where every choice of texts comes out as the longest; `null` where there is none. */
  readonly coldMost: Usd | null;
  /** Input of a call that reads from the cache what it can; `null` where not every message was seen. */
  readonly warm: Usd | null;
  /** `null` where neither a limit nor a measure is known. */
  readonly output: OutputBill | null;
  /** `null` where nobody stated a volume. */
  readonly month: MonthBill | null;
}

/** How often there is each in a day, and in a month, which has 30 days. */
const perDay: Readonly<Record<Period, number>> = { hour: 24, day: 1, week: 1 / 7, month: 1 / 30 };
const perMonth: Readonly<Record<Period, number>> = { hour: 720, day: 30, week: 30 / 7, month: 1 };

/** @param cached what the map of the request costs, cold and warm, and for how many tokens that is; `null` where there is no map. */
export function billOf(
  tokens: Tokens,
  price: Price,
  cached: { readonly cold: Usd; readonly warm: Usd; readonly tokens: number } | null,
  {
    maxOutputTokens,
    volume,
  }: { readonly maxOutputTokens: number | null; readonly volume: StatedVolume | null },
): CallBill {
  const { count, most } = tokens;
  const input = rateAt(price.input, count);
  const flat = times(input, count) + price.request;
  // The map knows the messages; what is around them is sent anew every time.
  const around = cached === null ? 0n : times(input, Math.max(count - cached.tokens, 0)) + price.request;
  const cold = cached === null ? flat : cached.cold + around;
  const warm = cached === null ? null : cached.warm + around;
  const longer = most === undefined || most <= count ? null : times(rateAt(price.input, most), most);
  const output = outputOf(count, price, maxOutputTokens, volume);
  return {
    cold,
    coldMost: longer === null ? null : longer + (cold - times(input, count)),
    warm,
    output,
    month: volume === null ? null : monthOf(volume, { flat, cold, warm, output }),
  };
}

function outputOf(
  requestTokens: number,
  price: Price,
  limit: number | null,
  volume: StatedVolume | null,
): OutputBill | null {
  const tokens = volume?.outputTokens ?? limit;
  if (tokens === null || tokens === undefined || price.output === null) return null;
  const usd = times(rateAt(price.output, requestTokens), tokens);
  return { tokens, usd, from: volume?.outputTokens === undefined ? 'limit' : 'volume' };
}

function monthOf(
  { calls, per, from, cacheHitRate }: StatedVolume,
  { flat, cold, warm, output }: { flat: Usd; cold: Usd; warm: Usd | null; output: OutputBill | null },
): MonthBill {
  const often = calls * perMonth[per];
  const isKnown = cacheHitRate !== undefined && warm !== null && warm < cold;
  const input = isKnown
    ? times(cold, often) + times(times(warm - cold, often), cacheHitRate)
    : times(flat, often);
  return {
    usd: input + times(output?.usd ?? 0n, often),
    ...{ calls, per, from, callsPerDay: calls * perDay[per] },
    cacheHitRate: isKnown ? cacheHitRate : null,
    output: output?.from ?? null,
  };
}
