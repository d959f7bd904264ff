import * as vscode from 'vscode';
import { commandIds } from '../commandIds.ts';
import { applyFix } from '../applyFix.ts';
import type { Documents } from '../documents.ts';
import { openDocument } from '../promptHere.ts';
import { say } from '../sentences.ts';
import type { Settings } from '../settings.ts';

/** What the quick fixes of a finding run. */
export function rules(extension: vscode.Uri, documents: Documents, settings: Settings): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      commandIds.applyFix,
      async (address: string, fingerprint: string, title: string) => {
        const document = await openDocument(address);
        const known = await documents.whenFresh(document);
        const finding = known?.findings.find((one) => one.fingerprint === fingerprint);
        const fix = [finding?.fix, ...(finding?.otherFixes ?? [])].find((one) => one?.title === title);
        const refused = fix ? await applyFix(fix, document.uri) : say.fixGone;
        if (refused !== null) void vscode.window.showWarningMessage(refused);
      },
    ),
    vscode.commands.registerCommand(commandIds.turnRuleOff, (rule: string, address: string) =>
      settings.turnRuleOff(rule, vscode.Uri.parse(address, true)),
    ),
    vscode.commands.registerCommand(commandIds.explainRule, (rule: string) => explain(extension, rule)),
  );
}

/** The page of a rule, as it ships with the extension. */
async function explain(extension: vscode.Uri, rule: string): Promise<void> {
  // The name may come from a link in a text.
  if (!/^[a-z][a-z-]*$/.test(rule)) return;
  const page = vscode.Uri.joinPath(extension, 'dist', 'rules', `${rule}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}
