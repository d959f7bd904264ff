import * as vscode from 'vscode';
import type { AnalyzerThread } from '../host/analyzer.ts';
import type { Documents } from './documents.ts';
import { configurationGlob, mattersOnDisk, watchedGlob } from './languages.ts';
import { folderOf, pathOf } from './workspaces.ts';

/** Hears of files that change on disk: sources that prompts are imported from, and the folder's configuration. */
export function watch(documents: Documents, thread: AnalyzerThread): vscode.Disposable {
  const sources = vscode.workspace.createFileSystemWatcher(watchedGlob);
  const configurations = vscode.workspace.createFileSystemWatcher(configurationGlob);
  const changed = (uri: vscode.Uri): void => {
    if (mattersOnDisk(uri.path)) thread.changedOnDisk(folderOf(uri).key, pathOf(uri));
  };
  const reload = (): void => documents.reload();
  return vscode.Disposable.from(
    sources,
    sources.onDidChange(changed),
    sources.onDidCreate(changed),
    sources.onDidDelete(changed),
    configurations,
    configurations.onDidChange(reload),
    configurations.onDidCreate(reload),
    configurations.onDidDelete(reload),
  );
}
