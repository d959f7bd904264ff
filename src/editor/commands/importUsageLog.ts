import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { importLogs, type ImportEnd } from '../../ledger/ingest/thread/importLogs.ts';
import { commandIds } from '../commandIds.ts';
import { sayOfGateway } from '../gatewaySentences.ts';
import { sayOfImport } from '../importSentences.ts';
import type { Ledger } from '../ledger.ts';
import { pickLedgerFolder, workspaceOf, type LedgerFolder } from '../ledgerFolder.ts';
import type { Settings } from '../settings.ts';
import type { Trouble } from '../trouble.ts';

interface Parts {
  /** The bundle of the thread that imports. */
  readonly script: string;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly trouble: Trouble;
}

/** Brings the calls of logs into the ledger, each once. With paths, asks for none. */
export function importUsageLog(parts: Parts): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.importUsageLog, async (...paths: unknown[]) => {
    const folder = await pickLedgerFolder(sayOfGateway.whichFolder);
    if (folder === null) return;
    const ledger = parts.ledger.pathOf(folder.root);
    if (ledger === null) return void vscode.window.showErrorMessage(sayOfGateway.noPlace);
    const given = paths.filter((path) => typeof path === 'string');
    const chosen = given.length > 0 ? given : await choose();
    if (chosen.length === 0) return;
    const end = await run(parts, folder, ledger, chosen);
    parts.ledger.look();
    tell(end, parts.trouble);
  });
}

/** @returns absolute paths; none where the person lets it be. */
async function choose(): Promise<string[]> {
  const agents = [
    { label: sayOfImport.claudeCode, path: join(homedir(), '.claude', 'projects') },
    { label: sayOfImport.codex, path: join(homedir(), '.codex', 'sessions') },
  ].filter(({ path }) => existsSync(path));
  const items: Choice[] = [
    { label: sayOfImport.files, detail: sayOfImport.filesDetail, path: null, isFolder: false },
    { label: sayOfImport.folder, detail: sayOfImport.folderDetail, path: null, isFolder: true },
    ...agents.map(({ label, path }) => ({
      ...{ label, detail: sayOfImport.sessionsDetail(path), path, isFolder: true },
    })),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: sayOfImport.title });
  if (picked === undefined) return [];
  if (picked.path !== null) return [picked.path];
  const found = await vscode.window.showOpenDialog({
    canSelectFiles: !picked.isFolder,
    canSelectFolders: picked.isFolder,
    canSelectMany: true,
    openLabel: sayOfImport.open,
    title: sayOfImport.title,
  });
  return (found ?? []).map(({ fsPath }) => fsPath);
}

interface Choice extends vscode.QuickPickItem {
  readonly path: string | null;
  readonly isFolder: boolean;
}

function run(
  { script, settings }: Parts,
  folder: LedgerFolder,
  ledger: string,
  paths: readonly string[],
): Thenable<ImportEnd> {
  const location = vscode.ProgressLocation.Notification;
  const title = sayOfImport.running(folder.name);
  return vscode.window.withProgress({ location, title, cancellable: true }, async (bar, token) => {
    const controller = new AbortController();
    const cancelling = token.onCancellationRequested(() => controller.abort());
    let shown = 0;
    const end = await importLogs(
      { ledger, paths, workspace: workspaceOf(folder, settings) },
      {
        ...{ script, signal: controller.signal },
        onProgress: (done, all) => {
          const percent = Math.floor((100 * done) / Math.max(all, 1));
          bar.report({ increment: percent - shown, message: sayOfImport.progress(done, all) });
          shown = percent;
        },
      },
    );
    cancelling.dispose();
    return end;
  });
}

function tell(end: ImportEnd, trouble: Trouble): void {
  const { showErrorMessage: fail, showInformationMessage: inform } = vscode.window;
  if (end.kind === 'cancelled') return void inform(sayOfImport.cancelled);
  if (end.kind === 'failed') return void fail(sayOfImport.failed(end.why));
  if (end.kind === 'fault') return void fail(sayOfImport.fault(end));
  if (end.aside !== null) trouble.said(sayOfGateway.setAside(end.aside), true);
  for (const file of end.refused) trouble.said(sayOfImport.refused([file]), false);
  if (end.refused.length > 0) void vscode.window.showWarningMessage(sayOfImport.refused(end.refused));
  if (end.logs.length === 0 && end.refused.length > 0) return;
  void inform(sayOfImport.sum(end), sayOfImport.openDashboard).then((answer) => {
    if (answer === sayOfImport.openDashboard) void vscode.commands.executeCommand(commandIds.openDashboard);
  });
}
