import type { Currency } from '../core/configMoney.ts';
import { moneyIn } from '../core/prices/money.ts';
import { formatAmount, inDollars, usd } from '../core/prices/usd.ts';
import type { Spend } from '../ledger/read.ts';
import type { Slot, Timeline } from '../ledger/timeline.ts';
import { countWords } from '../report/words.ts';
import type { Bar, Chart } from '../webview/protocol.ts';
import { slotWords } from './dashboardDays.ts';
import { sayOfDashboard as say } from './dashboardSentences.ts';

/** As many words as stand below a chart without touching each other. */
const mostTicks = 8;

/** Hours, days, months → what they spent, their tokens and their calls, as bars. */
export function chartsOf(timeline: Timeline, currency: Currency | null): Chart[] {
  const rate = currency?.perUsd ?? 1;
  const unit = currency === null ? '$' : `${currency.code} `;
  const money = moneyIn(currency);
  return [
    chart('spend', timeline, [say.charts.spend], {
      parts: (spend) => [spend.usd === null ? 0 : inDollars(spend.usd) * rate],
      text: ({ usd: spent, unpriced, calls, failed }) => {
        if (unpriced === 0) return spent === null ? say.bar.calls(calls, failed) : money(spent);
        return spent === null ? say.bar.unknown(unpriced) : say.bar.partly(money(spent), unpriced);
      },
      line: (value) => formatAmount(usd(value), unit),
      isPartial: ({ unpriced }) => unpriced > 0,
    }),
    chart('tokens', timeline, say.tokenParts, {
      parts: ({ input, cacheRead, output }) => [cacheRead, Math.max(input - cacheRead, 0), output],
      text: ({ input, cacheRead, output }) => say.bar.tokens(input, cacheRead, output),
      line: roundCount,
      isPartial: () => false,
    }),
    chart('calls', timeline, say.callParts, {
      parts: ({ calls, failed }) => [Math.max(calls - failed, 0), failed],
      text: ({ calls, failed }) => say.bar.calls(calls, failed),
      line: roundCount,
      isPartial: ({ uncounted }) => uncounted > 0,
    }),
  ];
}

interface Measure {
  readonly parts: (spend: Spend) => readonly number[];
  readonly text: (spend: Spend) => string;
  readonly line: (value: number) => string;
  readonly isPartial: (spend: Spend) => boolean;
}

function chart(id: Chart['id'], timeline: Timeline, parts: readonly string[], measure: Measure): Chart {
  const bars = barsOf(timeline, measure);
  const highest = Math.max(...bars.map((bar) => bar.parts.reduce((sum, part) => sum + part, 0)), 0);
  const top = roundUp(highest, id === 'spend' ? 0.01 : 2);
  const lines = [0.5, 1].map((at) => ({ at, text: measure.line(top * at) }));
  return { id, name: say.charts[id], parts, top, lines, bars };
}

function barsOf({ grain, slots }: Timeline, { parts, text, isPartial }: Measure): Bar[] {
  const every = Math.ceil(slots.length / mostTicks);
  return slots.map(({ from, spend }: Slot, i) => {
    const { name, tick } = slotWords(from, grain);
    return {
      name,
      tick: i % every === 0 ? tick : null,
      parts: spend === null ? [] : parts(spend),
      text: spend === null ? say.bar.none : text(spend),
      isPartial: spend !== null && isPartial(spend),
    };
  });
}

/** The next number that is easily halved: 1, 2, 4, 6, 8 or 10 times a power of ten. @param least where everything is less. */
export function roundUp(value: number, least: number): number {
  if (value <= 0) return least;
  const power = Math.floor(Math.log10(value));
  const [rounded = 10] = [1, 2, 4, 6, 8, 10].filter((one) => Number(`${one}e${power}`) >= value);
  return Number(`${rounded}e${power}`);
}

/** `1.5 M`, for the lines of a chart alone: a number that was measured is told in full. */
function roundCount(value: number): string {
  if (value >= 1e6) return `${value / 1e6} M`;
  return value >= 10_000 ? `${value / 1000} k` : countWords(value);
}
