import * as vscode from 'vscode';
import { environmentForms } from '../../gateway/environmentForms.ts';
import type { NotStarted, Stopped } from '../../gateway/messages.ts';
import { readUpstream, type Upstream } from '../../gateway/upstreams.ts';
import { commandIds } from '../commandIds.ts';
import type { Gateway, Run } from '../gateway.ts';
import { sayOfGateway } from '../gatewaySentences.ts';
import type { GatewayTerminals } from '../gatewayTerminals.ts';
import type { Ledger } from '../ledger.ts';
import { pickLedgerFolder, type LedgerFolder } from '../ledgerFolder.ts';
import type { Settings } from '../settings.ts';
import type { Trouble } from '../trouble.ts';

interface Parts {
  readonly gateway: Gateway;
  readonly terminals: GatewayTerminals;
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly trouble: Trouble;
}

/** Starts and stops the gateway, and hands out the addresses that lead there. */
export function gatewayCommands(parts: Parts): vscode.Disposable {
  const { gateway, trouble } = parts;
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commandIds.startGateway, () => start(parts, null)),
    vscode.commands.registerCommand(commandIds.stopGateway, () => stop(parts)),
    vscode.commands.registerCommand(commandIds.copyGatewayEnvironment, () => copy(gateway)),
    gateway.onNews((news) => {
      if (news.kind === 'fault') trouble.said(sayOfGateway.fault(news.fault), true);
      if (news.kind === 'mistake') trouble.said(sayOfGateway.mistake(news.why), false);
    }),
    gateway.onDidEnd(async ({ why, run }) => {
      const sentence = sayOfGateway.ended(why);
      trouble.said(sentence, false);
      const answer = await vscode.window.showErrorMessage(sentence, sayOfGateway.startAgain);
      if (answer === sayOfGateway.startAgain) await start(parts, run.listening.port);
    }),
  );
}

/** @param port another one than that of the settings. */
async function start(parts: Parts, port: number | null): Promise<void> {
  const { gateway, ledger, settings } = parts;
  const folder = await pickLedgerFolder(sayOfGateway.whichFolder);
  if (folder === null) return;
  const { run } = gateway;
  if (run !== null) return offer(run, parts, sentenceOf(run, folder));
  if (gateway.isBusy) return;
  const path = ledger.pathOf(folder.root);
  if (path === null) return void vscode.window.showErrorMessage(sayOfGateway.noPlace);
  const upstreams = await upstreamsOf(settings);
  if (upstreams === null) return;
  const chosen = port ?? settings.gateway().port;
  const started = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: sayOfGateway.starting },
    () => gateway.start({ folder, ledger: path, port: chosen, upstreams }),
  );
  if (started.kind !== 'listening') return refused(started, parts);
  if (started.problem !== null) parts.trouble.configuration(folder.uri.toString(), started.problem);
  // The folder of the ledgers may have been made just now.
  ledger.look();
  const running = gateway.run;
  const isLed = settings.gateway().terminals === 'always';
  const sentence = isLed ? sayOfGateway.startedInTerminals : sayOfGateway.started;
  if (running !== null) await offer(running, parts, sentence(started.port));
}

function sentenceOf({ folder, listening }: Run, wanted: LedgerFolder): string {
  return folder.root === wanted.root ? sayOfGateway.runs(listening.port) : sayOfGateway.runsFor(folder.name);
}

/** What can be done with a gateway that runs. */
async function offer(
  { listening }: Run,
  { gateway, terminals, settings }: Parts,
  sentence: string,
): Promise<void> {
  const wanted = settings.gateway().terminals;
  const use = (): void => {
    if (gateway.run?.listening !== listening) return;
    terminals.use();
    void vscode.window.setStatusBarMessage(sayOfGateway.inTerminals, 8000);
  };
  if (wanted === 'always') use();
  const choices = wanted === 'ask' ? [sayOfGateway.useInTerminals, sayOfGateway.alwaysInTerminals] : [];
  const answer = await vscode.window.showInformationMessage(sentence, ...choices, sayOfGateway.copy);
  if (answer === sayOfGateway.copy) return copy(gateway);
  if (answer === sayOfGateway.alwaysInTerminals) await settings.setGatewayTerminals('always');
  if (answer !== undefined) use();
}

async function refused(why: NotStarted, parts: Parts): Promise<void> {
  if (why.kind === 'failed') return void vscode.window.showErrorMessage(sayOfGateway.failed(why.why));
  if (why.kind === 'no-ledger') return void vscode.window.showErrorMessage(sayOfGateway.noLedger(why.fault));
  const answer = await vscode.window.showErrorMessage(
    sayOfGateway.noPort(why.port, why.code),
    sayOfGateway.anyPort,
    sayOfGateway.setPort,
  );
  if (answer === sayOfGateway.anyPort) await start(parts, 0);
  if (answer === sayOfGateway.setPort) await openSetting('promptmeter.gateway.port');
}

/** `null` where one of the settings is wrong; that is said. */
async function upstreamsOf(settings: Settings): Promise<Upstream[] | null> {
  const upstreams: Upstream[] = [];
  for (const [name, address] of settings.gateway().upstreams) {
    const read = readUpstream(`${name}=${String(address)}`);
    if (read.kind === 'upstream') {
      upstreams.push(read.upstream);
      continue;
    }
    const sentence = sayOfGateway.badUpstream(name, read.why);
    const answer = await vscode.window.showErrorMessage(sentence, sayOfGateway.openSettings);
    if (answer === sayOfGateway.openSettings) await openSetting('promptmeter.gateway.upstreams');
    return null;
  }
  return upstreams;
}

function openSetting(name: string): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.openSettings', name);
}

async function stop({ gateway, trouble }: Parts): Promise<void> {
  if (gateway.run === null) return offerToStart();
  const ended = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: sayOfGateway.stopping },
    () => gateway.stop(),
  );
  // The command was run twice, and the other one says how it ended.
  if (ended === null) return;
  const { run, end } = ended;
  if (end.kind !== 'stopped') return void vscode.window.showErrorMessage(sayOfGateway.ended(whyOf(end)));
  const { lost, aside }: Stopped = end;
  if (aside !== null) trouble.said(sayOfGateway.setAside(aside), true);
  if (lost > 0) return void vscode.window.showErrorMessage(sayOfGateway.lost(lost));
  void vscode.window.showInformationMessage(sayOfGateway.stopped(run.tally, run.money));
}

function whyOf(end: NotStarted): string {
  return end.kind === 'failed' ? end.why.replace(/^the gateway /, '') : 'did not answer';
}

async function copy(gateway: Gateway): Promise<void> {
  const { run } = gateway;
  if (run === null) return offerToStart();
  const items = environmentForms.map((form) => ({ label: form.name, form }));
  const picked = await vscode.window.showQuickPick(items, { title: sayOfGateway.copyTitle });
  if (picked === undefined) return;
  await vscode.env.clipboard.writeText(`${picked.form.text(run.listening.environment)}\n`);
  vscode.window.setStatusBarMessage(sayOfGateway.copied, 6000);
}

async function offerToStart(): Promise<void> {
  const answer = await vscode.window.showInformationMessage(sayOfGateway.notRunning, sayOfGateway.start);
  if (answer === sayOfGateway.start) await vscode.commands.executeCommand(commandIds.startGateway);
}
