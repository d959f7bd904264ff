import type { Day } from '../host.ts';
import type { Period } from '../prompts/volume.ts';
import type { Tokens } from '../tokens/tokens.ts';
import type { Price } from './catalog.ts';
import { rateAt } from './rates.ts';
import { times, type Usd } from './usd.ts';

/** Who says how long answers are, or how many calls find their prefix in the cache. */
type Teller = 'volume' | 'ledger';

/** What the answer costs. */
export interface OutputBill {
  readonly tokens: number;
  readonly usd: Usd;
  /** `volume`: as many tokens as the configuration says; `ledger`: as were measured; `limit`: no answer can have more. */
  readonly from: Teller | 'limit';
}

/** A prompt whose volume it is, and how many calls of the source send it: how many of the volume each makes, nobody says. */
export interface Together {
  readonly prompt: string;
  readonly calls: number;
}

/**
 * How often a call is made, and who says so; where the volume is that of several calls together, no more often than that.
 * What was measured are calls in so many days, of which `until` was the last.
 */
export type CallVolume =
  | {
      readonly from: 'configuration' | 'comment';
      readonly calls: number;
      readonly per: Period;
      readonly together?: Together;
    }
  | { readonly from: 'ledger'; readonly calls: number; readonly days: number; readonly until: Day };

/** What is known of how a call is used: stated by somebody, or measured where nobody states it. */
export interface CallUse {
  readonly volume: CallVolume | null;
  /** Tokens of one answer, on average. */
  readonly output: { readonly tokens: number; readonly from: Teller } | null;
  /** Part of the calls that find their prefix in the cache, from 0 to 1. */
  readonly cache: { readonly hitRate: number; readonly from: Teller } | null;
}

/**
 * What a month costs, of a volume that was stated or measured: nobody's volume is ever guessed. Of a volume of several calls
 * together it is what a month would cost if this one made them all: months of such calls must not be added up.
 */
export interface MonthBill {
  readonly usd: Usd;
  readonly volume: CallVolume;
  /** The same by the day: not always a whole number. */
  readonly callsPerDay: number;
  /** `null` where nobody says, or nothing of the request can be kept: then nothing is taken to be read from the cache. */
  readonly cache: CallUse['cache'];
  /** What the answer is taken for; `null` where it is not known, and not in the sum. */
  readonly output: OutputBill | null;
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
  /** `null` where no volume is known. */
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
  { maxOutputTokens, use }: { readonly maxOutputTokens: number | null; readonly use: CallUse },
): CallBill {
  const { count, most } = tokens;
  const input = rateAt(price.input, count);
  const flat = times(input, count) + price.request;
  // The map knows the messages; what is around them is sent anew every time.
  const around = cached === null ? 0n : times(input, Math.max(count - cached.tokens, 0)) + price.request;
  const cold = cached === null ? flat : cached.cold + around;
  const warm = cached === null ? null : cached.warm + around;
  const longer = most === undefined || most <= count ? null : times(rateAt(price.input, most), most);
  const output = outputOf(count, price, maxOutputTokens, use);
  return {
    cold,
    coldMost: longer === null ? null : longer + (cold - times(input, count)),
    warm,
    output,
    month: use.volume === null ? null : monthOf(use.volume, use, { flat, cold, warm, output }),
  };
}

/** The volume of several calls together; `null` where it is the call's own. */
export function togetherOf(volume: CallVolume | null): Together | null {
  return volume === null || volume.from === 'ledger' ? null : (volume.together ?? null);
}

/** Calls of a month, which has 30 days. */
export function callsPerMonth(volume: CallVolume): number {
  return volume.from === 'ledger' ? (volume.calls * 30) / volume.days : volume.calls * perMonth[volume.per];
}

function outputOf(
  requestTokens: number,
  price: Price,
  limit: number | null,
  { output }: CallUse,
): OutputBill | null {
  const tokens = output?.tokens ?? limit;
  if (tokens === null || price.output === null) return null;
  const usd = times(rateAt(price.output, requestTokens), tokens);
  return { tokens, usd, from: output?.from ?? 'limit' };
}

function monthOf(
  volume: CallVolume,
  { cache }: CallUse,
  { flat, cold, warm, output }: { flat: Usd; cold: Usd; warm: Usd | null; output: OutputBill | null },
): MonthBill {
  const often = callsPerMonth(volume);
  const known = warm !== null && warm < cold ? cache : null;
  const input =
    known !== null && warm !== null
      ? times(cold, often) + times(times(warm - cold, often), known.hitRate)
      : times(flat, often);
  return {
    usd: input + times(output?.usd ?? 0n, often),
    volume,
    callsPerDay: volume.from === 'ledger' ? volume.calls / volume.days : volume.calls * perDay[volume.per],
    cache: known,
    output,
  };
}
