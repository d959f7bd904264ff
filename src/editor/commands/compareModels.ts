import * as vscode from 'vscode';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import type { ToPage } from '../../webview/protocol.ts';
import { commandIds } from '../commandIds.ts';
import { comparisonOf } from '../comparison.ts';
import type { Documents } from '../documents.ts';
import { Page } from '../page.ts';
import { promptHere } from '../promptHere.ts';
import { say } from '../sentences.ts';
import type { Settings } from '../settings.ts';
import { placeOf } from '../workspaces.ts';

/** Shows one prompt under all models, and keeps up with what is typed while the page is open. */
export function compareModels(
  extension: vscode.Uri,
  documents: Documents,
  settings: Settings,
  thread: AnalyzerThread,
): vscode.Disposable {
  const page = new Page(extension, 'promptmeter.comparison');
  let shown: { readonly document: vscode.TextDocument; readonly id: string } | null = null;

  const compared = async (document: vscode.TextDocument, id: string): Promise<ToPage | null> => {
    const { key, path } = placeOf(document);
    const outcome = await thread.ask('compare', { kind: 'compare', key, path, id });
    if (outcome.kind === 'superseded') return null;
    if (outcome.kind === 'answer' && outcome.value !== null)
      return comparisonOf(outcome.value.prompt, outcome.value.models);
    const why = outcome.kind === 'failed' ? say.compareFailed(outcome.why) : say.promptGone;
    return { kind: 'nothing', title: id, why };
  };

  return vscode.Disposable.from(
    page,
    page.onDidClose(() => (shown = null)),
    page.onDidSay(async (said) => {
      if (said.kind === 'copy') {
        await vscode.env.clipboard.writeText(said.markdown);
        void vscode.window.setStatusBarMessage(say.copied, 4000);
      }
      if (said.kind === 'useModel' && shown)
        await settings.setPromptModel(shown.id, said.model, shown.document.uri);
    }),
    documents.onDidChange(async (document) => {
      if (shown?.document !== document) return;
      const { id } = shown;
      const next = await compared(document, id);
      if (next && shown?.id === id) page.update(next, say.compareTab(id));
    }),
    vscode.commands.registerCommand(commandIds.compareModels, async (address?: string, id?: string) => {
      const found = await promptHere(documents, address, id);
      if (!found) return void vscode.window.showInformationMessage(say.noPromptHere);
      const next = await compared(found.document, found.prompt.id);
      if (!next) return;
      shown = { document: found.document, id: found.prompt.id };
      page.open(next, say.compareTab(found.prompt.id));
    }),
  );
}
