import * as vscode from 'vscode';
import type { AnalyzerThread, Outcome } from '../host/analyzer.ts';
import { largestFile } from '../host/largestFile.ts';
import type { Metering } from '../core/report.ts';
import { editsOf, lengthOf } from './convert.ts';
import type { OpenDocument } from './around.ts';
import { sameStandings } from './budgetStandings.ts';
import { isFresh, newEntry, slotOf, wasReadInVain, type Entry } from './documentEntry.ts';
import { Folders } from './folders.ts';
import { checked, type Known, knownFrom, moved } from './known.ts';
import type { Settings } from './settings.ts';
import { kindOfDocument, placeOf } from './workspaces.ts';

/** Milliseconds without a keystroke before a changed document is analyzed again. */
const pause = 150;

/** How often the text is asked about for one who needs a fresh answer: a thread that fails gives none. */
const mostAsked = 5;

/**
 * What is known of each open document. The last known answer is there at once, moved along with what was typed since;
 * one event, fired when newer numbers have arrived, is what the surfaces listen to. What the rules find comes a moment
 * after the numbers, and has an event of its own.
 */
export class Documents implements vscode.Disposable {
  readonly #thread: AnalyzerThread;
  readonly #folders: Folders;
  readonly #entries = new Map<string, Entry>();
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #checked = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #rebudgeted = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #reloaded = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChange = this.#changed.event;
  readonly onDidCheck = this.#checked.event;
  /** Other budgets hold than those that were shown with the numbers. */
  readonly onDidRebudget = this.#rebudgeted.event;
  /** Nothing that was known of folders holds any more. */
  readonly onDidReload = this.#reloaded.event;

  constructor(thread: AnalyzerThread, settings: Settings) {
    this.#thread = thread;
    this.#folders = new Folders(thread, settings);
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument((event) => this.#typed(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#saved(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.reload()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reload()),
      settings.onDidChange(() => this.reload()),
    ];
  }

  /** The last known answer; `null` until the first has come, which this starts. */
  known(document: vscode.TextDocument): Known | null {
    return this.#entry(document)?.known ?? null;
  }

  /** The same, but waits for the first. `null` when the document is not one we read, or was closed. */
  async whenKnown(document: vscode.TextDocument): Promise<Known | null> {
    const entry = this.#entry(document);
    if (!entry) return null;
    return entry.known ?? new Promise((resolve) => entry.waiting.push(resolve));
  }

  /** What is known of the text as it stands now, for what must not be done to another one. */
  async whenFresh(document: vscode.TextDocument): Promise<Known | null> {
    const entry = this.#entry(document);
    if (!entry) return null;
    if (entry.known === null) return this.whenKnown(document);
    // Where a newer question went first there is an answer to wait for still.
    for (let asked = 0; asked < mostAsked && this.#isOpen(entry) && !isFresh(entry); asked++) {
      if (entry.timer) clearTimeout(entry.timer);
      await this.#analyze(entry);
    }
    return entry.known;
  }

  /** The open documents of which something is known. */
  open(): readonly OpenDocument[] {
    return [...this.#entries.values()].flatMap(({ document, place, known }) =>
      known === null ? [] : [{ document, place, known }],
    );
  }

  /** Opens the folder around an address, for questions about it; gives the key to ask by. */
  openFolder(uri: vscode.Uri): string {
    return this.#folders.open(uri);
  }

