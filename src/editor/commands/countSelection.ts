import * as vscode from 'vscode';
import { commandIds } from '../commandIds.ts';
import { say } from '../sentences.ts';
import type { SelectionCounter } from '../selection.ts';

/** Says how many tokens the selected text has; works in a document of any language. */
export function countSelection(counter: SelectionCounter): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.countSelection, async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return void vscode.window.showInformationMessage(say.noEditor);
    if (editor.selections.every(({ isEmpty }) => isEmpty))
      return void vscode.window.showInformationMessage(say.noSelection);
    const { outcome, model, text } = await counter.count(editor);
    if (outcome.kind === 'failed') return void vscode.window.showErrorMessage(say.countFailed(outcome.why));
    if (outcome.kind === 'answer')
      void vscode.window.showInformationMessage(say.counted(outcome.value, [...text].length, model));
  });
}
