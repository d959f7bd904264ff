import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { pathFrom, repositoryRoot } from '../host/repository.ts';
import { endings } from './languages.ts';

/** A folder that is open, or the folder of a document that stands in none. */
export interface Folder {
  readonly key: string;
  /** What paths and prompt ids count from, as on the command line: the repository, or the folder itself. `null` where there is no disk to read. */
  readonly root: string | null;
  /** The folder, relative to the root. */
  readonly from: string;
  /** It was opened as a folder, so that all of it may be read. */
  readonly whole: boolean;
}

export interface Place extends Folder {
  /** Relative to the root. */
  readonly path: string;
}

export function isRead(document: vscode.TextDocument): boolean {
  return endings.has(document.languageId) && !['git', 'output', 'vscode-scm'].includes(document.uri.scheme);
}

export function placeOf(document: vscode.TextDocument): Place {
  return { ...folderOf(document.uri), path: withEnding(pathOf(document.uri), document.languageId) };
}

export function folderOf(uri: vscode.Uri): Folder {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder?.uri.scheme === 'file') {
    const root = repositoryRoot(folder.uri.fsPath) ?? folder.uri.fsPath;
    return { key: folder.uri.toString(), root, from: pathFrom(root, folder.uri.fsPath), whole: true };
  }
  if (folder) return { key: folder.uri.toString(), root: null, from: '', whole: true };
  if (uri.scheme === 'file')
    return { key: dirname(uri.path), root: dirname(uri.fsPath), from: '', whole: false };
  return { key: `${uri.scheme}:`, root: null, from: '', whole: false };
}

export function pathOf(uri: vscode.Uri): string {
  const { root } = folderOf(uri);
  if (root !== null) return pathFrom(root, uri.fsPath);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return uri.path.slice(folder ? folder.uri.path.replace(/\/?$/, '/').length : uri.path.lastIndexOf('/') + 1);
}

/** A document without a file has no ending to tell its language by; one with an unusual ending is what the editor says it is. */
function withEnding(path: string, languageId: string): string {
  const known = endings.get(languageId) ?? [];
  return known.some((ending) => path.endsWith(ending)) ? path : path + (known[0] ?? '');
}
