import * as vscode from 'vscode';
import { moneyIn, type Money } from '../core/prices/money.ts';
import { GatewayProcess } from '../gateway/gatewayProcess.ts';
import type { Listening, News, NotStarted, Stopped, Tally } from '../gateway/messages.ts';
import { nothingYet } from '../gateway/tally.ts';
import type { Upstream } from '../gateway/upstreams.ts';
import type { Fault } from '../ledger/fault.ts';
import { workspaceOf, type LedgerFolder } from './ledgerFolder.ts';
import type { Settings } from './settings.ts';

/** One run of the gateway. */
export interface Run {
  readonly folder: LedgerFolder;
  readonly listening: Listening;
  readonly tally: Tally;
  /** Why calls wait to be recorded; `null` where they do not. */
  readonly fault: Fault | null;
  readonly money: Money;
}

export interface StartOptions {
  readonly folder: LedgerFolder;
  readonly ledger: string;
  readonly port: number;
  readonly upstreams: readonly Upstream[];
}

/** Milliseconds that calls have which are under way when it is stopped. */
const grace = 2000;

/** The gateway of this window: one at a time, in a process that ends with the window. */
export class Gateway implements vscode.Disposable {
  readonly #script: string;
  readonly #settings: Settings;
  readonly #moneyOf: (folder: LedgerFolder) => Promise<Money>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #ended = new vscode.EventEmitter<{ readonly why: string; readonly run: Run }>();
  readonly #news = new vscode.EventEmitter<News>();
  #process: GatewayProcess | null = null;
  #run: Run | null = null;
  #root: string | null = null;
  /** It came up, went, or has recorded something. */
  readonly onDidChange = this.#changed.event;
  /** It ended although nobody asked it to. */
  readonly onDidEnd = this.#ended.event;
  /** Of what goes wrong while it runs. */
  readonly onNews = this.#news.event;

  /** @param script the bundle of its process. @param moneyOf how amounts are told in a folder. */
  constructor(script: string, settings: Settings, moneyOf: (folder: LedgerFolder) => Promise<Money>) {
    this.#script = script;
    this.#settings = settings;
    this.#moneyOf = moneyOf;
  }

  /** `null` where none runs. */
  get run(): Run | null {
    return this.#run;
  }

  /** Whether it runs, or is about to. */
  get isBusy(): boolean {
    return this.#process !== null;
  }

  /** Whether it writes the ledger of a folder, or is about to. */
  writes(root: string): boolean {
    return this.isBusy && this.#root === root;
  }

  async start({ folder, ledger, port, upstreams }: StartOptions): Promise<Listening | NotStarted> {
    const started = new GatewayProcess({
      script: this.#script,
      env: process.env,
      onNews: (news) => this.#hear(started, news),
      onEnded: (why) => this.#gone(started, why),
    });
    this.#process = started;
    this.#root = folder.root;
    const workspace = workspaceOf(folder, this.#settings);
    const answer = await started.start({ workspace, ledger, port, upstreams });
    if (answer.kind !== 'listening') {
      this.#process = null;
      return answer;
    }
    this.#run = { folder, listening: answer, tally: nothingYet, fault: null, money: moneyIn(null) };
    this.#changed.fire();
    const money = await this.#moneyOf(folder);
    if (this.#run !== null) this.#update({ ...this.#run, money });
    return answer;
  }

  /** @returns the run as it ended, with what its process said; `null` where none ran, or somebody else has it stopped. */
  async stop(): Promise<{ readonly run: Run; readonly end: Stopped | NotStarted } | null> {
    const stopping = this.#process;
    if (stopping === null || this.#run === null) return null;
    const end = await stopping.stop(grace);
    // What was under way has been counted meanwhile.
    const run = this.run;
    if (stopping !== this.#process || run === null) return null;
    this.#process = null;
    this.#run = null;
    this.#changed.fire();
    return { run, end };
  }

  dispose(): void {
    this.#process?.dispose();
    vscode.Disposable.from(this.#changed, this.#ended, this.#news).dispose();
  }

  #hear(from: GatewayProcess, news: News): void {
    if (from !== this.#process) return;
    if (news.kind !== 'tally') this.#news.fire(news);
    const run = this.#run;
    if (run === null) return;
    if (news.kind === 'tally') this.#update({ ...run, tally: news.tally, fault: null });
    if (news.kind === 'fault') this.#update({ ...run, fault: news.fault });
  }

  #gone(from: GatewayProcess, why: string): void {
    const run = this.#run;
    if (from !== this.#process) return;
    this.#process = null;
    this.#run = null;
    this.#changed.fire();
    if (run !== null) this.#ended.fire({ why, run });
  }

  #update(run: Run): void {
    this.#run = run;
    this.#changed.fire();
  }
}
