import * as vscode from 'vscode';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import { markdownReport } from '../../report/markdown.ts';
import { commandIds } from '../commandIds.ts';
import type { Documents } from '../documents.ts';
import { scanFolder } from '../scanning.ts';
import { say } from '../sentences.ts';

/** Reads the whole workspace and opens what was found as a Markdown document, one section per folder. */
export function scan(documents: Documents, thread: AnalyzerThread): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.scan, async () => {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length === 0) return void vscode.window.showInformationMessage(say.noFolder);
    const reports: string[] = [];
    for (const folder of folders) {
      const outcome = await scanFolder(documents.openFolder(folder.uri), thread);
      if (outcome.kind === 'superseded') return;
      if (outcome.kind === 'failed') return void vscode.window.showErrorMessage(say.scanFailed(outcome.why));
      const heading = folders.length > 1 ? [`# ${folder.name}`] : [];
      reports.push(...heading, markdownReport(outcome.value, null));
    }
    const content = reports.join('\n\n');
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content }),
    );
  });
}
