import * as vscode from 'vscode';
import type { FromPage, ToPage } from '../webview/protocol.ts';
import type { Documents } from './documents.ts';
import { Page } from './page.ts';
import { promptHere } from './promptHere.ts';
import { say } from './sentences.ts';

export interface PromptPageOptions {
  readonly extension: vscode.Uri;
  readonly documents: Documents;
  /** The command that opens the page, with a document's address and a prompt's id or without. */
  readonly command: string;
  readonly viewType: string;
  /** What the tab says of the prompt with this id. */
  readonly tab: (id: string) => string;
  /** `null` when a newer question has taken the place of this one. */
  readonly draw: (document: vscode.TextDocument, id: string) => Promise<ToPage | null>;
  /** What the person did on the page, and about which prompt. @returns what the page shows then; `null` where it stays as it is. */
  readonly onSaid: (said: FromPage, document: vscode.TextDocument, id: string) => Promise<ToPage | null>;
}

/** A page about one prompt, which keeps up with what is typed while it is open. */
export function promptPage(options: PromptPageOptions): vscode.Disposable {
  const { extension, documents, command, viewType, tab, draw, onSaid } = options;
  const page = new Page(extension, viewType);
  let shown: { readonly document: vscode.TextDocument; readonly id: string } | null = null;
  return vscode.Disposable.from(
    page,
    page.onDidClose(() => (shown = null)),
    page.onDidSay(async (said) => {
      if (shown === null) return;
      const { document, id } = shown;
      const next = await onSaid(said, document, id);
      if (next && shown?.document === document && shown.id === id) page.update(next, tab(id));
    }),
    documents.onDidChange(async (document) => {
      if (shown?.document !== document) return;
      const { id } = shown;
      const next = await draw(document, id);
      if (next && shown?.id === id) page.update(next, tab(id));
    }),
    vscode.commands.registerCommand(command, async (address?: string, id?: string) => {
      const found = await promptHere(documents, address, id);
      if (!found) return void vscode.window.showInformationMessage(say.noPromptHere);
      const next = await draw(found.document, found.prompt.id);
      if (!next) return;
      shown = { document: found.document, id: found.prompt.id };
      page.open(next, tab(found.prompt.id));
    }),
  );
}
