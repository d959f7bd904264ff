import * as vscode from 'vscode';
import { fingerprint } from '../core/fingerprint.ts';
import type { PromptCompression } from '../host/workerCompress.ts';
import { sayOfCompression as say } from './compressionSentences.ts';
import { toRange } from './convert.ts';

/** One edit, and so one step to undo; none where the file is not what the edits were made for. */
export async function applyCompression(
  document: vscode.TextDocument,
  { edits, madeFor }: PromptCompression,
): Promise<void> {
  // one that was closed meanwhile still has the text that it had then
  const current = await vscode.workspace.openTextDocument(document.uri);
  if (fingerprint(current.getText()) !== madeFor)
    return void vscode.window.showWarningMessage(say.changedMeanwhile);
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    current.uri,
    edits.map(({ range, text }) => vscode.TextEdit.replace(toRange(current, range), text)),
  );
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
    return void vscode.window.showWarningMessage(say.notApplied);
  vscode.window.setStatusBarMessage(say.applied, 5000);
}
