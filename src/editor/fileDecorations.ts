import * as vscode from 'vscode';
import type { Documents } from './documents.ts';
import { fileBadges, type FileBadge } from './fileBadges.ts';
import { quietly } from './quietly.ts';
import type { Settings } from './settings.ts';
import type { Since } from './since.ts';
import { uriOf } from './workspaces.ts';

/** Milliseconds of quiet before the badges follow what is typed. */
const pause = 1000;

/**
 * A badge on each file with prompts that differ from the last commit, wherever the editor shows its name. It tells what
 * is known anyway: nothing is read for it, and nothing is reckoned while somebody types.
 */
export function fileDecorations(documents: Documents, since: Since, settings: Settings): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[]>();
  let badges: ReadonlyMap<string, FileBadge> = new Map();
  const show = (): void => {
    const before = badges;
    badges = settings.showsFileBadges() ? badgesOf(documents, since) : new Map();
    const all = new Set([...before.keys(), ...badges.keys()]);
    const other = [...all].filter((address) => before.get(address)?.tooltip !== badges.get(address)?.tooltip);
    if (other.length > 0) changed.fire(other.map((address) => vscode.Uri.parse(address, true)));
  };
  const follow = quietly(show, pause);
  return vscode.Disposable.from(
    changed,
    follow,
    since.onDidChange(() => follow.soon()),
    documents.onDidChange(() => follow.soon()),
    settings.onDidChange(() => follow.soon()),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => badges.get(uri.toString()),
    }),
  );
}

function badgesOf(documents: Documents, since: Since): Map<string, FileBadge> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return new Map(
    folders.flatMap(({ uri }) => {
      const compared = since.of(documents.openFolder(uri));
      if (compared === null) return [];
      return [...fileBadges(compared)].map(([path, badge]) => [uriOf(uri, path).toString(), badge] as const);
    }),
  );
}
