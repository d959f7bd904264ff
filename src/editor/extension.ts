import * as vscode from 'vscode';
import { AnalyzerThread } from '../host/analyzer.ts';
import { changedPrompts } from './changedPrompts.ts';
import { checkStaged } from './commands/checkStaged.ts';
import { compareModels } from './commands/compareModels.ts';
import { compressPrompt } from './commands/compressPrompt.ts';
import { countSelection } from './commands/countSelection.ts';
import { countWithProvider } from './commands/countWithProvider.ts';
import { goToPrompt } from './commands/goToPrompt.ts';
import { manageScorers } from './commands/manageScorers.ts';
import { openExample } from './commands/openExample.ts';
import { pickDefaultModel } from './commands/pickDefaultModel.ts';
import { pickModel } from './commands/pickModel.ts';
import { rules } from './commands/rules.ts';
import { scan } from './commands/scan.ts';
import { setProviderKey } from './commands/setProviderKey.ts';
import { show } from './commands/show.ts';
import { showCacheMap } from './commands/showCacheMap.ts';
import { showChange } from './commands/showChange.ts';
import { CommittedDocuments } from './committedDocuments.ts';
import { compressAction } from './compressAction.ts';
import { Compressing } from './compressing.ts';
import { Documents } from './documents.ts';
import { fileDecorations } from './fileDecorations.ts';
import { findings } from './findings.ts';
import { fixes } from './fixes.ts';
import { hovers } from './hovers.ts';
import { inlays } from './inlays.ts';
import { Ledger } from './ledger.ts';
import { ledgerSurfaces } from './ledgerSurfaces.ts';
import { lenses } from './lenses.ts';
import { Measured } from './measured.ts';
import { promptContext } from './promptContext.ts';
import { ProviderKeys } from './providerKeys.ts';
import { Scorers } from './scorers.ts';
import { SelectionCounter } from './selection.ts';
import { Settings } from './settings.ts';
import { Since } from './since.ts';
import { statusBar } from './statusBar.ts';
import { Trouble } from './trouble.ts';
import { watch } from './watch.ts';
import { watchGit } from './watchGit.ts';

export function activate(context: vscode.ExtensionContext): void {
  const [trouble, settings] = [new Trouble(), new Settings()];
  const thread = new AnalyzerThread({
    script: vscode.Uri.joinPath(context.extensionUri, 'dist', 'worker.js').fsPath,
    idleAfter: 5 * 60_000,
    patience: 30_000,
    onStale: (key, paths) => documents.stale(key, paths),
    onSince: (key, told) => since.take(key, told),
    onConfiguration: (key, problem) => trouble.configuration(key, problem),
    onCrash: (why, stopped) => trouble.crashed(why, stopped, () => thread.restart()),
  });
  const documents = new Documents(thread, settings);
  const since = new Since(documents, thread);
  const committed = new CommittedDocuments(thread);
  const selection = new SelectionCounter(thread, documents, settings);
  const ledger = new Ledger(vscode.Uri.joinPath(context.extensionUri, 'dist', 'ledger.js').fsPath, trouble);
  const measured = new Measured(ledger, documents, settings, thread);
  const tellers = { documents, since, measured };
  const keys = new ProviderKeys(context, process.env);
  const scorers = new Scorers(settings, process.env);
  const compressing = new Compressing(thread);
  context.subscriptions.push(
    trouble,
    settings,
    thread,
    documents,
    since,
    committed,
    ledger,
    measured,
    watch(documents, thread),
    watchGit(() => {
      since.again();
      committed.again();
    }),
    lenses(tellers, settings),
    inlays(tellers, settings),
    hovers(tellers, settings),
    findings(documents, settings),
    fixes(documents, settings),
    rules(context.extensionUri, documents, settings),
    statusBar(documents, selection),
    pickModel(documents, settings, thread),
    pickDefaultModel(settings, thread),
    showCacheMap(context.extensionUri, documents),
    compareModels(context.extensionUri, documents, settings, thread),
    compressing,
    compressPrompt({ extension: context.extensionUri, documents, settings, scorers, compressing }),
    manageScorers(scorers, settings),
    compressAction(documents),
    promptContext(documents),
    show(settings),
    countSelection(selection),
    countWithProvider(documents, thread, keys),
    setProviderKey(keys),
    goToPrompt(documents),
    openExample(context.extensionUri),
    scan(documents, thread),
    checkStaged(thread),
    showChange(since, committed),
    ledgerSurfaces(context, { trouble, settings, thread, documents, ledger }),
    changedPrompts(documents, since),
    fileDecorations(documents, since, settings),
  );
}
