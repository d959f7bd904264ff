import * as vscode from 'vscode';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import { commandIds } from '../commandIds.ts';
import type { Documents } from '../documents.ts';
import { pickFromCatalog } from '../modelPick.ts';
import { promptHere } from '../promptHere.ts';
import { say } from '../sentences.ts';
import type { Settings } from '../settings.ts';

/** Lets a person say which model gets a prompt: the one named, or the one at the cursor. */
export function pickModel(
  documents: Documents,
  settings: Settings,
  thread: AnalyzerThread,
): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.pickModel, async (address?: string, id?: string) => {
    const found = await promptHere(documents, address, id);
    if (!found) return void vscode.window.showInformationMessage(say.noPromptHere);
    const { prompt, document } = found;
    const pick = await pickFromCatalog(thread, {
      title: say.pickModelTitle(prompt.id),
      none: { label: say.forgetPick, detail: say.forgetPickDetail },
      current: prompt.model?.id ?? null,
    });
    if (pick !== undefined) await settings.setPromptModel(prompt.id, pick, document.uri);
  });
}
