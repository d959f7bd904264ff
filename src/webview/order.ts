import type { Column, ColumnName } from './columns.ts';
import type { ModelRow } from './protocol.ts';

export interface Order {
  readonly by: ColumnName;
  readonly up: boolean;
}

/** The same column again turns it round. */
export function turned(order: Order, by: ColumnName): Order {
  return { by, up: order.by === by ? !order.up : true };
}

/**
 * Rows whose model or provider holds every typed word, in order; equal ones stay as they came, unknown ones last. The
 * model that gets the prompt now stands first in any order, and is not filtered away: the others are compared with it.
 */
export function arranged(
  rows: readonly ModelRow[],
  columns: readonly Column[],
  { by, up }: Order,
  typed: string,
): readonly ModelRow[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const own = rows.filter(({ current }) => current !== null);
  const kept = rows.filter(({ id, provider, current }) => {
    if (current !== null) return false;
    const name = `${id} ${provider}`.toLowerCase();
    return wanted.every((word) => name.includes(word));
  });
  const cell = columns.find(({ name }) => name === by)?.cell;
  if (!cell) return [...own, ...kept];
  const sign = up ? 1 : -1;
  const sorted = kept.toSorted((a, b) => {
    const [left, right] = [cell(a), cell(b)];
    if (by === 'model') return sign * left.text.localeCompare(right.text, 'en', { numeric: true });
    if (left.value === null || right.value === null)
      return Number(left.value === null) - Number(right.value === null);
    return sign * (left.value - right.value);
  });
  return [...own, ...sorted];
}
