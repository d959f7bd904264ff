import * as vscode from 'vscode';
import { commandIds } from '../commandIds.ts';

/** Opens the example of the walkthrough as a document of the person's own, which can be changed and thrown away. */
export function openExample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.openExample, async () => {
    const bytes = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(extension, 'media', 'example', 'bakery.ts'),
    );
    const content = new TextDecoder().decode(bytes);
    const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
    await vscode.window.showTextDocument(document);
  });
}
