import type { PriceChange } from '../core/prices/lists/changes.ts';
import type { ListedModel, ListedRate, PriceList } from '../core/prices/lists/list.ts';
import { oneLine, plural } from './words.ts';

type Format = 'terminal' | 'json' | 'markdown' | 'csv';
type Unit = 'input' | 'output' | 'cacheRead';
const units: readonly Unit[] = ['input', 'cacheRead', 'output'];

/** What changes from one list to another; prices in US dollars per million tokens. */
export function changesReport(
  changes: readonly PriceChange[],
  lists: { readonly before: PriceList; readonly after: PriceList },
  format: Format,
): string {
  if (format === 'json') return `${JSON.stringify(documentOf(changes, lists), null, 2)}\n`;
  const rows = changes.map(rowOf);
  if (format === 'csv') return csv(rows);
  const about = `${plural(changes.length, 'change')} from ${lists.before.source} (${lists.before.date}) to ${lists.after.source}.`;
  if (format === 'markdown') return `${[...markdown(rows), '', about].join('\n')}\n`;
  const widest = Math.max(0, ...rows.map(([name]) => name.length));
  return `${[...rows.map(([name, ...cells]) => `${name.padEnd(widest)}  ${cells.join('  ')}`), about].join('\n')}\n`;
}

function rowOf({ provider, model, before, after }: PriceChange): [string, ...string[]] {
  const name = oneLine(`${provider}/${model}`);
  if (before === null) return [name, 'new', ...units.map((unit) => `${unit} ${shown(after, unit)}`)];
  const changed = units.filter((unit) => shown(before, unit) !== shown(after, unit));
  return [
    name,
    'changed',
    ...changed.map((unit) => `${unit} ${shown(before, unit)} → ${shown(after, unit)}`),
  ];
}

function shown(model: ListedModel | null, unit: Unit): string {
  const rate = rateOf(model, unit);
  if (rate === null) return '–';
  if (typeof rate === 'number') return `$${rate}`;
  return `$${rate.base}${rate.tiers.map(({ above, price }) => ` ($${price} above ${above})`).join('')}`;
}

function rateOf(model: ListedModel | null, unit: Unit): ListedRate | null {
  return model?.prices.at(-1)?.rates[unit] ?? null;
}

function markdown(rows: readonly (readonly string[])[]): string[] {
  const lines = rows.map(
    ([name = '', kind = '', ...cells]) =>
      `| ${name.replaceAll('|', '\\|')} | ${kind} | ${cells.join(', ')} |`,
  );
  return ['| model | | US dollars per million tokens |', '| --- | --- | --- |', ...lines];
}

function csv(rows: readonly (readonly string[])[]): string {
  // a spreadsheet takes a text that begins like a formula for one
  const quoted = (cell: string) => `"${/^[=+\-@\t]/.test(cell) ? "'" : ''}${cell.replaceAll('"', '""')}"`;
  const lines = rows.map(([name = '', kind = '', ...cells]) =>
    [name, kind, cells.join(', ')].map(quoted).join(','),
  );
  return `${['model,change,prices', ...lines].join('\r\n')}\r\n`;
}

function documentOf(
  changes: readonly PriceChange[],
  { before, after }: { readonly before: PriceList; readonly after: PriceList },
) {
  const about = ({ source, date, origin }: PriceList) => ({
    source,
    date,
    ...(origin === undefined ? {} : { origin }),
  });
  return {
    schemaVersion: 1,
    before: about(before),
    after: about(after),
    changes: changes.map((change) => ({
      provider: change.provider,
      model: change.model,
      before: change.before === null ? null : ratesOf(change.before),
      after: change.after === null ? null : ratesOf(change.after),
    })),
  };
}

function ratesOf(model: ListedModel) {
  return Object.fromEntries(units.map((unit) => [unit, rateOf(model, unit)]));
}
