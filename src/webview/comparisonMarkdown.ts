import type { Column } from './columns.ts';
import type { Comparison, ModelRow } from './protocol.ts';
import { words } from './words.ts';

/** The table as it is seen, for a pull request or a page. */
export function comparisonMarkdown(
  { title, notes }: Comparison,
  columns: readonly Column[],
  rows: readonly ModelRow[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const table = [
    line(columns.map((column) => column.title)),
    line(columns.map(({ name }) => (name === 'model' ? ':--' : '--:'))),
    ...rows.map((row) => line(columns.map((column) => escaped(cellText(column, row))))),
  ];
  const sources = [...new Set(rows.flatMap(({ priceList }) => priceList ?? []))].map(escaped);
  const below = [...notes.map(escaped), ...(sources.length > 0 ? [words.pricesFrom(sources)] : [])];
  return `${[`## ${escaped(title)}`, table.join('\n'), below.join('\n')].join('\n\n')}\n`;
}

function cellText({ name, cell }: Column, row: ModelRow): string {
  const { text } = cell(row);
  return name === 'model' && row.current !== null ? `${text} (${row.current})` : text;
}

/** Ids stand in a stranger's source: nothing of them becomes markup. A tilde between two others would strike out. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}
