import type { Editor } from '../connect.ts';
import { Figures } from '../parts/figures.tsx';
import { MapBar } from '../parts/mapBar.tsx';
import { MapTable } from '../parts/mapTable.tsx';
import type { CacheMapPage, MappedRequest } from '../protocol.ts';
import { words } from '../words.ts';

interface Properties {
  readonly page: CacheMapPage;
  readonly editor: Editor;
}

/** How far the provider's cache can serve each request that sends a prompt, part by part. */
export function CacheMapView({ page, editor }: Properties) {
  return (
    <>
      <h1>{page.title}</h1>
      {page.requests.map((request, i) => (
        <Request key={i} request={request} editor={editor} />
      ))}
    </>
  );
}

function Request({ request, editor }: { readonly request: MappedRequest; readonly editor: Editor }) {
  const { heading, summary, rows, costs, facts } = request;
  return (
    <section>
      <h2>{heading}</h2>
      <p class="summary">{summary}</p>
      <MapBar rows={rows} label={summary} />
      {costs.length === 0 ? null : <Figures look="costs" label={words.costs} figures={costs} />}
      <MapTable
        caption={heading}
        rows={rows}
        onGo={({ path, offset }) => editor.tell({ kind: 'goTo', path, offset })}
      />
      <footer class="quiet">
        {facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </footer>
    </section>
  );
}
