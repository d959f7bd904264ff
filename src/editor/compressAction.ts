import * as vscode from 'vscode';
import { commandIds } from './commandIds.ts';
import { sayOfCompression as say } from './compressionSentences.ts';
import type { Documents } from './documents.ts';
import { promptAt } from './known.ts';
import { everything } from './workspaces.ts';

const kind = vscode.CodeActionKind.RefactorRewrite.append('promptmeter.compress');

/** Among the refactorings at the cursor, where it stands in a prompt. */
export function compressAction(documents: Documents): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, { only }) {
      if (only && !only.contains(kind)) return [];
      const known = documents.known(document);
      const prompt = known && promptAt(known, document.offsetAt(range.start));
      if (!prompt) return [];
      const action = new vscode.CodeAction(say.action, kind);
      const args = [document.uri.toString(), prompt.id];
      action.command = { title: say.action, command: commandIds.compressPrompt, arguments: args };
      return [action];
    },
  };
  return vscode.languages.registerCodeActionsProvider(everything, provider, {
    providedCodeActionKinds: [kind],
  });
}