  /** Files that were read for other files' prompts have changed. */
  stale(key: string, paths: readonly string[]): void {
    const named = new Set(paths);
    for (const entry of this.#entries.values())
      if (entry.place.key === key && named.has(entry.place.path)) this.#schedule(entry);
  }

  /** Settings, trust, folders or a folder's configuration changed: everything is asked again. */
  reload(): void {
    this.#folders.close();
    this.#reloaded.fire();
    for (const { document, known, waiting, ...entry } of [...this.#entries.values()]) {
      if (entry.timer) clearTimeout(entry.timer);
      this.#entries.delete(document.uri.toString());
      const anew = this.#entry(document);
      if (anew) anew.known = known;
      for (const resolve of anew ? [] : waiting) resolve(known);
      anew?.waiting.push(...waiting);
    }
  }

  dispose(): void {
    for (const entry of [...this.#entries.values()]) this.#drop(entry);
    vscode.Disposable.from(
      ...this.#subscriptions,
      this.#changed,
      this.#checked,
      this.#rebudgeted,
      this.#reloaded,
    ).dispose();
  }

  /** `null` for a document that is not one we read, or was closed. */
  #entry(document: vscode.TextDocument): Entry | null {
    const name = document.uri.toString();
    const found = this.#entries.get(name);
    if (found?.document === document) return found;
    const kind = document.isClosed ? null : kindOfDocument(document);
    if (kind === null) return null;
    const entry = newEntry(document, kind, placeOf(document));
    this.#entries.set(name, entry);
    this.openFolder(document.uri);
    void this.#analyze(entry);
    return entry;
  }

  #typed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.#entries.get(document.uri.toString());
    if (!entry || contentChanges.length === 0 || wasReadInVain(entry)) return;
    const changes = editsOf(contentChanges);
    entry.edits.push({ version: document.version, changes });
    if (entry.known) entry.known = moved(entry.known, changes);
    this.#schedule(entry);
  }

  #saved(document: vscode.TextDocument): void {
    const entry = this.#entries.get(document.uri.toString());
    if (entry && wasReadInVain(entry)) void this.#analyze(entry);
  }

  #schedule(entry: Entry): void {
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void this.#analyze(entry), pause);
  }

  async #analyze(entry: Entry): Promise<void> {
    const { key, path } = entry.place;
    const { version } = entry.document;
    entry.length = lengthOf(entry.document);
    // A huge file of data is not even sent over: it would be refused there, and is nothing that anybody misses here.
    if (entry.kind === 'perhaps' && entry.length > largestFile) return this.#takeNone(entry);
    this.#thread.setBuffer(key, path, entry.document.getText());
    const slot = slotOf(entry);
    const outcome = await this.#thread.ask(slot, { kind: 'meter', key, path });
    if (!this.#isOpen(entry)) return;
    this.#take(entry, outcome, version);
    if (outcome.kind === 'answer') await this.#check(entry, version);
  }

  /** In the slot of the numbers: those of a newer text go first, and findings of the older one are not asked for then. */
  async #check(entry: Entry, version: number): Promise<void> {
    const { key, path } = entry.place;
    const outcome = await this.#thread.ask(slotOf(entry), { kind: 'check', key, path });
    if (!this.#isOpen(entry) || entry.known === null || outcome.kind === 'superseded') return;
    if (outcome.kind === 'answer') {
      const since = entry.edits.filter((edit) => edit.version > version).flatMap(({ changes }) => changes);
      const before = entry.known.budgets;
      entry.known = checked(entry.known, outcome.value, since);
      entry.isChecked = true;
      if (!sameStandings(before, entry.known.budgets)) this.#rebudgeted.fire(entry.document);
    } else {
      entry.known = { ...entry.known, unread: outcome.why };
      this.#changed.fire(entry.document);
    }
    this.#checked.fire(entry.document);
  }

  #isOpen(entry: Entry): boolean {
    return this.#entries.get(entry.document.uri.toString()) === entry;
  }

  #take(entry: Entry, outcome: Outcome<Metering>, version: number): void {
    if (outcome.kind === 'superseded') return;
    if (outcome.kind === 'answer') {
      entry.edits = entry.edits.filter((edit) => edit.version > version);
      const known = knownFrom(outcome.value, entry.place.path);
      const now = entry.edits.reduce((at, { changes }) => moved(at, changes), known);
      const { findings = [], budgets = [] } = entry.known ?? {};
      entry.known = { ...now, findings, budgets };
      entry.isChecked = false;
    } else {
      entry.known = { ...(entry.known ?? knownFrom(null, entry.place.path)), unread: outcome.why };
    }
    for (const resolve of entry.waiting.splice(0)) resolve(entry.known);
    this.#changed.fire(entry.document);
  }

  #takeNone(entry: Entry): void {
    entry.known = knownFrom(null, entry.place.path);
    entry.isChecked = true;
    for (const resolve of entry.waiting.splice(0)) resolve(entry.known);
    this.#changed.fire(entry.document);
    this.#checked.fire(entry.document);
  }

  #forget(document: vscode.TextDocument): void {
    const entry = this.#entries.get(document.uri.toString());
    if (!entry) return;
    this.#drop(entry);
    this.#thread.setBuffer(entry.place.key, entry.place.path, null);
  }

  #drop(entry: Entry): void {
    if (entry.timer) clearTimeout(entry.timer);
    this.#entries.delete(entry.document.uri.toString());
    for (const resolve of entry.waiting.splice(0)) resolve(entry.known);
  }
}
