import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { pathFrom, repositoryRoot } from '../host/repository.ts';
import { committedScheme } from './committedDocuments.ts';
import { type Kind, kindOf, withEnding } from './languages.ts';

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

/** Copies of what is read elsewhere, and documents that the editor makes for itself. */
const notOurs = new Set([
  'git',
  'output',
  'vscode-scm',
  'vscode-userdata',
  'vscode-notebook-cell',
  'debug',
  'promptmeter-compressed',
  committedScheme,
]);

/**
 * For whoever shows something in documents. Files that are prompts come in any language, and under a name that no glob
 * can tell, so every document is asked for; those that are not read answer at once.
 */
export const everything: vscode.DocumentSelector = '*';

/** `null` for a document that is not read. */
export function kindOfDocument({ uri, languageId }: vscode.TextDocument): Kind | null {
  return notOurs.has(uri.scheme) ? null : kindOf(uri.path, languageId);
}

export function isRead(document: vscode.TextDocument): boolean {
  return kindOfDocument(document) !== null;
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

/** A repository that open folders stand in. */
export interface Repository {
  /** Absolute. */
  readonly root: string;
  /** The first open folder in it, absolute. */
  readonly folder: string;
}

/** The repositories of the folders, each once, in their order. */
export function repositoriesOf(folders: readonly vscode.WorkspaceFolder[]): Repository[] {
  const found = new Map<string, Repository>();
  for (const { uri } of folders) {
    const root = uri.scheme === 'file' ? repositoryRoot(uri.fsPath) : null;
    if (root !== null && !found.has(root)) found.set(root, { root, folder: uri.fsPath });
  }
  return [...found.values()];
}

/** The repository that a file or folder stands in, which may be one inside the repository of an open folder; `null` where there is none. */
export function repositoryAround(uri: vscode.Uri): Repository | null {
  const root = uri.scheme === 'file' ? repositoryRoot(uri.fsPath) : null;
  return root === null ? null : { root, folder: root };
}

export function pathOf(uri: vscode.Uri): string {
  const { root } = folderOf(uri);
  if (root !== null) return pathFrom(root, uri.fsPath);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return uri.path.slice(folder ? folder.uri.path.replace(/\/?$/, '/').length : uri.path.lastIndexOf('/') + 1);
}

/** The address of a path of a report. @param near any document of the same folder. */
export function uriOf(near: vscode.Uri, path: string): vscode.Uri {
  const { root } = folderOf(near);
  if (root !== null) return near.with({ path: vscode.Uri.joinPath(vscode.Uri.file(root), path).path });
  if (pathOf(near) === path) return near;
  const folder = vscode.workspace.getWorkspaceFolder(near);
  return vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.joinPath(near, '..'), path);
}
