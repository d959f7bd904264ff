import type * as vscode from 'vscode';
import { cacheMapPage } from '../cacheMapPage.ts';
import { sayOfCache } from '../cacheSentences.ts';
import { commandIds } from '../commandIds.ts';
import { spotOf } from '../convert.ts';
import type { Documents } from '../documents.ts';
import { promptPage } from '../promptPage.ts';
import { say } from '../sentences.ts';
import { goTo } from '../goTo.ts';
import { uriOf } from '../workspaces.ts';

/** Shows how far the provider's cache can serve the requests that send a prompt. */
export function showCacheMap(extension: vscode.Uri, documents: Documents): vscode.Disposable {
  return promptPage({
    extension,
    documents,
    command: commandIds.showCacheMap,
    viewType: 'promptmeter.cacheMap',
    tab: sayOfCache.tab,
    async draw(document, id) {
      const known = await documents.whenFresh(document);
      const prompt = known?.prompts.find((one) => one.id === id);
      if (!known || !prompt) return { kind: 'nothing', title: id, why: say.promptGone };
      return cacheMapPage({
        prompt,
        known,
        spot: (path, offset) => spotOf(document, known, path, offset),
        text: document.getText(),
      });
    },
    async onSaid(said, document) {
      if (said.kind === 'goTo') await goTo(uriOf(document.uri, said.path), said.offset);
      return null;
    },
  });
}
