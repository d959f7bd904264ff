import { useState } from 'preact/hooks';
import type { Editor } from '../connect.ts';
import { columnsOf } from '../columns.ts';
import { comparisonMarkdown } from '../comparisonMarkdown.ts';
import { arranged, turned, type Order } from '../order.ts';
import { ModelTable } from '../parts/modelTable.tsx';
import type { Comparison } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly comparison: Comparison;
  readonly editor: Editor;
}

/** What a person chose on the page. */
interface Choice {
  readonly order: Order;
  readonly typed: string;
}

/** A prompt under every model that is offered: found by name, sorted by any column, copied as it is seen. */
export function ComparisonView({ comparison, editor }: Properties) {
  const [choice, setChoice] = useState<Choice>(
    editor.recall() ?? { order: { by: 'cold', up: true }, typed: '' },
  );
  const choose = (chosen: Partial<Choice>): void => {
    const next = { ...choice, ...chosen };
    setChoice(next);
    editor.remember(next);
  };
  const { order, typed } = choice;
  const { rows, notes, title } = comparison;
  const columns = columnsOf(rows);
  const seen = arranged(rows, columns, order, typed);
  const copy = (): void =>
    editor.tell({ kind: 'copy', markdown: comparisonMarkdown(comparison, columns, seen) });
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
            onInput={(event) => choose({ typed: event.currentTarget.value })}
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
          onSort={(by) => choose({ order: turned(order, by) })}
          onUse={(model) => editor.tell({ kind: 'useModel', model })}
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
