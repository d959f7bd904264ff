import * as vscode from 'vscode';
import type { Gateway } from './gateway.ts';
import { sayOfGateway } from './gatewaySentences.ts';

/**
 * Leads the SDKs of terminals that are opened while the gateway runs through it. Forgotten when it stops, and never kept for
 * another session: an address at which nobody listens would break every program.
 */
export class GatewayTerminals implements vscode.Disposable {
  readonly #variables: vscode.GlobalEnvironmentVariableCollection;
  readonly #gateway: Gateway;
  readonly #subscription: vscode.Disposable;

  constructor(variables: vscode.GlobalEnvironmentVariableCollection, gateway: Gateway) {
    this.#variables = variables;
    this.#gateway = gateway;
    variables.persistent = false;
    this.#subscription = gateway.onDidChange(() => gateway.run ?? this.#forget());
  }

  /** Only in terminals of the folder whose calls are recorded, where several are open. */
  use(): void {
    const { run } = this.#gateway;
    if (run === null) return;
    const several = (vscode.workspace.workspaceFolders ?? []).length > 1;
    const workspaceFolder = several ? vscode.workspace.getWorkspaceFolder(run.folder.uri) : undefined;
    const variables =
      workspaceFolder === undefined ? this.#variables : this.#variables.getScoped({ workspaceFolder });
    variables.description = new vscode.MarkdownString(sayOfGateway.terminalDescription(run.listening.port));
    for (const [name, value] of Object.entries(run.listening.environment))
      // Spans go where the program sends them: taking them away from there is for the person to decide.
      if (!name.startsWith('OTEL_')) variables.replace(name, value);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#forget();
  }

  #forget(): void {
    this.#variables.clear();
    for (const workspaceFolder of vscode.workspace.workspaceFolders ?? [])
      this.#variables.getScoped({ workspaceFolder }).clear();
  }
}
