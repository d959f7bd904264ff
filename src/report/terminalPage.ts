import type { Finding, Report } from '../core/report.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import { fit, padStart, wrapped } from './columns.ts';
import { coloured, plain, type Paint } from './paint.ts';
import { Places } from './place.ts';
import { gap, rowsOf, widthsOf, type Widths } from './rows.ts';
import * as words from './words.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colours: boolean;
  /** Whether sentences are broken between words: not where another program reads the lines. */
  readonly wraps: boolean;
  /** Without what is only told. */
  readonly quiet?: boolean;
}

/** What every line of a report needs to know. */
export interface Page {
  readonly report: Report;
  readonly places: Places;
  readonly widths: Widths;
  readonly width: number;
  readonly wraps: boolean;
  readonly paint: Paint;
  readonly money: Money;
}

/** Details are readable down to this many columns; a narrower terminal wraps them. */
export const narrowestDetail = 20;

export function pageOf(report: Report, { width, colours, wraps }: TerminalOptions): Page {
  const places = new Places(report);
  const widths = widthsOf(rowsOf(report, places), width);
  const money = moneyIn(report.currency);
  return { report, places, widths, width, wraps, paint: colours ? coloured : plain, money };
}

export function findingLines(finding: Finding, { places, widths, width, wraps, paint }: Page): string[] {
  const { severity, message, rule } = finding;
  const line = padStart(String(places.line(finding.path, finding.range.start)), widths.line);
  const margin = ' '.repeat(gap.length * 2 + widths.line);
  const text = `${severity} ${words.oneLine(message)} (${rule})`;
  const [first = '', ...more] = wraps
    ? wrapped(text, Math.max(narrowestDetail, width - margin.length))
    : [text];
  const colour = { error: paint.error, warning: paint.warning, info: paint.quiet }[severity];
  return [
    gap + line + gap + colour(severity) + first.slice(severity.length),
    ...more.map((part) => margin + part),
  ];
}

/** What was not read, the totals, and where the prices come from. */
export function closing({ report, width, paint }: Page): string[] {
  const [total = '', ...more] = words.totalWords(report);
  const unread = report.unread.map(({ path, why }) => `${gap}${words.oneLine(path)}: ${words.oneLine(why)}`);
  const prices = words.priceWords(report);
  return [
    ...(unread.length > 0
      ? [paint.warning(`Not read: ${words.plural(unread.length, 'file')}`), ...unread, '']
      : []),
    paint.strong(total),
    ...more,
    ...(prices === '' ? [] : [paint.quiet(fit(prices, width))]),
  ];
}
