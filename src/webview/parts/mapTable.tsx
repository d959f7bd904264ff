import type { MapRow } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly caption: string;
  readonly rows: readonly MapRow[];
  readonly onGo: (row: MapRow) => void;
}

export function MapTable({ caption, rows, onGo }: Properties) {
  return (
    <table class="parts">
      <caption class="heard">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.part}</th>
          <th scope="col" class="number">
            {words.tokens}
          </th>
          <th scope="col" class="number">
            {words.upTo}
          </th>
          <th scope="col">{words.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={i}>
            <td>
              <button type="button" class="link" aria-label={words.goTo(row.where)} onClick={() => onGo(row)}>
                {row.where}
              </button>
            </td>
            <th scope="row">
              <span class={`swatch ${row.state}`} aria-hidden="true" />
              <span class="quiet">{row.role}</span> <code>{row.text}</code>
            </th>
            <td class="number">{row.tokensText}</td>
            <td class="number">{row.upTo}</td>
            <td class="note">
              {row.note}
              {row.mark === null ? null : <span class="badge">{row.mark}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
