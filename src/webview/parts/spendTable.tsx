import type { SpendRow, SpendTable as Table } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly table: Table;
  /** Id of the prompt that a row is about. */
  readonly onGo: (prompt: string) => void;
}

/** What several things cost, each with its part of the whole as a bar. */
export function SpendTable({ table, onGo }: Properties) {
  const { heading, first, rows } = table;
  const numbers = [words.calls, words.input, words.cachedShare, words.output, words.cost];
  return (
    <table class="parts spend">
      <caption class="heard">{heading}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {numbers.map((name) => (
            <th key={name} scope="col" class="number">
              {name}
            </th>
          ))}
          <td class="share" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <Row key={i} row={row} onGo={onGo} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, onGo }: { readonly row: SpendRow; readonly onGo: (prompt: string) => void }) {
  const { name, note, prompt, calls, input, cached, output, cost, share } = row;
  return (
    <tr>
      <th scope="row">
        {prompt === null ? (
          name
        ) : (
          <button type="button" class="link" aria-label={words.toPrompt(name)} onClick={() => onGo(prompt)}>
            {name}
          </button>
        )}
        {note === '' ? null : <span class="quiet path">{note}</span>}
      </th>
      {[calls, input, cached, output, cost].map((text, i) => (
        <td key={i} class="number">
          {text}
        </td>
      ))}
      <td class="share" aria-hidden="true">
        {share === null ? null : <span style={{ width: `${Math.max(share * 100, 1)}%` }} />}
      </td>
    </tr>
  );
}
