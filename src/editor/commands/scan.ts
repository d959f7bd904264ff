import * as vscode from 'vscode';
import type { Report } from '../../core/report.ts';
import type { AnalyzerThread, Outcome } from '../../host/analyzer.ts';
import { markdownReport } from '../../report/markdown.ts';
import { commandIds } from '../commandIds.ts';
import type { Documents } from '../documents.ts';
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

/** In a thread of its own, so that lenses go on meanwhile and cancelling is ending it. `superseded` when cancelled. */
function scanFolder(key: string, thread: AnalyzerThread): Thenable<Outcome<Report>> {
  const scanner = thread.fork({ patience: null });
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title: say.scanning, cancellable: true },
    async (bar, token) => {
      const cancelling = token.onCancellationRequested(() => scanner.dispose());
      let shown = 0;
      const outcome = await scanner.ask('scan', { kind: 'scan', key }, (done, total) => {
        const percent = Math.floor((100 * done) / Math.max(total, 1));
        bar.report({ increment: percent - shown, message: say.scanned(done, total) });
        shown = percent;
      });
      cancelling.dispose();
      scanner.dispose();
      return outcome;
    },
  );
}
