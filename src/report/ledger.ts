import type { Currency } from '../core/configMoney.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import { inDollars } from '../core/prices/usd.ts';
import type { Dimension, Spend } from '../ledger/read.ts';
import { fitEnd, padEnd, padStart, widthOf } from './columns.ts';
import { currencyEntry } from './costEntry.ts';
import type { LedgerDocument, SpendEntry } from './ledgerDocument.ts';
import { countWords, oneLine, plural } from './words.ts';

/** What was spent, to be told. Days are UTC, as those of the providers' bills. */
export interface Spending {
  readonly by: Dimension;
  readonly since: string | null;
  readonly until: string | null;
  readonly rows: readonly Spend[];
  /** `null` where there is no call. */
  readonly total: Spend | null;
  readonly currency: Currency | null;
}

/** @param width columns of the terminal. */
export function terminalSpending(spending: Spending, width: number): string {
  const { total } = spending;
  if (total === null) return `No call was recorded${spanWords(spending)}.\n`;
  const table = [headingsOf(spending), ...bodyOf(spending)];
  const widths = headings.map((_, i) => Math.max(...table.map((cells) => widthOf(cells[i] ?? ''))));
  const rest = widths.slice(1).reduce((sum, one) => sum + one + 2, 0);
  const first = Math.max(Math.min(widths[0] ?? 0, width - rest), 12);
  const lines = table.map((cells) =>
    cells
      .map((cell, i) => (i === 0 ? padEnd(fitEnd(cell, first), first) : padStart(cell, widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return `${[`Spent by ${spending.by}${spanWords(spending)}`, '', ...lines, '', ...notes(total)].join('\n').trimEnd()}\n`;
}

export function markdownSpending(spending: Spending): string {
  const { total } = spending;
  if (total === null) return `No call was recorded${spanWords(spending)}.\n`;
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const said = notes(total);
  return [
    row(headingsOf(spending)),
    `| --- |${' --: |'.repeat(headings.length - 1)}`,
    ...bodyOf(spending).map(row),
    ...(said.length === 0 ? [] : ['', ...said]),
    '',
  ].join('\n');
}

/** One line for each key, without the total. What is not known is an empty cell. */
export function csvSpending({ by, rows }: Spending): string {
  const lines = rows.map(entryOf).map(({ key, ...rest }) => [key, ...Object.values(rest)]);
  const [first] = rows;
  const names = first === undefined ? [] : Object.keys(entryOf(first)).slice(1);
  return csvLines([[by, ...names], ...lines]);
}

export function jsonSpending(spending: Spending, version: string): string {
  const { by, since, until, rows, total, currency } = spending;
  const document: LedgerDocument = {
    schemaVersion: 1,
    tool: { name: 'promptmeter', version },
    ...{ by, since, until },
    ...currencyEntry(currency),
    rows: rows.map(entryOf),
    total: total === null ? null : entryOf(total),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** As RFC 4180 writes them, but for the line ends. A text that a spreadsheet would take for a formula gets an apostrophe. */
export function csvLines(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  const cell = (value: string | number | boolean | null) => {
    if (typeof value !== 'string') return value === null ? '' : String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}

const headings = ['', 'calls', 'input', 'cached', 'output', 'cost'];

function headingsOf({ by }: Spending): string[] {
  return headings.with(0, by);
}

function bodyOf(spending: Spending): string[][] {
  const money = moneyIn(spending.currency);
  const rows = spending.rows.map((row) => cellsOf(row, row.key ?? nobody[spending.by], money));
  return spending.total === null ? rows : [...rows, cellsOf(spending.total, 'all', money)];
}

/** What is said of calls of which the key is not known. */
const nobody = {
  ...{ prompt: '(no known prompt)', day: '(no day)', model: '(no model)', feature: '(no feature)' },
  ...{ source: '(no source)', provider: '(no provider)', user: '(no user)', session: '(no session)' },
} as const satisfies Record<Dimension, string>;

function cellsOf(spend: Spend, name: string, money: Money): string[] {
  const { calls, uncounted, input, cacheRead, output, usd, unpriced } = spend;
  const cached = input === 0 ? '–' : `${Math.round((cacheRead / input) * 100)} %`;
  const counted = uncounted > 0 ? `${countWords(calls)}+` : countWords(calls);
  // A sum from which something is missing is more than it says.
  const least = unpriced > 0 ? '>' : '';
  return [
    ...[oneLine(name), counted, countWords(input), cached, countWords(output)],
    usd === null ? noCost(spend) : `${least}${money(usd)}`,
  ];
}

/** Of calls that all failed nobody expects one. */
function noCost({ unpriced, uncounted }: Spend): string {
  return unpriced + uncounted === 0 ? '–' : 'unknown';
}

function notes({ unpriced, failed, uncounted }: Spend): string[] {
  return [
    ...(unpriced === 0 ? [] : [`The cost of ${plural(unpriced, 'call')} is not known, and not in the sum.`]),
    ...(failed === 0 ? [] : [`${plural(failed, 'call')} failed.`]),
    ...(uncounted === 0
      ? []
      : [
          `${plural(uncounted, 'record')} of a provider's export stand for calls whose number it does not say.`,
        ]),
  ];
}

function spanWords({ since, until }: Spending): string {
  if (since === null && until === null) return '';
  if (since === null) return ` until ${until}`;
  return until === null ? ` since ${since}` : ` from ${since} to ${until}`;
}

function entryOf({ usd, firstAt, lastAt, ...spend }: Spend): SpendEntry {
  const { key, calls, uncounted, failed, input, cacheRead, cacheWrite, output, reasoning, unpriced } = spend;
  return {
    ...{ key, calls, uncounted, failed, input, cacheRead, cacheWrite, output, reasoning },
    ...{ usd: usd === null ? null : inDollars(usd), unpriced },
    ...{ firstAt: new Date(firstAt).toISOString(), lastAt: new Date(lastAt).toISOString() },
  };
}
