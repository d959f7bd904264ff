import * as vscode from 'vscode';
import type { Documents } from './documents.ts';

/** Whether the document that is looked at has prompts, for the menus. */
export function promptContext(documents: Documents): vscode.Disposable {
  const tell = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const has = document !== undefined && (documents.known(document)?.prompts.length ?? 0) > 0;
    void vscode.commands.executeCommand('setContext', 'promptmeter.hasPrompts', has);
  };
  return vscode.Disposable.from(
    documents.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) tell();
    }),
    vscode.window.onDidChangeActiveTextEditor(tell),
  );
}
