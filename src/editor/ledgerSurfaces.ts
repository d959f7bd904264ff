import * as vscode from 'vscode';
import { moneyIn } from '../core/prices/money.ts';
import type { AnalyzerThread } from '../host/analyzer.ts';
import { deleteLedger } from './commands/deleteLedger.ts';
import { gatewayCommands } from './commands/gateway.ts';
import { importUsageLog } from './commands/importUsageLog.ts';
import { openDashboard } from './commands/openDashboard.ts';
import { currencyOf } from './currencyOf.ts';
import type { Documents } from './documents.ts';
import { Gateway } from './gateway.ts';
import { gatewayStatus } from './gatewayStatus.ts';
import { GatewayTerminals } from './gatewayTerminals.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import type { Trouble } from './trouble.ts';

interface Parts {
  readonly trouble: Trouble;
  readonly settings: Settings;
  readonly thread: AnalyzerThread;
  readonly documents: Documents;
  readonly ledger: Ledger;
}

/** All that fills the ledger and shows it as a whole. Nothing of it runs, or is loaded, before a command is. */
export function ledgerSurfaces(context: vscode.ExtensionContext, parts: Parts): vscode.Disposable {
  const {
    extensionUri: extension,
    environmentVariableCollection: variables,
    workspaceState: state,
  } = context;
  const { ledger } = parts;
  const bundle = (name: string): string => vscode.Uri.joinPath(extension, 'dist', `${name}.js`).fsPath;
  const gateway = new Gateway(bundle('gateway'), parts.settings, async (folder) =>
    moneyIn(await currencyOf(folder, 'currency of the gateway', parts)),
  );
  const terminals = new GatewayTerminals(variables, gateway);
  return vscode.Disposable.from(
    terminals,
    gateway,
    gatewayStatus(gateway),
    gatewayCommands({ ...parts, gateway, terminals }),
    importUsageLog({ ...parts, script: bundle('importer') }),
    openDashboard({ ...parts, extension, gateway, state }),
    deleteLedger(ledger, gateway),
  );
}
