import type { Column, ColumnName } from '../columns.ts';
import type { Order } from '../order.ts';
import type { ModelRow } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly ModelRow[];
  readonly order: Order;
  readonly onSort: (by: ColumnName) => void;
  readonly onUse: (model: string) => void;
}

export function ModelTable({ caption, columns, rows, order, onSort, onUse }: Properties) {
  return (
    <table class="models">
      <caption class="heard">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, title }) => (
            <th key={name} scope="col" class={name} aria-sort={sortOf(order, name)}>
              <button type="button" title={words.sortBy(title)} onClick={() => onSort(name)}>
                {title}
                <span class="arrow" aria-hidden="true" />
              </button>
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={`${row.provider} ${row.id}`} row={row} columns={columns} onUse={onUse} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProperties {
  readonly row: ModelRow;
  readonly columns: readonly Column[];
  readonly onUse: (model: string) => void;
}

function Row({ row, columns, onUse }: RowProperties) {
  return (
    <tr
      class={row.current === null ? '' : 'current'}
      aria-current={row.current === null ? undefined : 'true'}
    >
      <th scope="row">
        {row.id} <span class="quiet">{row.provider}</span>
        {row.current === null ? null : <span class="badge">{row.current}</span>}
      </th>
      {columns.slice(1).map((column) => (
        <td key={column.name} class={column.name} title={tipOf(column.name, row)}>
          {column.cell(row).text}
        </td>
      ))}
      <td class="use">
        {row.current === null ? (
          <button
            type="button"
            title={words.useTip}
            aria-label={words.useFor(row.id)}
            onClick={() => onUse(row.id)}
          >
            {words.use}
          </button>
        ) : null}
      </td>
    </tr>
  );
}

function tipOf(name: ColumnName, { certainty, price }: ModelRow): string | undefined {
  if (name === 'tokens' || name === 'context') return certainty;
  return price ?? undefined;
}

function sortOf(order: Order, name: ColumnName): 'ascending' | 'descending' | 'none' {
  if (order.by !== name) return 'none';
  return order.up ? 'ascending' : 'descending';
}
