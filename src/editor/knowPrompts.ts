import * as vscode from 'vscode';
import type { AnalyzerThread } from '../host/analyzer.ts';
import { textOf } from '../ledger/thread/messages.ts';
import { sayOfDashboard } from './dashboardSentences.ts';
import type { Documents } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerFolder } from './ledgerFolder.ts';
import { scanFolder } from './scanning.ts';
import { say } from './sentences.ts';

interface Parts {
  readonly ledger: Ledger;
  readonly documents: Documents;
  readonly thread: AnalyzerThread;
}

/**
 * Reads a whole folder, so that calls made with any of its prompts are known as theirs.
 * @param isAsked whether a person asked for it, and waits for what comes of it.
 * @returns whether that was done.
 */
export async function knowPrompts(
  { root, uri }: LedgerFolder,
  { ledger, documents, thread }: Parts,
  isAsked: boolean,
): Promise<boolean> {
  const { Notification, Window } = vscode.ProgressLocation;
  const outcome = await scanFolder(documents.openFolder(uri), thread, {
    title: sayOfDashboard.reading,
    location: isAsked ? Notification : Window,
  });
  if (outcome.kind === 'superseded') return false;
  if (outcome.kind === 'failed') {
    if (isAsked) void vscode.window.showErrorMessage(say.scanFailed(outcome.why));
    return false;
  }
  const prompts = outcome.value.prompts.map(textOf);
  const learned = await ledger.ask(root, { kind: 'texts', prompts, now: Date.now(), learns: true });
  if (learned === null) return false;
  if (isAsked) void vscode.window.showInformationMessage(sayOfDashboard.readDone(prompts.length));
  return true;
}
