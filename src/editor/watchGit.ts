import { join } from 'node:path';
import * as vscode from 'vscode';
import { gitFolder } from '../host/git/environment.ts';
import { repositoryRoot } from '../host/repository.ts';

/**
 * Hears of commits, checkouts, pulls, resets and of what is staged, by the files that git writes then. Works without the
 * editor's own git extension, which people switch off.
 */
export function watchGit(moved: () => void): vscode.Disposable {
  let watchers = watching(moved, begin);
  function begin(): void {
    watchers.dispose();
    watchers = watching(moved, begin);
    moved();
  }
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(begin),
    vscode.workspace.onDidGrantWorkspaceTrust(begin),
    { dispose: () => watchers.dispose() },
  );
}

/** @param born a folder has become a repository. */
function watching(moved: () => void, born: () => void): vscode.Disposable {
  if (!vscode.workspace.isTrusted) return vscode.Disposable.from();
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  const gits = folders.map(({ uri }) => gitFolder(repositoryRoot(uri.fsPath) ?? uri.fsPath));
  const known = new Set(gits.filter((folder) => folder !== null));
  const unborn = folders.filter((_, i) => gits[i] === null);
  return vscode.Disposable.from(
    // the log of HEAD grows with whatever moves it; the index comes with what is staged
    ...[...known].flatMap((folder) => [
      watch(vscode.Uri.file(folder), '{HEAD,index}', moved),
      watch(vscode.Uri.file(join(folder, 'logs')), 'HEAD', moved),
    ]),
    ...unborn.map(({ uri }) => watch(uri, '.git/HEAD', born)),
  );
}

function watch(folder: vscode.Uri, glob: string, heard: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, glob));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(heard),
    watcher.onDidCreate(heard),
    watcher.onDidDelete(heard),
  );
}
