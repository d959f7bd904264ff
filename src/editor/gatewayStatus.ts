import * as vscode from 'vscode';
import { commandIds } from './commandIds.ts';
import type { Gateway } from './gateway.ts';
import { sayOfGateway } from './gatewaySentences.ts';
import { plain } from './markdownText.ts';

/** Calls and spend of the gateway’s run, while it runs. */
export function gatewayStatus(gateway: Gateway): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('promptmeter.gateway', vscode.StatusBarAlignment.Right, 100);
  item.name = sayOfGateway.statusName;
  item.command = commandIds.openDashboard;
  const show = (): void => {
    const { run } = gateway;
    void vscode.commands.executeCommand('setContext', 'promptmeter.gatewayRuns', run !== null);
    if (run === null) return item.hide();
    const { listening, folder, tally, fault, money } = run;
    const text = sayOfGateway.tally(tally, money);
    const said = [
      sayOfGateway.tooltip(listening.port, folder.name),
      fault === null ? sayOfGateway.tooltipTally(tally) : sayOfGateway.fault(fault),
    ];
    item.text = `${fault === null ? '$(broadcast)' : '$(warning)'} ${text}`;
    item.tooltip = tooltip(said);
    item.backgroundColor =
      fault === null ? undefined : new vscode.ThemeColor('statusBarItem.warningBackground');
    const waiting = fault === null ? '' : ` ${sayOfGateway.waiting}.`;
    item.accessibilityInformation = { label: `${sayOfGateway.statusName}: ${text}.${waiting}` };
    item.show();
  };
  show();
  return vscode.Disposable.from(item, gateway.onDidChange(show));
}

function tooltip(said: readonly string[]): vscode.MarkdownString {
  const links = [
    [sayOfGateway.openDashboard, commandIds.openDashboard],
    [sayOfGateway.copy, commandIds.copyGatewayEnvironment],
    [sayOfGateway.stop, commandIds.stopGateway],
  ].map(([title, command]) => `[${title}](command:${command})`);
  const text = new vscode.MarkdownString([...said.map(plain), links.join(' · ')].join('\n\n'));
  text.isTrusted = {
    enabledCommands: [commandIds.openDashboard, commandIds.copyGatewayEnvironment, commandIds.stopGateway],
  };
  return text;
}
