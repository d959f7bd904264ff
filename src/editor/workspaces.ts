import { dirname, relative } from 'node:path';
import * as vscode from 'vscode';

/** The languages we read, by VS Code's id, and the endings under which the core knows them. */
const endings: Readonly<Record<string, readonly [string, ...string[]]>> = {
  typescript: ['.ts', '.mts', '.cts'],
  typescriptreact: ['.tsx'],
  javascript: ['.js', '.mjs', '.cjs'],
  javascriptreact: ['.jsx'],
  python: ['.py', '.pyi'],
};

export const languageIds: readonly string[] = Object.keys(endings);

/** Source files, for watching what a prompt may be imported from. */
export const sourceGlob = `**/*{${Object.values(endings).flat().join(',')}}`;

/** Where a document stands: in which folder, and under which path there. */
export interface Place {
  readonly key: string;
  /** The folder on this machine; `null` where there is no disk to read. */
  readonly root: string | null;
  readonly path: string;
}

export function isRead(document: vscode.TextDocument): boolean {
  return document.languageId in endings && !['git', 'output', 'vscode-scm'].includes(document.uri.scheme);
}

export function placeOf(document: vscode.TextDocument): Place {
  const { uri } = document;
  const path = withEnding(pathIn(uri), document.languageId);
  return { ...folderOf(uri), path };
}

export function folderOf(uri: vscode.Uri): Pick<Place, 'key' | 'root'> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder)
    return { key: folder.uri.toString(), root: folder.uri.scheme === 'file' ? folder.uri.fsPath : null };
  if (uri.scheme === 'file') return { key: dirname(uri.path), root: dirname(uri.fsPath) };
  return { key: `${uri.scheme}:`, root: null };
}

export function pathIn(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder) return relative(folder.uri.path, uri.path).replaceAll('\\', '/');
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** A document without a file has no ending to tell its language by; a file with an unusual one is what the editor says it is. */
function withEnding(path: string, languageId: string): string {
  const known = endings[languageId];
  return !known || known.some((ending) => path.endsWith(ending)) ? path : path + known[0];
}
