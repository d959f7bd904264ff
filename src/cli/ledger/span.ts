import { day } from '../../core/configValues.ts';
import type { Span } from '../../ledger/read.ts';
import type { Context } from '../command.ts';
import { Stop } from '../stop.ts';
import { sayLedger } from './sentences.ts';

const length = 24 * 3_600_000;

/** The days from --since to --until, both of them with all of it (UTC). */
export interface Days extends Span {
  readonly first: string | null;
  readonly last: string | null;
}

/** @throws Stop for what is no day. */
export function spanOf(context: Context): Days {
  const [first, last] = [dayOf(context, 'since'), dayOf(context, 'until')];
  return {
    ...{ first, last },
    ...(first === null ? {} : { since: Date.parse(first) }),
    ...(last === null ? {} : { until: Date.parse(last) + length }),
  };
}

/** `2026-11-02`, or `7d`: the day seven days ago. `null` where nothing is said. @throws Stop */
export function dayOf({ args, interrupts }: Context, flag: string): string | null {
  const value = args.value(flag);
  if (value === null) return null;
  const ago = /^(\d{1,5})d$/.exec(value)?.[1];
  const today = interrupts.today();
  if (ago !== undefined && today !== null)
    return new Date(Date.parse(today) - Number(ago) * length).toISOString().slice(0, 10);
  if (day.read(value, [], []) === null) throw new Stop(sayLedger.badSpan(flag, value));
  return value;
}
