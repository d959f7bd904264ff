import type { Cell, ModelRow } from './protocol.ts';
import { words } from './words.ts';

export type ColumnName = 'model' | 'tokens' | 'context' | 'cold' | 'cached' | 'batch' | 'month';

export interface Column {
  readonly name: ColumnName;
  readonly title: string;
  readonly cell: (row: ModelRow) => Cell;
}

const all: readonly Column[] = [
  { name: 'model', title: words.model, cell: ({ id }) => ({ text: id, value: null }) },
  { name: 'tokens', title: words.tokens, cell: ({ tokens }) => tokens },
  { name: 'context', title: words.context, cell: ({ context }) => context },
  { name: 'cold', title: words.cold, cell: ({ cold }) => cold },
  { name: 'cached', title: words.cached, cell: ({ cached }) => cached },
  { name: 'batch', title: words.batch, cell: ({ batch }) => batch },
  { name: 'month', title: words.month, cell: ({ month }) => month },
];

/** The columns that say something: one in which no row has a number is left out. */
export function columnsOf(rows: readonly ModelRow[]): readonly Column[] {
  return all.filter(({ name, cell }) => name === 'model' || rows.some((row) => cell(row).value !== null));
}
