import type { MapRow, PartState } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly rows: readonly MapRow[];
  /** What the bar shows, for who cannot see it. */
  readonly label: string;
}

const order = ['cached', 'stable', 'behind', 'changes', 'sometimes'] as const satisfies readonly PartState[];

/** The request from its first token to its last: as wide as its tokens, and a thin line for what has none that are known. */
export function MapBar({ rows, label }: Properties) {
  const states = order.filter((state) => rows.some((row) => row.state === state));
  return (
    <>
      <div class="bar" role="img" aria-label={label}>
        {rows.map((row, i) => (
          <span
            key={i}
            class={`${row.state}${row.tokens === 0 ? ' thin' : ''}${row.mark === null ? '' : ' marked'}`}
            style={{ flexGrow: row.tokens }}
            title={`${row.where}: ${row.note}`}
          />
        ))}
      </div>
      <ul class="legend" aria-label={words.legend}>
        {states.map((state) => (
          <li key={state}>
            <span class={`swatch ${state}`} aria-hidden="true" />
            {words.states[state]}
          </li>
        ))}
      </ul>
    </>
  );
}
