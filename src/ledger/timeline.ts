import { together, type Spend } from './read.ts';

/** How long one slot of a timeline is. Days, weeks (from Monday), months and years are those of UTC. */
export type Grain = 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Slot {
  /** Milliseconds since 1970; the end exclusive. */
  readonly from: number;
  readonly until: number;
  /** `null` where nothing was called. */
  readonly spend: Spend | null;
}

export interface Timeline {
  readonly grain: Grain;
  /** In their order, without gaps. */
  readonly slots: readonly Slot[];
}

const [hour, day] = [3_600_000, 24 * 3_600_000];

/** As many slots as can be told apart on a page. */
const mostSlots = 100;

/** The finest grain that tells a stretch in so many slots as can be told apart. @param span milliseconds. */
export function grainOf(span: number): Grain {
  if (span <= 2 * day) return 'hour';
  if (span <= mostSlots * day) return 'day';
  if (span <= mostSlots * 7 * day) return 'week';
  return span <= mostSlots * 30 * day ? 'month' : 'year';
}

/**
 * Sums of hours or days → those of every slot of a stretch, also of those in which there was no call.
 * @param spends named by the begin of an hour or day, as `Date.parse` reads it; none outside of the stretch.
 * @param from milliseconds since 1970; `until` exclusive.
 */
export function timelineOf(spends: readonly Spend[], from: number, until: number): Timeline {
  const grain = grainOf(until - from);
  const bySlot = new Map<number, Spend[]>();
  for (const spend of spends) {
    const start = startOf(Date.parse(spend.key ?? ''), grain);
    bySlot.set(start, [...(bySlot.get(start) ?? []), spend]);
  }
  const slots: Slot[] = [];
  for (let start = startOf(from, grain); start < until; start = nextAfter(start, grain)) {
    const spend = together(bySlot.get(start) ?? [], null);
    slots.push({ from: start, until: nextAfter(start, grain), spend });
  }
  return { grain, slots };
}

/** The begin of the slot that a moment is in. */
function startOf(at: number, grain: Grain): number {
  if (grain === 'hour') return Math.floor(at / hour) * hour;
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (grain === 'year') return Date.UTC(year, 0);
  if (grain === 'month') return Date.UTC(year, month);
  const midnight = Math.floor(at / day) * day;
  return grain === 'day' ? midnight : midnight - ((date.getUTCDay() + 6) % 7) * day;
}

function nextAfter(start: number, grain: Grain): number {
  if (grain === 'hour') return start + hour;
  if (grain === 'day') return start + day;
  if (grain === 'week') return start + 7 * day;
  const date = new Date(start);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return grain === 'month' ? Date.UTC(year, month + 1) : Date.UTC(year + 1, 0);
}
