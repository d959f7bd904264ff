import type { Editor } from '../connect.ts';
import { Choice } from '../parts/choice.tsx';
import { EditTable } from '../parts/editTable.tsx';
import { Pointers } from '../parts/pointers.tsx';
import type { CompressionPage } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly page: CompressionPage;
  readonly editor: Editor;
}

/** What could be said shorter in a prompt: each edit may be taken or left, and what that saves is told at once. */
export function CompressionView({ page, editor }: Properties) {
  const { title, summary, rows, edits, notes, kept } = page;
  return (
    <>
      <h1>{title}</h1>
      <p class="summary" role="status">
        {summary}
      </p>
      <Ways page={page} editor={editor} />
      <Deeds page={page} editor={editor} />
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
            <span class="quiet">{words.taken(edits.taken, edits.total)}</span>
            <button type="button" onClick={() => editor.tell({ kind: 'takeEdits', which: 'all' })}>
              {words.takeAll}
            </button>
            <button type="button" onClick={() => editor.tell({ kind: 'takeEdits', which: 'none' })}>
              {words.takeNone}
            </button>
          </div>
          <EditTable
            caption={title}
            rows={rows}
            onTake={(group, on) => editor.tell({ kind: 'takeEdit', group, on })}
          />
          {rows.length < edits.total ? <p>{words.furtherEdits(edits.total - rows.length)}</p> : null}
        </>
      )}
      <Pointers page={page} editor={editor} />
      <footer class="quiet">
        {kept.length === 0 ? null : <p>{`${words.stays}: ${kept.join(', ')}.`}</p>}
      </footer>
    </>
  );
}

function Ways({ page: { engines, engine, levels, level }, editor }: Properties) {
  return (
    <div class="tools">
      <Choice
        look="buttons"
        legend={words.engine}
        name="engine"
        options={engines}
        chosen={engine}
        onChoose={(id) => editor.tell({ kind: 'compressWith', engine: id })}
      />
      {engine === 'llmlingua2' ? (
        <button type="button" onClick={() => editor.tell({ kind: 'manageScorers' })}>
          {words.models}
        </button>
      ) : null}
      <Choice
        look="buttons"
        legend={words.level}
        name="level"
        options={levels}
        chosen={level}
        onChoose={(id) => editor.tell({ kind: 'compressAt', level: id })}
      />
    </div>
  );
}

function Deeds({ page: { canApply, isStale }, editor }: Properties) {
  return (
    <div class="tools">
      {isStale ? (
        <button type="button" class="main" onClick={() => editor.tell({ kind: 'compressAgain' })}>
          {words.again}
        </button>
      ) : (
        <button
          type="button"
          class="main"
          title={words.applyTip}
          disabled={!canApply}
          onClick={() => editor.tell({ kind: 'applyEdits' })}
        >
          {words.apply}
        </button>
      )}
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
  );
}
