import type { FailureRow } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly caption: string;
  readonly rows: readonly FailureRow[];
}

export function FailureTable({ caption, rows }: Properties) {
  if (rows.length === 0) return null;
  return (
    <table class="parts failures">
      <caption class="heard">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col" class="number">
            {words.calls}
          </th>
          <th scope="col" class="number">
            {words.cost}
          </th>
          <th scope="col">{words.last}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            <th scope="row">{row.name}</th>
            <td class="number">{row.calls}</td>
            <td class="number">{row.cost}</td>
            <td>{row.last}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
