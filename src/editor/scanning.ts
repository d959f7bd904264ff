import * as vscode from 'vscode';
import type { Report } from '../core/report.ts';
import type { AnalyzerThread, Outcome } from '../host/analyzer.ts';
import { say } from './sentences.ts';

/**
 * Reads a whole folder, in a thread of its own, so that lenses go on meanwhile and cancelling is ending it. `superseded` when
 * cancelled.
 * @param key of the folder, see `Documents.openFolder`.
 */
export function scanFolder(
  key: string,
  thread: AnalyzerThread,
  { title, location }: { readonly title: string; readonly location: vscode.ProgressLocation } = {
    ...{ title: say.scanning, location: vscode.ProgressLocation.Notification },
  },
): Thenable<Outcome<Report>> {
  const scanner = thread.fork({ patience: null });
  return vscode.window.withProgress({ location, title, cancellable: true }, async (bar, token) => {
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
  });
}
