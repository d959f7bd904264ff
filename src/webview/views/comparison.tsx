import { useState } from 'preact/hooks';
import { columnsOf } from '../columns.ts';
import { comparisonMarkdown } from '../comparisonMarkdown.ts';
import { arranged, turned, type Order } from '../order.ts';
import { ModelTable } from '../parts/modelTable.tsx';
import type { Comparison, FromPage } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly comparison: Comparison;
  readonly tell: (message: FromPage) => void;
}

/** A prompt under every model that is offered: found by name, sorted by any column, copied as it is seen. */
export function ComparisonView({ comparison, tell }: Properties) {
  const [order, setOrder] = useState<Order>({ by: 'cold', up: true });
  const [typed, setTyped] = useState('');
  const { rows, notes, title } = comparison;
  const columns = columnsOf(rows);
  const seen = arranged(rows, columns, order, typed);
  const copy = (): void => tell({ kind: 'copy', markdown: comparisonMarkdown(comparison, columns, seen) });
  return (
    <>
      <h1>{title}</h1>
      <div class="tools">
        <label>
          <span>{words.find}</span>
          <input
            type="search"
            placeholder={words.findHint}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <span class="quiet" role="status">
          {words.shown(seen.length, rows.length)}
        </span>
        <button type="button" class="plain" onClick={copy}>
          {words.copy}
        </button>
      </div>
      {seen.length === 0 ? (
        <p>{words.noneFound}</p>
      ) : (
        <ModelTable
          caption={title}
          columns={columns}
          rows={seen}
          order={order}
          onSort={(by) => setOrder(turned(order, by))}
          onUse={(model) => tell({ kind: 'useModel', model })}
        />
      )}
      <footer class="quiet">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </footer>
    </>
  );
}
