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

/** Holds what is staged to the budgets and rules, as the hook does, and says in one sentence what comes of it. */
export function checkStaged(thread: AnalyzerThread): vscode.Disposable {
  return vscode.commands.registerCommand(commandIds.checkStaged, async (source?: Source) => {
    if (!vscode.workspace.isTrusted) return askForTrust();
    if (!vscode.workspace.workspaceFolders) return void vscode.window.showInformationMessage(say.noFolder);
    const repositories = meant(vscode.workspace.workspaceFolders, source?.rootUri);
    if (repositories.length === 0) return void vscode.window.showInformationMessage(sayOfGate.noRepository);
    for (const repository of repositories) {
      const outcome = await asked(repository, thread);
      if (outcome.kind === 'superseded') return;
      tell(outcome, (sentence) =>
        repositories.length > 1 ? sayOfGate.in(basename(repository.root), sentence) : sentence,
      );
    }
  });
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

/** In a thread of its own, so that lenses go on meanwhile and cancelling is ending it. `superseded` when cancelled. */
function asked({ root, folder }: Repository, thread: AnalyzerThread): Thenable<Outcome<StagedCheck>> {
  const location = vscode.ProgressLocation.Notification;
  const title = sayOfGate.checking(basename(root));
  return vscode.window.withProgress({ location, title, cancellable: true }, async (_, token) => {
    const checker = thread.another({ patience: null });
    const cancelling = token.onCancellationRequested(() => checker.dispose());
    const outcome = await checker.ask('check', { kind: 'checkStaged', folder });
    cancelling.dispose();
    checker.dispose();
    return outcome;
  });
}

function tell(
  outcome: Outcome<StagedCheck> & { kind: 'answer' | 'failed' },
  name: (text: string) => string,
): void {
  const { showErrorMessage: fail } = vscode.window;
  if (outcome.kind === 'failed') return void fail(name(sayOfGate.failed(outcome.why)));
  const check = outcome.value;
  if (check.kind === 'refused') return void fail(name(sayOfGate.refusal(check.why, check.detail)));
  if (check.kind === 'bad-configuration') return void fail(name(sayOfGate.badConfiguration(check.problem)));
  if (check.kind === 'bad-baseline') return void fail(name(sayOfGate.badBaseline(check.path, check.why)));
  void offer(check, name);
}

async function offer(
  { report, budgets, change, failing, old, partial }: StagedCheck & { kind: 'checked' },
  name: (text: string) => string,
): Promise<void> {
  const gate: GateReport = { budgets, change, failing };
  const failure = verdict(report, gate, new Places(report));
  const isEmpty = change.changes.length === 0 && report.findings.length === 0 && report.unread.length === 0;
  if (failure === null && isEmpty)
    return void vscode.window.showInformationMessage(name(sayOfGate.nothing(old)));
  const answer = await (failure === null
    ? vscode.window.showInformationMessage(
        name(sayOfGate.passed(changeWords(change), partial)),
        sayOfGate.show,
        sayOfGate.copy,
      )
    : vscode.window.showWarningMessage(name(sayOfGate.refused(failure)), sayOfGate.show, sayOfGate.copy));
  const content = pullRequestReport(report, gate);
  if (answer === sayOfGate.show)
    await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument({ language: 'markdown', content }),
    );
  if (answer !== sayOfGate.copy) return;
  await vscode.env.clipboard.writeText(content);
  vscode.window.setStatusBarMessage(say.copied, 3000);
}
