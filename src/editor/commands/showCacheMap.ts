import * as vscode from 'vscode';
import { cacheMapPage } from '../cacheMapPage.ts';
import { sayOfCache } from '../cacheSentences.ts';
import { commandIds } from '../commandIds.ts';
import { spotOf } from '../convert.ts';
import type { Documents } from '../documents.ts';
import { promptPage } from '../promptPage.ts';
import { say } from '../sentences.ts';
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
    onSaid(said, document) {
      if (said.kind === 'goTo') return go(uriOf(document.uri, said.path), said.offset);
    },
  });
}

/** Beside the page, where the file is shown already or would be shown. */
async function go(uri: vscode.Uri, offset: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(offset);
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  await vscode.window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(at, at),
  });
}
