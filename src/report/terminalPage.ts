import type { Finding, Report } from '../core/report.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import { fit, padStart } from './columns.ts';
import { coloured, plain, type Paint } from './paint.ts';
import { Places } from './place.ts';
import { gap, rowsOf, widthsOf, type Widths } from './rows.ts';
import * as words from './words.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colours: boolean;
}

/** What every line of a report needs to know. */
export interface Page {
  readonly report: Report;
  readonly places: Places;
  readonly widths: Widths;
  readonly width: number;
  readonly paint: Paint;
  readonly money: Money;
}

/** Details are readable down to this many columns; a narrower terminal wraps them. */
export const narrowestDetail = 20;

export function pageOf(report: Report, { width, colours }: TerminalOptions): Page {
  const places = new Places(report);
  const widths = widthsOf(rowsOf(report, places), width);
  const money = moneyIn(report.currency);
  return { report, places, widths, width, paint: colours ? coloured : plain, money };
}

export function findingLine(finding: Finding, { places, widths, paint }: Page): string {
  const line = padStart(String(places.line(finding.path, finding.range.start)), widths.line);
  const colour = { error: paint.error, warning: paint.warning, info: paint.quiet }[finding.severity];
  return [gap + line, `${colour(finding.severity)} ${words.oneLine(finding.message)} (${finding.rule})`].join(
    gap,
  );
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
