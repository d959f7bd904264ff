import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { AnalyzerThread, Outcome } from '../../host/analyzer.ts';
import type { StagedCheck } from '../../host/gate/staged.ts';
import { changeWords, verdict, type GateReport } from '../../report/gateReport.ts';
import { Places } from '../../report/place.ts';
import { pullRequestReport } from '../../report/pullRequest.ts';
import { commandIds } from '../commandIds.ts';
import { sayOfGate } from '../gateSentences.ts';
import { say } from '../sentences.ts';
import { repositoriesOf, repositoryAround, type Repository } from '../workspaces.ts';

/** What the source control view hands over about the repository whose button was pressed. */
interface Source {
  readonly rootUri?: vscode.Uri;
}

/** Holds what is staged to the budgets and rules, as the hook does, and says in one sentence for each repository what comes of it. */
export function checkStaged(thread: AnalyzerThread): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.checkStaged, async (source?: Source) => {
    if (!vscode.workspace.isTrusted) return askForTrust();
    if (!vscode.workspace.workspaceFolders) return void vscode.window.showInformationMessage(say.noFolder);
    const repositories = meant(vscode.workspace.workspaceFolders, source?.rootUri);
    if (repositories.length === 0) return void vscode.window.showInformationMessage(sayOfGate.noRepository);
    const told = (await asked(repositories, thread)).map(({ root, outcome }) => {
      const message = messageOf(outcome);
      return repositories.length > 1
        ? { ...message, text: sayOfGate.in(basename(root), message.text) }
        : message;
    });
    // of many messages at once VS Code shows the first three
    for (const weight of ['error', 'warning', 'information'] as const)
      for (const message of told) if (message.weight === weight) void show(message);
  });
}

interface Message {
  readonly weight: 'error' | 'warning' | 'information';
  readonly text: string;
  /** A page with more than the text; `null` where there is no more to say. */
  readonly report: (() => string) | null;
}

/**
 * The repository whose button was pressed, which may be a submodule. Without one, those of the open folders; where the
 * document in front stands in a repository inside one of them, that one too, and first.
 */
function meant(folders: readonly vscode.WorkspaceFolder[], pressed: vscode.Uri | undefined): Repository[] {
  const all = repositoriesOf(folders);
  const front = vscode.window.activeTextEditor?.document.uri;
  const inside = front && vscode.workspace.getWorkspaceFolder(front) ? front : undefined;
  const named = pressed ?? inside;
  const found = named === undefined ? null : repositoryAround(named);
  if (found === null) return all;
  const same = all.find(({ root }) => root === found.root) ?? found;
  return pressed === undefined ? [same, ...all.filter(({ root }) => root !== same.root)] : [same];
}

async function askForTrust(): Promise<void> {
  const answer = await vscode.window.showWarningMessage(sayOfGate.untrusted, sayOfGate.manageTrust);
  if (answer === sayOfGate.manageTrust) await vscode.commands.executeCommand('workbench.trust.manage');
}

/** In a thread of its own, so that lenses go on meanwhile and cancelling is ending it: what is cancelled is not told. */
function asked(repositories: readonly Repository[], thread: AnalyzerThread): Thenable<Checked[]> {
  const location = vscode.ProgressLocation.Notification;
  const title = sayOfGate.checking(repositories.map(({ root }) => basename(root)).join(', '));
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    const checker = thread.another({ patience: null });
    const cancelling = token.onCancellationRequested(() => checker.dispose());
    const checked: Checked[] = [];
    for (const { root, folder } of repositories) {
      const outcome = await checker.ask('check', { kind: 'checkStaged', folder });
      if (outcome.kind === 'superseded') break;
      checked.push({ root, outcome });
    }
    cancelling.dispose();
    checker.dispose();
    return checked;
  });
}

interface Checked {
  readonly root: string;
  readonly outcome: Told;
}

type Told = Exclude<Outcome<StagedCheck>, { readonly kind: 'superseded' }>;

function messageOf(outcome: Told): Message {
  const failed = (text: string): Message => ({ weight: 'error', text, report: null });
  if (outcome.kind === 'failed') return failed(sayOfGate.failed(outcome.why));
  const check = outcome.value;
  if (check.kind === 'refused') return failed(sayOfGate.refusal(check.why, check.detail));
  if (check.kind === 'bad-configuration') return failed(sayOfGate.badConfiguration(check.problem));
  if (check.kind === 'bad-baseline') return failed(sayOfGate.badBaseline(check.path, check.why));
  const { report, budgets, change, old, partial } = check;
  const gate: GateReport = { budgets, change, failing: check.failing };
  const failure = verdict(report, gate, new Places(report));
  const page = (): string => pullRequestReport(report, gate);
  if (failure !== null) return { weight: 'warning', text: sayOfGate.refused(failure), report: page };
  const isEmpty = change.changes.length === 0 && report.findings.length === 0 && report.unread.length === 0;
  return isEmpty
    ? { weight: 'information', text: sayOfGate.nothing(old), report: null }
    : { weight: 'information', text: sayOfGate.passed(changeWords(change), partial), report: page };
}

async function show({ weight, text, report }: Message): Promise<void> {
  const { window } = vscode;
  const telling = {
    error: window.showErrorMessage,
    warning: window.showWarningMessage,
    information: window.showInformationMessage,
  }[weight];
  const answer = await telling(text, ...(report === null ? [] : [sayOfGate.show, sayOfGate.copy]));
  if (report === null || answer === undefined) return;
  const content = report();
  if (answer === sayOfGate.show)
    await window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  if (answer !== sayOfGate.copy) return;
  await vscode.env.clipboard.writeText(content);
  window.setStatusBarMessage(say.copied, 3000);
}
