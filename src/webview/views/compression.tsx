import type { Editor } from '../connect.ts';
import { EditTable } from '../parts/editTable.tsx';
import type { CompressionPage } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly page: CompressionPage;
  readonly editor: Editor;
}

/** What could be said shorter in a prompt: each edit may be taken or left, and what that saves is told at once. */
export function CompressionView({ page, editor }: Properties) {
  const { title, summary, rows, notes, kept, pointers, canApply } = page;
  const taken = rows.filter((row) => row.taken).map(({ group }) => group);
  const take = (groups: readonly number[]): void => editor.tell({ kind: 'takeEdits', groups });
  return (
    <>
      <h1>{title}</h1>
      <p class="summary" role="status">
        {summary}
      </p>
      <div class="tools">
        <Levels page={page} editor={editor} />
        <button
          type="button"
          class="main"
          title={words.applyTip}
          disabled={!canApply}
          onClick={() => editor.tell({ kind: 'applyEdits' })}
        >
          {words.apply}
        </button>
        <button type="button" disabled={!canApply} onClick={() => editor.tell({ kind: 'showDiff' })}>
          {words.diff}
        </button>
        <button type="button" onClick={() => editor.tell({ kind: 'rewrite' })}>
          {words.rewrite}
        </button>
        <button type="button" disabled={!canApply} onClick={() => editor.tell({ kind: 'exportEvaluation' })}>
          {words.evaluate}
        </button>
      </div>
      {notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      {rows.length === 0 ? (
        <p>{words.nothingToEdit}</p>
      ) : (
        <>
          <div class="tools">
            <span class="quiet">{words.taken(taken.length, rows.length)}</span>
            <button type="button" onClick={() => take(rows.map(({ group }) => group))}>
              {words.takeAll}
            </button>
            <button type="button" onClick={() => take([])}>
              {words.takeNone}
            </button>
          </div>
          <EditTable
            caption={title}
            rows={rows}
            onTake={(group, on) => take(on ? [...taken, group] : taken.filter((one) => one !== group))}
          />
        </>
      )}
      {pointers.length === 0 ? null : (
        <section>
          <h2>{words.pointedOut}</h2>
          <ul>
            {pointers.map(({ text, path, offset }, i) => (
              <li key={i}>
                {offset === null ? (
                  text
                ) : (
                  <button
                    type="button"
                    class="link"
                    onClick={() => editor.tell({ kind: 'goTo', path, offset })}
                  >
                    {text}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <footer class="quiet">
        {kept.length === 0 ? null : <p>{`${words.stays}: ${kept.join(', ')}.`}</p>}
      </footer>
    </>
  );
}

function Levels({ page, editor }: Properties) {
  return (
    <fieldset class="levels">
      <legend>{words.level}</legend>
      {page.levels.map(({ id, name, text }) => (
        <label key={id} title={text}>
          <input
            type="radio"
            name="level"
            checked={id === page.level}
            onChange={() => editor.tell({ kind: 'compressAt', level: id })}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
