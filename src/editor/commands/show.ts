import * as vscode from 'vscode';
import { commandIds } from '../commandIds.ts';
import { editorOptions, type Show } from '../options.ts';
import { say } from '../sentences.ts';
import type { Settings } from '../settings.ts';

/** Where tokens and costs are shown: chosen from a list, or switched off and on again as it was. */
export function show(settings: Settings): vscode.Disposable {
  let before: Show = editorOptions.show.default;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.chooseWhereToShow, async () => {
      const items = editorOptions.show.enum.map((value, i) => ({
        label: value,
        detail: editorOptions.show.enumDescriptions[i] ?? '',
        value,
      }));
      const picked = await vscode.window.showQuickPick(items, { title: say.showTitle });
      if (picked) await settings.setShow(picked.value);
    }),
    vscode.commands.registerCommand(commandIds.toggle, async () => {
      const now = settings.show(vscode.window.activeTextEditor?.document);
      if (now !== 'off') before = now;
      await settings.setShow(now === 'off' ? before : 'off');
    }),
  );
}
