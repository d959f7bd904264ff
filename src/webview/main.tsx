import { render } from 'preact';
import { connect } from './connect.ts';
import type { ToPage } from './protocol.ts';
import { CacheMapView } from './views/cacheMap.tsx';
import { ComparisonView } from './views/comparison.tsx';
import { CompressionView } from './views/compression.tsx';
import { DashboardView } from './views/dashboard.tsx';
import { words } from './words.ts';

const root = document.getElementById('page');
if (root === null) throw new Error('the page has no place to draw in');
const editor = connect();

editor.onMessage((page) => render(view(page), root));
render(<p class="quiet">{words.loading}</p>, root);
editor.tell({ kind: 'ready' });

function view(page: ToPage) {
  if (page.kind === 'comparison') return <ComparisonView comparison={page} editor={editor} />;
  if (page.kind === 'cacheMap') return <CacheMapView page={page} editor={editor} />;
  if (page.kind === 'compression') return <CompressionView page={page} editor={editor} />;
  if (page.kind === 'dashboard') return <DashboardView page={page} editor={editor} />;
  return (
    <>
      <h1>{page.title}</h1>
      <p>{page.why}</p>
    </>
  );
}
