import type { EditRow } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly caption: string;
  readonly rows: readonly EditRow[];
  readonly onTake: (group: number, on: boolean) => void;
}

/** One row per edit, with the words around it; its box says whether it is taken. */
export function EditTable({ caption, rows, onTake }: Properties) {
  return (
    <table class="parts edits">
      <caption class="heard">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.edit}</th>
          <th scope="col" class="number">
            {words.saves}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.group} class={row.taken ? '' : 'left'}>
            <th scope="row">
              <label>
                <input
                  type="checkbox"
                  checked={row.taken}
                  aria-label={words.take(row.before, row.after)}
                  onChange={(event) => onTake(row.group, event.currentTarget.checked)}
                />
                <span class="change">
                  <span class="quiet">{row.lead}</span>
                  {row.before === '' ? null : <del>{row.before}</del>}
                  {row.after === '' ? null : <ins>{row.after}</ins>}
                  <span class="quiet">{row.tail}</span>
                  <span class="kind quiet">{row.kind}</span>
                  {row.refused === null ? null : <span class="refused">{row.refused}</span>}
                </span>
              </label>
            </th>
            <td class="number">{row.saves}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
