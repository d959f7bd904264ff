import * as vscode from 'vscode';
import type { MeteredPrompt } from '../../core/report.ts';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import { commandIds } from '../commandIds.ts';
import type { Documents } from '../documents.ts';
import { promptAt } from '../known.ts';
import { pickFromCatalog } from '../modelPick.ts';
import { say } from '../sentences.ts';
import type { Settings } from '../settings.ts';

/** Lets a person say which model gets a prompt: the one named, or the one at the cursor. */
export function pickModel(
  documents: Documents,
  settings: Settings,
  thread: AnalyzerThread,
): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.pickModel, async (address?: string, id?: string) => {
    const found = await findPrompt(documents, address, id);
    if (!found) return void vscode.window.showInformationMessage(say.noPromptHere);
    const { prompt, uri } = found;
    const pick = await pickFromCatalog(thread, {
      title: say.pickModelTitle(prompt.id),
      none: { label: say.forgetPick, detail: say.forgetPickDetail },
      current: prompt.model?.id ?? null,
    });
    if (pick !== undefined) await settings.setPromptModel(prompt.id, pick, uri);
  });
}

interface FoundPrompt {
  readonly prompt: MeteredPrompt;
  readonly uri: vscode.Uri;
}

async function findPrompt(documents: Documents, address?: string, id?: string): Promise<FoundPrompt | null> {
  const editor = vscode.window.activeTextEditor;
  const document = address === undefined ? editor?.document : await open(address);
  if (!document) return null;
  const known = await documents.whenKnown(document);
  const named = known?.prompts.find((prompt) => prompt.id === id);
  const offset = editor?.document === document ? document.offsetAt(editor.selection.active) : null;
  const prompt = named ?? (known && offset !== null ? promptAt(known, offset) : null);
  return prompt && { prompt, uri: document.uri };
}

function open(address: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(vscode.Uri.parse(address, true));
}
