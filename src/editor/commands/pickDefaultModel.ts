import * as vscode from 'vscode';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import { commandIds } from '../commandIds.ts';
import { pickFromCatalog } from '../modelPick.ts';
import { say } from '../sentences.ts';
import type { Settings } from '../settings.ts';

/** Lets a person say which model to assume where the source shows none. */
export function pickDefaultModel(settings: Settings, thread: AnalyzerThread): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.pickDefaultModel, async () => {
    const pick = await pickFromCatalog(thread, {
      title: say.pickDefaultTitle,
      none: { label: say.noDefault, detail: say.noDefaultDetail },
      current: settings.defaultModel(vscode.window.activeTextEditor?.document.uri),
    });
    if (pick !== undefined) await settings.setDefaultModel(pick);
  });
}
