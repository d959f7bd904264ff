import * as vscode from 'vscode';
import type { MeteredPrompt, Report } from '../../core/report.ts';
import { LineIndex } from '../../core/text.ts';
import { nameOf } from '../../report/words.ts';
import { commandIds } from '../commandIds.ts';
import type { CommittedDocuments } from '../committedDocuments.ts';
import { say } from '../sentences.ts';
import type { Since } from '../since.ts';
import { sayOfSince } from '../sinceSentences.ts';
import { folderOf, uriOf } from '../workspaces.ts';

/** Opens what became of a prompt since the last commit, as VS Code shows changes, at the prompt. */
export function showChange(since: Since, committed: CommittedDocuments): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.showChange, async (address: string, id: string) => {
    const near = vscode.Uri.parse(address, true);
    const { key } = folderOf(near);
    const folder = since.of(key);
    const change = folder?.changes.find(({ now, before }) => (now ?? before)?.id === id);
    if (folder === null || change === undefined)
      return void vscode.window.showInformationMessage(say.promptGone);
    const { base, before, others } = folder.since;
    const { now: is, before: was } = change;
    const then = was && committed.uri(uriOf(near, was.path), key, was.path);
    if (was !== null && then !== null && is === null)
      return void (await vscode.window.showTextDocument(then, at(was, before.lines)));
    if (is === null) return;
    const uri = uriOf(near, is.path);
    const selection = placeIn(uri, is, others.lines);
    if (then === null) return void (await vscode.window.showTextDocument(uri, selection));
    const title = sayOfSince.diffTitle(nameOf(is), base);
    await vscode.commands.executeCommand('vscode.diff', then, uri, title, { preview: true, ...selection });
  });
}

type Shown = { readonly selection?: vscode.Range };

/** In an open document the prompt is where it stands as the text is now. */
function placeIn(uri: vscode.Uri, prompt: MeteredPrompt, lines: Report['lines']): Shown {
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open === undefined) return at(prompt, lines);
  const start = open.positionAt(prompt.range.start);
  return { selection: new vscode.Range(start, start) };
}

function at(prompt: MeteredPrompt, lines: Report['lines']): Shown {
  const { line, column } = new LineIndex(lines[prompt.path] ?? [0]).position(prompt.range.start);
  const start = new vscode.Position(line, column);
  return { selection: new vscode.Range(start, start) };
}
