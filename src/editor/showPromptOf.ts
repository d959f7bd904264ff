import * as vscode from 'vscode';
import { commandIds } from './commandIds.ts';
import { sayOfDashboard } from './dashboardSentences.ts';
import type { Documents } from './documents.ts';
import type { LedgerFolder } from './ledgerFolder.ts';

/** Goes to a prompt of which only the id is known, and says so where it is not there any more. */
export async function showPromptOf({ root }: LedgerFolder, id: string, documents: Documents): Promise<void> {
  const path = id.slice(0, id.indexOf('#'));
  const uri = vscode.Uri.joinPath(vscode.Uri.file(root), path);
  const document = await vscode.workspace.openTextDocument(uri).then(
    (opened) => opened,
    () => null,
  );
  if (document === null) return void vscode.window.showWarningMessage(sayOfDashboard.fileGone(path));
  const known = await documents.whenKnown(document);
  if (known?.prompts.some((prompt) => prompt.id === id) === true) {
    await vscode.commands.executeCommand(commandIds.showPrompt, uri.toString(), id);
    return;
  }
  await vscode.window.showTextDocument(document);
  void vscode.window.showInformationMessage(sayOfDashboard.promptGone(id));
}
