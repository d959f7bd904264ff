import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { MeasuredUses } from '../core/prices/measuredUse.ts';
import type { AnalyzerThread } from '../host/analyzer.ts';
import type { Measures } from '../ledger/measures.ts';
import { textOf } from '../ledger/thread/messages.ts';
import { usesOf } from '../ledger/uses.ts';
import type { MeasuredPrompt } from './measuredSentences.ts';
import type { Documents } from './documents.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import { placeOf } from './workspaces.ts';

/** Milliseconds for which costs rest on what was last told: with each call that is recorded all open files would be reckoned anew. */
const tellingPause = 30_000;
/** Milliseconds after which a week is another one, also where nothing was recorded. */
const longestAge = 15 * 60_000;

/** What is known of one ledger. */
interface Asked {
  measures: Measures | null;
  asking: boolean;
  /** Whether the ledger changed while it was asked. */
  again: boolean;
  /** What the analysis was told. */
  told: MeasuredUses;
  telling: NodeJS.Timeout | null;
}

/**
 * What the ledger measured of the prompts of open documents. It learns how they read, so that their calls are known, and
 * tells the analysis what costs and findings rest on. Nothing is asked where there is no ledger, or a setting says so.
 */
export class Measured implements vscode.Disposable {
  readonly #ledger: Ledger;
  readonly #documents: Documents;
  readonly #settings: Settings;
  readonly #thread: AnalyzerThread;
  /** By root. */
  readonly #asked = new Map<string, Asked>();
  /** Address of a document → prompt id → since when it has read as it does. */
  readonly #texts = new Map<string, ReadonlyMap<string, number>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(ledger: Ledger, documents: Documents, settings: Settings, thread: AnalyzerThread) {
    this.#ledger = ledger;
    this.#documents = documents;
    this.#settings = settings;
    this.#thread = thread;
    this.#subscriptions = [
      ledger.onDidChange((root) => this.#ledgerChanged(root)),
      documents.onDidChange((document) => void this.#look(document)),
      settings.onDidChange(() => this.#settingsChanged()),
      // What is saved is what its program will send.
      vscode.workspace.onDidSaveTextDocument((document) => void this.#look(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  /** `null` where nothing was recorded in the last four weeks, or not asked for. */
  of(document: vscode.TextDocument, prompt: string): MeasuredPrompt | null {
    const { root } = placeOf(document);
    const measures = root === null ? null : (this.#asked.get(root)?.measures ?? null);
    if (root === null || measures === null) return null;
    if (Date.now() - measures.to > longestAge) void this.#ask(root);
    const measure = measures.prompts.get(prompt);
    if (measure === undefined) return null;
    return { measure, changedAt: this.#texts.get(document.uri.toString())?.get(prompt) ?? null };
  }

  dispose(): void {
    for (const { telling } of this.#asked.values()) if (telling) clearTimeout(telling);
    vscode.Disposable.from(...this.#subscriptions, this.#changed).dispose();
  }

  async #look(document: vscode.TextDocument): Promise<void> {
    const prompts = this.#documents.known(document)?.prompts ?? [];
    const { root } = placeOf(document);
    if (prompts.length === 0 || root === null || !this.#settings.showsMeasured() || !this.#ledger.has(root))
      return;
    const texts = await this.#ledger.ask(root, {
      kind: 'texts',
      prompts: prompts.map(textOf),
      now: Date.now(),
      learns: !document.isDirty && vscode.workspace.isTrusted,
    });
    if (texts === null || document.isClosed) return;
    const name = document.uri.toString();
    const isSame = isDeepStrictEqual(this.#texts.get(name) ?? new Map(), texts);
    this.#texts.set(name, texts);
    if (!this.#asked.has(root)) await this.#ask(root);
    else if (!isSame) this.#changed.fire();
  }

  /** One that came since its documents were looked at is not asked about yet. */
  #ledgerChanged(root: string): void {
    if (this.#asked.has(root)) return void this.#ask(root);
    for (const document of vscode.workspace.textDocuments)
      if (placeOf(document).root === root) void this.#look(document);
  }

  #settingsChanged(): void {
    if (this.#settings.showsMeasured()) {
      if (this.#asked.size === 0)
        for (const document of vscode.workspace.textDocuments) void this.#look(document);
      return;
    }
    for (const [root, asked] of this.#asked) {
      asked.measures = null;
      this.#tell(root, asked);
    }
    this.#asked.clear();
    this.#changed.fire();
  }

  /** One question at a time; what changes meanwhile is asked for once more. */
  async #ask(root: string): Promise<void> {
    const asked = this.#askedOf(root);
    asked.again = asked.asking;
    if (asked.asking) return;
    asked.asking = true;
    do {
      asked.again = false;
      const measures = await this.#ledger.ask(root, { kind: 'measures', now: Date.now() });
      if (this.#asked.get(root) !== asked) return;
      // One that others hold for a moment tells what it told before.
      asked.measures = measures ?? (this.#ledger.has(root) ? asked.measures : null);
    } while (asked.again);
    asked.asking = false;
    this.#changed.fire();
    asked.telling ??= setTimeout(
      () => {
        asked.telling = null;
        this.#tell(root, asked);
      },
      asked.told.size === 0 ? 0 : tellingPause,
    );
  }

  #askedOf(root: string): Asked {
    const known = this.#asked.get(root);
    if (known !== undefined) return known;
    const asked = { measures: null, asking: false, again: false, told: new Map(), telling: null };
    this.#asked.set(root, asked);
    return asked;
  }

  #tell(root: string, asked: Asked): void {
    const uses: MeasuredUses = asked.measures === null ? new Map() : usesOf(asked.measures);
    if (isDeepStrictEqual(uses, asked.told)) return;
    asked.told = uses;
    this.#thread.setMeasured(root, uses);
  }
}
