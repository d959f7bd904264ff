import * as vscode from 'vscode';
import type { AnalyzerThread } from '../../host/analyzer.ts';
import type { DashboardAction, DashboardPage, FromPage } from '../../webview/protocol.ts';
import { commandIds } from '../commandIds.ts';
import { currencyOf } from '../currencyOf.ts';
import { rangeIds, spanOf, type RangeId } from '../dashboardDays.ts';
import { dashboardPage } from '../dashboardPage.ts';
import { sayOfDashboard } from '../dashboardSentences.ts';
import type { Documents } from '../documents.ts';
import type { Gateway } from '../gateway.ts';
import { sayOfGateway } from '../gatewaySentences.ts';
import type { Ledger } from '../ledger.ts';
import { pickLedgerFolder, type LedgerFolder } from '../ledgerFolder.ts';
import { Page } from '../page.ts';
import { knowPrompts } from '../knowPrompts.ts';
import { say } from '../sentences.ts';
import { showPromptOf } from '../showPromptOf.ts';

interface Parts {
  readonly extension: vscode.Uri;
  readonly ledger: Ledger;
  readonly gateway: Gateway;
  readonly documents: Documents;
  readonly thread: AnalyzerThread;
  /** Where it is kept which time was looked at last. */
  readonly state: vscode.Memento;
}

const rangeKey = 'promptmeter.dashboard.range';

/** The page about what was really spent, which keeps up with what is recorded while it is open. */
export function openDashboard(parts: Parts): vscode.Disposable {
  const dashboard = new Dashboard(parts);
  return vscode.Disposable.from(
    dashboard,
    vscode.commands.registerCommand(commandIds.openDashboard, () => dashboard.open()),
  );
}

class Dashboard implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #page: Page;
  readonly #subscriptions: vscode.Disposable;
  #folder: LedgerFolder | null = null;
  /** What was drawn last of this folder. */
  #shown: DashboardPage | null = null;
  #range: RangeId;
  #drawing: Promise<void> | null = null;
  #isStale = false;
  /** Folders that were read to know their prompts, each once while the page is open. */
  readonly #known = new Set<string>();

  constructor(parts: Parts) {
    const { extension, ledger, gateway, state } = parts;
    this.#parts = parts;
    this.#range = rangeIds.find((id) => id === state.get(rangeKey)) ?? '7d';
    this.#page = new Page(extension, 'promptmeter.dashboard', vscode.ViewColumn.Active);
    this.#subscriptions = vscode.Disposable.from(
      this.#page,
      this.#page.onDidSay((said) => void this.#hear(said)),
      this.#page.onDidClose(() => {
        this.#folder = null;
        this.#shown = null;
        this.#known.clear();
      }),
      ledger.onDidChange((root) => root === this.#folder?.root && this.#refresh()),
      gateway.onDidChange(() => this.#refresh()),
    );
  }

  async open(): Promise<void> {
    const folder = await pickLedgerFolder(sayOfGateway.whichFolder);
    if (folder === null) return;
    if (folder.root !== this.#folder?.root) this.#shown = null;
    this.#folder = folder;
    const blank = { kind: 'nothing', title: sayOfDashboard.title(folder.name), why: '' } as const;
    this.#page.open(this.#shown ?? blank, sayOfDashboard.tab);
    this.#refresh();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** One drawing at a time: while a large ledger is read, whatever changes is shown by the next one. */
  #refresh(): void {
    this.#isStale = true;
    if (this.#drawing !== null || this.#folder === null) return;
    this.#drawing = this.#draw().finally(() => {
      this.#drawing = null;
      if (this.#isStale) this.#refresh();
    });
  }

  async #draw(): Promise<void> {
    const folder = this.#folder;
    if (folder === null) return;
    this.#isStale = false;
    const { ledger, gateway } = this.#parts;
    const { root, name } = folder;
    const [now, range] = [Date.now(), this.#range];
    const [told, currency] = await Promise.all([
      ledger.ask(root, { kind: 'dashboard', span: spanOf(range, now), now }),
      currencyOf(folder, 'currency of the dashboard', this.#parts),
    ]);
    if (folder !== this.#folder) return;
    const { run } = gateway;
    const shown = dashboardPage(told, {
      ...{ name, range, currency, path: ledger.pathOf(root) ?? '' },
      gateway: run === null ? null : { port: run.listening.port, folder: run.folder.name, tally: run.tally },
    });
    this.#shown = shown;
    this.#page.update(shown, sayOfDashboard.tab);
    if (told?.unattributed.some(({ why }) => why === 'no-prompt') === true) void this.#know(folder);
  }

  /** What was sent may stand in a file that nobody has opened. */
  async #know(folder: LedgerFolder): Promise<void> {
    if (this.#known.has(folder.root) || !vscode.workspace.isTrusted) return;
    this.#known.add(folder.root);
    if (await knowPrompts(folder, this.#parts, false)) this.#refresh();
  }

  async #hear(said: FromPage): Promise<void> {
    const folder = this.#folder;
    if (folder === null) return;
    if (said.kind === 'range') this.#choose(said.range);
    if (said.kind === 'act') await this.#act(said.action, folder);
    if (said.kind === 'goToPrompt') await showPromptOf(folder, said.id, this.#parts.documents);
    if (said.kind !== 'copy') return;
    await vscode.env.clipboard.writeText(said.markdown);
    vscode.window.setStatusBarMessage(say.copied, 4000);
  }

  #choose(range: string): void {
    const known = rangeIds.find((id) => id === range);
    if (known === undefined) return;
    this.#range = known;
    void this.#parts.state.update(rangeKey, known);
    this.#refresh();
  }

  async #act(action: DashboardAction, folder: LedgerFolder): Promise<void> {
    const commands: Readonly<Partial<Record<DashboardAction, string>>> = {
      startGateway: commandIds.startGateway,
      stopGateway: commandIds.stopGateway,
      copyEnvironment: commandIds.copyGatewayEnvironment,
      import: commandIds.importUsageLog,
    };
    const command = commands[action];
    if (command !== undefined) await vscode.commands.executeCommand(command);
    if (action === 'showAll') this.#choose('all');
    if (action === 'docs') await this.#showDocs();
    if (action !== 'readWorkspace') return;
    if (await knowPrompts(folder, this.#parts, true)) this.#refresh();
  }

  async #showDocs(): Promise<void> {
    const uri = vscode.Uri.joinPath(this.#parts.extension, 'dist', 'docs', 'ledger.md');
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }
}
