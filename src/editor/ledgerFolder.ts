import * as vscode from 'vscode';
import type { Workspace } from '../host/workerMessages.ts';
import { sayOfGateway } from './gatewaySentences.ts';
import type { Settings } from './settings.ts';
import { folderOf } from './workspaces.ts';

/** A folder that is open and has, or may have, a ledger. */
export interface LedgerFolder {
  /** The repository, or the folder itself; prompts are named from here. */
  readonly root: string;
  /** The folder that is open, as seen from the root. */
  readonly from: string;
  readonly uri: vscode.Uri;
  readonly name: string;
}

/** Of folders in one repository, the first: they share a ledger. Those of a virtual workspace have no disk to record on. */
export function ledgerFolders(): LedgerFolder[] {
  const found = new Map<string, LedgerFolder>();
  for (const { uri, name } of vscode.workspace.workspaceFolders ?? []) {
    const { root, from } = folderOf(uri);
    if (root !== null && !found.has(root)) found.set(root, { root, from, uri, name });
  }
  return [...found.values()];
}

/** Whose configuration holds for calls of a folder, for those who read it elsewhere. */
export function workspaceOf({ root, from, uri }: LedgerFolder, settings: Settings): Workspace {
  const trusted = vscode.workspace.isTrusted;
  return { key: uri.toString(), root, from, trusted, settings: settings.overrides(uri) };
}

/** The one that is meant: the only one, that of the document that is open, or else the person says. `null` where there is none. */
export async function pickLedgerFolder(title: string): Promise<LedgerFolder | null> {
  const folders = ledgerFolders();
  const [first] = folders;
  if (first === undefined) {
    void vscode.window.showInformationMessage(sayOfGateway.noFolder);
    return null;
  }
  if (folders.length === 1) return first;
  const active = vscode.window.activeTextEditor?.document.uri;
  const root = active === undefined ? null : folderOf(active).root;
  const near = folders.find((folder) => folder.root === root);
  if (near !== undefined) return near;
  const items = folders.map((folder) => ({ label: folder.name, description: folder.root, folder }));
  const picked = await vscode.window.showQuickPick(items, { title });
  return picked?.folder ?? null;
}
