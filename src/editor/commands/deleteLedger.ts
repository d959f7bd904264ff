import * as vscode from 'vscode';
import { commandIds } from '../commandIds.ts';
import type { Gateway } from '../gateway.ts';
import { sayOfGateway } from '../gatewaySentences.ts';
import { sayOfImport } from '../importSentences.ts';
import type { Ledger } from '../ledger.ts';
import { pickLedgerFolder } from '../ledgerFolder.ts';

/** Deletes all that was recorded for a folder, when the person has seen what goes. */
export function deleteLedger(ledger: Ledger, gateway: Gateway): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.deleteLedger, async () => {
    const folder = await pickLedgerFolder(sayOfGateway.whichFolder);
    if (folder === null) return;
    const { root, name } = folder;
    const path = ledger.pathOf(root);
    if (path === null || !ledger.has(root))
      return void vscode.window.showInformationMessage(sayOfImport.noLedger(name));
    if (gateway.writes(root)) {
      const answer = await vscode.window.showWarningMessage(sayOfImport.stopFirst, sayOfImport.stopAndDelete);
      if (answer === sayOfImport.stopAndDelete) await vscode.commands.executeCommand(commandIds.stopGateway);
      return;
    }
    const told = await ledger.ask(root, { kind: 'dashboard', span: {}, now: Date.now() });
    const answer = await vscode.window.showWarningMessage(
      sayOfImport.deleteTitle(name),
      {
        modal: true,
        detail: sayOfImport.deleteDetail(told === null ? null : (told.total?.calls ?? 0), path),
      },
      sayOfImport.delete,
    );
    if (answer !== sayOfImport.delete) return;
    // It may have been started while the question stood there.
    if (gateway.writes(root)) return void vscode.window.showWarningMessage(sayOfImport.stopFirst);
    const fault = await ledger.delete(root);
    if (fault !== null) return void vscode.window.showErrorMessage(sayOfImport.notDeleted(fault));
    void vscode.window.showInformationMessage(sayOfImport.deleted(name));
  });
}
