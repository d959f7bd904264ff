import { useEffect, useState } from 'preact/hooks';
import type { Editor } from '../connect.ts';
import { dashboardMarkdown } from '../dashboardMarkdown.ts';
import { BarChart } from '../parts/barChart.tsx';
import { Choice } from '../parts/choice.tsx';
import { Figures } from '../parts/figures.tsx';
import { FailureTable } from '../parts/failureTable.tsx';
import { SpendTable } from '../parts/spendTable.tsx';
import type { Act, DashboardPage, SpendTable as Table } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly page: DashboardPage;
  readonly editor: Editor;
}

/** What a person chose on the page; which time it shows is known to the editor. */
interface Chosen {
  readonly chart: string;
  readonly group: string;
}

/** What was really spent: over time, by prompt and by whatever else tells calls apart. */
export function DashboardView({ page, editor }: Properties) {
  const [chosen, setChosen] = useState<Chosen>(editor.recall() ?? { chart: 'spend', group: 'model' });
  // what was asked for stays chosen while word of newer calls still comes for the range before
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => setAsked(null), [page.range]);
  const choose = (change: Partial<Chosen>): void => {
    const next = { ...chosen, ...change };
    setChosen(next);
    editor.remember(next);
  };
  return (
    <div class="dashboard">
      <header>
        <h1>{page.title}</h1>
        <Choice
          look="segments"
          legend={words.range}
          name="range"
          options={page.ranges}
          chosen={asked ?? page.range}
          onChoose={(range) => {
            setAsked(range);
            editor.tell({ kind: 'range', range });
          }}
        />
        <span class="plain">
          <Acts acts={[{ action: 'import', title: words.importLog }]} editor={editor} />
          {page.empty === null ? (
            <button
              type="button"
              onClick={() => editor.tell({ kind: 'copy', markdown: dashboardMarkdown(page) })}
            >
              {words.copy}
            </button>
          ) : null}
        </span>
      </header>
      <p class={page.gateway.runs ? 'gateway runs' : 'gateway'} role="status">
        <span>{page.gateway.text}</span>
        <Acts acts={page.gateway.acts} editor={editor} isQuiet />
      </p>
      {page.empty === null ? (
        <Numbers page={page} editor={editor} chosen={chosen} choose={choose} />
      ) : (
        <Empty texts={page.empty.texts} acts={page.empty.acts} editor={editor} />
      )}
      <footer class="quiet">
        {page.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </footer>
    </div>
  );
}

interface NumbersProperties extends Properties {
  readonly chosen: Chosen;
  readonly choose: (change: Partial<Chosen>) => void;
}

function Numbers({ page, editor, chosen, choose }: NumbersProperties) {
  const { figures, charts, prompts, unattributed, groups, failures } = page;
  const chart = charts.find(({ id }) => id === chosen.chart) ?? charts[0];
  const group = groups.find(({ id }) => id === chosen.group) ?? groups[0];
  const section = (table: Table) => (
    <Spending table={table} editor={editor} onGo={(id) => editor.tell({ kind: 'goToPrompt', id })} />
  );
  return (
    <>
      <Figures look="figures" label={words.spending} figures={figures} />
      <section>
        <Choice
          look="segments"
          legend={words.measure}
          name="chart"
          options={charts}
          chosen={chart?.id ?? null}
          onChoose={(id) => choose({ chart: id })}
        />
        {chart === undefined ? null : <BarChart key={chart.id} chart={chart} />}
      </section>
      <section>
        <h2>{prompts.heading}</h2>
        {section(prompts)}
      </section>
      {unattributed.length === 0 ? null : (
        <section class="unattributed">
          <h2>{words.noPrompt}</h2>
          {unattributed.map((table) => (
            <div key={table.id}>
              <h3>{table.heading}</h3>
              {section(table)}
            </div>
          ))}
        </section>
      )}
      <section>
        <Choice
          look="segments"
          legend={words.tellApart}
          name="group"
          options={groups.map(({ id, heading }) => ({ id, name: heading }))}
          chosen={group?.id ?? null}
          onChoose={(id) => choose({ group: id })}
        />
        {group === undefined ? null : section(group)}
      </section>
      {failures === null ? null : (
        <section>
          <h2>{words.failures}</h2>
          <p>{failures.text}</p>
          <FailureTable caption={words.failures} rows={failures.rows} />
        </section>
      )}
    </>
  );
}

interface SpendingProperties {
  readonly table: Table;
  readonly editor: Editor;
  readonly onGo: (prompt: string) => void;
}

function Spending({ table, editor, onGo }: SpendingProperties) {
  return (
    <>
      {table.text === '' ? null : (
        <p class="summary">
          {table.text} {table.act === null ? null : <Acts acts={[table.act]} editor={editor} />}
        </p>
      )}
      {table.rows.length === 0 ? null : <SpendTable table={table} onGo={onGo} />}
    </>
  );
}

interface EmptyProperties {
  readonly texts: readonly string[];
  readonly acts: readonly Act[];
  readonly editor: Editor;
}

function Empty({ texts, acts, editor }: EmptyProperties) {
  return (
    <section class="empty">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <div class="tools">
        {acts.map(({ action, title }, i) => (
          <button
            key={action}
            type="button"
            class={i === 0 ? 'main' : ''}
            onClick={() => editor.tell({ kind: 'act', action })}
          >
            {title}
          </button>
        ))}
      </div>
    </section>
  );
}

interface ActsProperties {
  readonly acts: readonly Act[];
  readonly editor: Editor;
  readonly isQuiet?: boolean;
}

function Acts({ acts, editor, isQuiet = false }: ActsProperties) {
  return (
    <>
      {acts.map(({ action, title }) => (
        <button
          key={action}
          type="button"
          class={isQuiet ? 'link' : ''}
          onClick={() => editor.tell({ kind: 'act', action })}
        >
          {title}
        </button>
      ))}
    </>
  );
}
