import { existsSync, statSync, watch, type FSWatcher } from 'node:fs';
import { dirname, basename } from 'node:path';
import * as vscode from 'vscode';
import { dataFolder } from '../host/dataFolder.ts';
import { isFault, type Fault } from '../ledger/fault.ts';
import { deleteLedger } from '../ledger/prune.ts';
import { LedgerThread } from '../ledger/thread/ledgerThread.ts';
import type { LedgerAnswers, LedgerKind, LedgerQuestion } from '../ledger/thread/messages.ts';
import { ledgerPath } from '../ledger/where.ts';
import type { Trouble } from './trouble.ts';

/** Milliseconds after a change before it is told of: while calls come in, many follow each other. */
const pause = 500;
/** The same as a multiple of what the last answer took, so that a large ledger that grows keeps no processor busy. */
const restFactor = 10;
/** Milliseconds after which a change is told of, however long answers take. */
const longestPause = 30_000;
const idleAfter = 5 * 60_000;

/**
 * The ledgers of the folders that are open: the only place of the editor that has them read. Other programs write them,
 * and other windows; whoever shows something of them listens to `onDidChange`. Where they stand is told by the person's
 * own environment, never by the workspace, so that they are read in Restricted Mode as well.
 */
export class Ledger implements vscode.Disposable {
  readonly #thread: LedgerThread;
  readonly #trouble: Trouble;
  /** Root → where its ledger stands, and how it was when it was last looked at. */
  readonly #places = new Map<string, { readonly path: string; stamp: string }>();
  readonly #changed = new vscode.EventEmitter<string>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #watcher: FSWatcher | null = null;
  #timer: NodeJS.Timeout | null = null;
  #lastTook = 0;
  /** Tells the root of the folder whose ledger changed, came or went. */
  readonly onDidChange = this.#changed.event;

  /** @param script the bundle of the thread that reads. */
  constructor(script: string, trouble: Trouble) {
    this.#thread = new LedgerThread({ script, idleAfter });
    this.#trouble = trouble;
    this.#subscriptions = [
      // Where the folder of the ledgers is not there yet, or cannot be watched.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.look()),
      vscode.workspace.onDidSaveTextDocument(() => this.look()),
    ];
  }

  /** Where the ledger of a folder stands, whether it is there or not; `null` where there is no place for one. */
  pathOf(root: string): string | null {
    const known = this.#places.get(root);
    if (known !== undefined) return known.path;
    const data = dataFolder(process.env);
    if (data === null || !existsSync(root)) return null;
    const path = ledgerPath(data, root);
    this.#places.set(root, { path, stamp: stampOf(path) });
    this.#watch(dirname(path));
    return path;
  }

  has(root: string): boolean {
    const path = this.pathOf(root);
    return path !== null && existsSync(path);
  }

  /** `null` where there is no ledger, or it cannot be read; then that was said. Nothing is loaded where there is none. */
  async ask<K extends LedgerKind>(
    root: string,
    question: LedgerQuestion & { readonly kind: K },
  ): Promise<LedgerAnswers[K]['gives'] | null> {
    const path = this.pathOf(root);
    if (path === null || !existsSync(path)) return null;
    const begun = performance.now();
    const answer = await this.#thread.ask<K>(path, question);
    this.#lastTook = performance.now() - begun;
    if (!isFault(answer)) return answer;
    // One that went between two looks, or is written by others for a while, is asked again with the next change.
    if (answer.why !== 'missing' && answer.why !== 'busy') this.#trouble.ledger(answer);
    return null;
  }

  /** Whoever changes a ledger from here may say so, where nobody watches its folder yet. */
  look(): void {
    for (const [root, place] of this.#places) {
      const stamp = stampOf(place.path);
      if (stamp === place.stamp) continue;
      place.stamp = stamp;
      this.#changed.fire(root);
    }
    const [first] = this.#places.values();
    if (first !== undefined) this.#watch(dirname(first.path));
  }

  /** Deletes the ledger of a folder, and what SQLite keeps beside it. @returns `null` when it is gone. */
  async delete(root: string): Promise<Fault | null> {
    const path = this.pathOf(root);
    if (path === null) return null;
    await this.#thread.letGo();
    const problem = deleteLedger(path);
    this.look();
    return problem;
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#watcher?.close();
    this.#thread.dispose();
    vscode.Disposable.from(...this.#subscriptions, this.#changed).dispose();
  }

  /** All ledgers stand in one folder. */
  #watch(folder: string): void {
    if (this.#watcher !== null || !existsSync(folder)) return;
    try {
      this.#watcher = watch(folder, { persistent: false }, (_event, name) => this.#stirred(name));
    } catch {
      // A system that watches no more folders: then it is looked at when the window is, and when something is saved.
      return;
    }
    this.#watcher.on('error', () => {
      this.#watcher?.close();
      this.#watcher = null;
    });
  }

  #stirred(name: string | null): void {
    const ours = [...this.#places.values()].some(({ path }) => name?.startsWith(basename(path)) ?? true);
    if (!ours || this.#timer !== null) return;
    const wait = Math.min(Math.max(pause, this.#lastTook * restFactor), longestPause);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.look();
    }, wait);
  }
}

/** Of the file and of the one beside it that SQLite writes first; empty where there is none. */
function stampOf(path: string): string {
  return [path, `${path}-wal`]
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((stat) => (stat === undefined || stat.size === 0 ? '' : `${stat.ino} ${stat.size} ${stat.mtimeMs}`))
    .join(';');
}
