import type { Column } from './columns.ts';
import type { Comparison, ModelRow } from './protocol.ts';
import { escaped, row } from './markdownLines.ts';
import { words } from './words.ts';

/** The table as it is seen, for a pull request or a page. */
export function comparisonMarkdown(
  { title, notes }: Comparison,
  columns: readonly Column[],
  rows: readonly ModelRow[],
): string {
  const table = [
    row(columns.map((column) => column.title)),
    row(columns.map(({ name }) => (name === 'model' ? ':--' : '--:'))),
    ...rows.map((one) => row(columns.map((column) => escaped(cellText(column, one))))),
  ];
  const sources = [...new Set(rows.flatMap(({ priceList }) => priceList ?? []))].map(escaped);
  const below = [...notes.map(escaped), ...(sources.length > 0 ? [words.pricesFrom(sources)] : [])];
  return `${[`## ${escaped(title)}`, table.join('\n'), below.join('\n')].join('\n\n')}\n`;
}

function cellText({ name, cell }: Column, row: ModelRow): string {
  const { text } = cell(row);
  return name === 'model' && row.current !== null ? `${text} (${row.current})` : text;
}
