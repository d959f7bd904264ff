import { useState } from 'preact/hooks';
import { lastOf, ledTo, piecesOf } from '../bars.ts';
import type { Bar, Chart } from '../protocol.ts';
import { words } from '../words.ts';

/** Bars over time. The one under the pointer, or that the arrow keys lead to, is told in words; all of them stand in a table behind. */
export function BarChart({ chart }: { readonly chart: Chart }) {
  const [pointed, setPointed] = useState<number | null>(null);
  const { bars, lines, top, parts, id, name } = chart;
  const at = pointed !== null && pointed < bars.length ? pointed : lastOf(chart);
  const read = at === null ? undefined : bars[at];
  const said = read === undefined ? '' : words.at(read.name, read.text);
  return (
    <figure class={`chart ${id}`}>
      <div
        class="plot"
        role="slider"
        tabIndex={0}
        aria-label={words.over(name)}
        aria-valuemin={0}
        aria-valuemax={Math.max(bars.length - 1, 0)}
        aria-valuenow={at ?? 0}
        aria-valuetext={said}
        onPointerLeave={() => setPointed(null)}
        onKeyDown={(event) => {
          const to = ledTo(event.key, at, bars.length);
          if (to === null) return;
          event.preventDefault();
          setPointed(to);
        }}
      >
        {lines.map((line) => (
          <span key={line.at} class="line quiet" style={{ bottom: `${line.at * 100}%` }}>
            {line.text}
          </span>
        ))}
        <svg aria-hidden="true">
          <defs>
            <pattern
              id="partly"
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect class="stripe" width="2.5" height="5" />
            </pattern>
          </defs>
          {bars.map((bar, i) => (
            <Column
              key={i}
              bar={bar}
              place={i}
              of={bars.length}
              top={top}
              isRead={i === pointed}
              onRead={setPointed}
            />
          ))}
        </svg>
      </div>
      <div class="ticks quiet" aria-hidden="true">
        {bars.map((bar, i) =>
          bar.tick === null ? null : (
            <span key={i} style={{ left: `${(100 * (i + 0.5)) / bars.length}%` }}>
              {bar.tick}
            </span>
          ),
        )}
      </div>
      <figcaption>
        <span class="read">{said}</span>
        <Legend id={id} parts={parts} isPartial={bars.some(({ isPartial }) => isPartial)} />
      </figcaption>
      <details>
        <summary>{words.asTable(name)}</summary>
        <table class="parts">
          <thead>
            <tr>
              <th scope="col">{words.when}</th>
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar, i) => (
              <tr key={i}>
                <th scope="row">{bar.name}</th>
                <td>{bar.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

interface ColumnProperties {
  readonly bar: Bar;
  readonly place: number;
  readonly of: number;
  readonly top: number;
  readonly isRead: boolean;
  readonly onRead: (place: number) => void;
}

function Column({ bar, place, of, top, isRead, onRead }: ColumnProperties) {
  const [x, width] = [`${(100 * (place + 0.14)) / of}%`, `${72 / of}%`];
  const pieces = piecesOf(bar, top);
  const height = pieces.reduce((sum, piece) => sum + piece.height, 0);
  return (
    <g class={isRead ? 'column read' : 'column'} onPointerEnter={() => onRead(place)}>
      <rect class="field" x={`${(100 * place) / of}%`} y="0" width={`${100 / of}%`} height="100%" />
      {pieces.map((piece) => (
        <rect
          key={piece.part}
          class={`part${piece.part}`}
          x={x}
          y={`${100 - piece.from - piece.height}%`}
          width={width}
          height={`${piece.height}%`}
        />
      ))}
      {bar.isPartial ? (
        <rect class="partly" x={x} y={`${Math.max(100 - height - 8, 0)}%`} width={width} height="8%" />
      ) : null}
    </g>
  );
}

interface LegendProperties {
  readonly id: Chart['id'];
  readonly parts: readonly string[];
  readonly isPartial: boolean;
}

function Legend({ id, parts, isPartial }: LegendProperties) {
  const named = parts.length > 1 ? parts : [];
  if (named.length === 0 && !isPartial) return null;
  return (
    <ul class="legend" aria-label={words.legend}>
      {named.map((part, i) => (
        <li key={part}>
          <span class={`swatch ${id} part${i}`} aria-hidden="true" />
          {part}
        </li>
      ))}
      {isPartial ? (
        <li>
          <span class="swatch partly" aria-hidden="true" />
          {words.partly}
        </li>
      ) : null}
    </ul>
  );
}
