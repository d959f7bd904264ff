import { basename, dirname } from 'node:path/posix';
import * as vscode from 'vscode';
import { moneyIn } from '../core/prices/money.ts';
import { changedFiles, changedWords, type ChangedFile, type ChangedPrompt } from './changedTree.ts';
import { commandIds } from './commandIds.ts';
import { sayOfGate } from './gateSentences.ts';
import type { Documents } from './documents.ts';
import { watchedGlob } from './languages.ts';
import { plain } from './markdownText.ts';
import { quietly } from './quietly.ts';
import type { FolderChanges, Since } from './since.ts';
import { sayOfSince } from './sinceSentences.ts';
import { uriOf } from './workspaces.ts';

type Node =
  | { readonly kind: 'file'; readonly folder: vscode.WorkspaceFolder; readonly file: ChangedFile }
  | { readonly kind: 'prompt'; readonly folder: vscode.WorkspaceFolder; readonly prompt: ChangedPrompt };

/** Milliseconds of quiet before the list follows what is typed. */
const pause = 200;

/** The prompts that changed since the last commit, by file, in the source control view. It does nothing while nobody sees it. */
export function changedPrompts(documents: Documents, since: Since): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node === undefined ? filesOf(documents, since) : promptsOf(node)),
    getTreeItem: (node) => (node.kind === 'file' ? fileItem(node) : promptItem(node)),
  };
  const view = vscode.window.createTreeView('promptmeter.changedPrompts', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const compare = (): void => {
    for (const { uri } of folders()) since.want(documents.openFolder(uri));
  };
  const show = (): void => {
    if (!view.visible) return;
    view.message = messageOf(documents, since);
    changed.fire(undefined);
  };
  const follow = quietly(show, pause);
  let watcher: vscode.Disposable | null = null;
  const see = (): void => {
    watcher?.dispose();
    watcher = view.visible ? watchFiles(compare) : null;
    if (view.visible) compare();
    show();
  };
  see();
  return vscode.Disposable.from(
    changed,
    view,
    follow,
    { dispose: () => watcher?.dispose() },
    view.onDidChangeVisibility(see),
    since.onDidChange(show),
    documents.onDidChange(() => follow.soon()),
    documents.onDidReload(() => view.visible && compare()),
    vscode.workspace.onDidGrantWorkspaceTrust(see),
    vscode.workspace.onDidChangeWorkspaceFolders(see),
    vscode.commands.registerCommand(commandIds.refreshChanges, compare),
  );
}

function folders(): readonly vscode.WorkspaceFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
}

function comparedFolders(
  documents: Documents,
  since: Since,
): { readonly folder: vscode.WorkspaceFolder; readonly compared: FolderChanges }[] {
  if (!vscode.workspace.isTrusted) return [];
  return folders().flatMap((folder) => {
    const compared = since.of(documents.openFolder(folder.uri));
    return compared === null ? [] : [{ folder, compared }];
  });
}

/** A file that stands in two open folders is told once. */
function filesOf(documents: Documents, since: Since): Node[] {
  const known = new Set<string>();
  return comparedFolders(documents, since).flatMap(({ folder, compared }) => {
    const files = changedFiles(
      compared,
      since.standings(folder.uri.toString()),
      moneyIn(compared.since.currency),
    );
    return files.flatMap((file): Node[] => {
      const address = uriOf(folder.uri, file.path).toString();
      if (known.has(address)) return [];
      known.add(address);
      return [{ kind: 'file', folder, file }];
    });
  });
}

function promptsOf(node: Node): Node[] {
  if (node.kind === 'prompt') return [];
  return node.file.prompts.map((prompt) => ({ kind: 'prompt', folder: node.folder, prompt }));
}

/** What stands above the list, or in its place. */
function messageOf(documents: Documents, since: Since): string | undefined {
  // then a text with a button stands there
  if (!vscode.workspace.isTrusted || folders().length === 0) return undefined;
  const compared = comparedFolders(documents, since).map((one) => one.compared);
  const left = compared.reduce((sum, one) => sum + one.since.left, 0);
  const words = changedWords(compared);
  const submodules = compared.flatMap((one) => one.since.submodules);
  if (words !== null) return sayOfSince.list(words, left, submodules);
  const refusals = folders().map(({ uri }) => since.refusalOf(documents.openFolder(uri)));
  const known = refusals.filter((refusal) => refusal !== null);
  if (known.length < refusals.length) return sayOfSince.comparing;
  const told = known.find(({ why }) => why !== 'no-commit' && why !== 'no-repository');
  return told === undefined || told.why === 'no-commit'
    ? sayOfSince.noCommit
    : sayOfGate.refusal(told.why, told.detail);
}

function fileItem({ folder, file }: Node & { kind: 'file' }): vscode.TreeItem {
  const uri = uriOf(folder.uri, file.path);
  const item = new vscode.TreeItem(basename(file.path), vscode.TreeItemCollapsibleState.Expanded);
  item.id = uri.toString();
  item.resourceUri = uri;
  item.description = dirname(vscode.workspace.asRelativePath(uri)).replace(/^\.$/, '');
  item.tooltip = vscode.workspace.asRelativePath(uri);
  return item;
}

function promptItem({ folder, prompt }: Node & { kind: 'prompt' }): vscode.TreeItem {
  const { id, kind, name, description, details, isOver } = prompt;
  const item = new vscode.TreeItem(name);
  item.id = `${folder.uri.toString()} ${kind} ${id}`;
  item.description = description;
  item.tooltip = new vscode.MarkdownString(details.map(plain).join('\n\n'));
  item.iconPath = isOver
    ? new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground'))
    : icons[kind];
  item.accessibilityInformation = { label: `${name}, ${kind}, ${description}` };
  item.command = {
    command: commandIds.showChange,
    title: sayOfSince.link,
    arguments: [folder.uri.toString(), id],
  };
  return item;
}

const icons = {
  added: icon('diff-added', 'added'),
  changed: icon('diff-modified', 'modified'),
  removed: icon('diff-removed', 'deleted'),
  moved: icon('diff-renamed', 'renamed'),
} as const satisfies Record<ChangedPrompt['kind'], vscode.ThemeIcon>;

function icon(name: string, resource: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, new vscode.ThemeColor(`gitDecoration.${resource}ResourceForeground`));
}

/** Files that change on disk while the list is seen: those that are not open tell nobody else. */
function watchFiles(heard: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(watchedGlob);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(heard),
    watcher.onDidCreate(heard),
    watcher.onDidDelete(heard),
  );
}
