import * as vscode from 'vscode';
import { fingerprint } from '../core/fingerprint.ts';
import type { Fix } from '../core/report.ts';
import { toRange } from './convert.ts';
import { say } from './sentences.ts';
import { uriOf } from './workspaces.ts';

/**
 * Makes the edits of a fix, as one step to undo. One that a person should look at is shown first, and made when they
 * say so; so is one that changes files which are not open.
 * @param near a document of the folder that the fix's paths count from.
 * @returns why nothing was changed, as a sentence; `null` when it was, or when the person was asked.
 */
export async function applyFix(fix: Fix, near: vscode.Uri): Promise<string | null> {
  const edit = new vscode.WorkspaceEdit();
  let asked = fix.disposition === 'review';
  for (const [path, made] of Object.entries(fix.madeFor)) {
    const uri = uriOf(near, path);
    const wasOpen = vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
    const document = await vscode.workspace.openTextDocument(uri);
    if (fingerprint(document.getText()) !== made) return say.fixRefused(path);
    asked ||= !wasOpen;
    const metadata = { label: fix.title, needsConfirmation: fix.disposition === 'review' || !wasOpen };
    const edits = fix.edits.filter((one) => one.path === path);
    edit.set(
      uri,
      edits.map((one): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata] => [
        vscode.TextEdit.replace(toRange(document, one.range), one.text),
        metadata,
      ]),
    );
  }
  const done = await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  return done || asked ? null : say.fixNotApplied;
}
