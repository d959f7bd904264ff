import type { Span } from '../ledger/read.ts';
import type { Grain } from '../ledger/timeline.ts';

export const rangeIds = ['today', '7d', '30d', '90d', 'all'] as const;
export type RangeId = (typeof rangeIds)[number];

const day = 24 * 3_600_000;
const days = { today: 1, '7d': 7, '30d': 30, '90d': 90 } as const;

/** So many days of UTC, today among them. @param now milliseconds since 1970. */
export function spanOf(range: RangeId, now: number): Span {
  if (range === 'all') return {};
  const midnight = Math.floor(now / day) * day;
  return { since: midnight - (days[range] - 1) * day };
}

/** How a slot of a timeline is called in full, and below a chart. @param at its begin, milliseconds since 1970. */
export function slotWords(at: number, grain: Grain): { readonly name: string; readonly tick: string } {
  const date = dateWords(at);
  if (grain === 'hour') {
    const hour = words(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return { name: `${date}, from ${hour} UTC`, tick: hour };
  }
  const short = words(at, { day: 'numeric', month: 'short' });
  const month = {
    name: { month: 'long', year: 'numeric' },
    tick: { month: 'short', year: 'numeric' },
  } as const;
  const named = {
    day: {
      name: words(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      tick: short,
    },
    week: { name: `Week of ${date}`, tick: short },
    month: { name: words(at, month.name), tick: words(at, month.tick) },
    year: { name: words(at, { year: 'numeric' }), tick: words(at, { year: 'numeric' }) },
  };
  return named[grain];
}

/** `2 November 2026` */
export function dateWords(at: number): string {
  return words(at, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `2 November 2026, 08:12 UTC` */
export function momentWords(at: number): string {
  return `${dateWords(at)}, ${words(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })} UTC`;
}

function words(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(at);
}
