import * as vscode from 'vscode';
import { comparePrompts, type PromptChange } from '../core/changes/compare.ts';
import type { MeteredPrompt } from '../core/report.ts';
import type { AnalyzerThread } from '../host/analyzer.ts';
import type { NoCommit, ToldSince } from '../host/committed/committed.ts';
import type { Standing } from '../host/gate/standings.ts';
import type { Documents } from './documents.ts';

/** Milliseconds of quiet before a folder is compared anew: a commit touches several files, and a branch many. */
const pause = 300;

/** What became of the prompts of a folder since its last commit. */
export interface FolderChanges {
  readonly since: ToldSince;
  readonly changes: readonly PromptChange[];
}

/**
 * What prompts were at the last commit, beside what they are as they are typed. The thread tells the former once for each
 * commit; the latter is what is known of the open documents anyway, so that a keystroke asks nothing more.
 */
export class Since implements vscode.Disposable {
  readonly #documents: Documents;
  readonly #thread: AnalyzerThread;
  /** Folder → what was told. */
  readonly #told = new Map<string, ToldSince | NoCommit>();
  /** What follows from that, until something changes. */
  readonly #changes = new Map<string, FolderChanges>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(documents: Documents, thread: AnalyzerThread) {
    this.#documents = documents;
    this.#thread = thread;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      documents.onDidChange((document) => this.#heard(document)),
      documents.onDidReload(() => this.#forget()),
      vscode.workspace.onDidCloseTextDocument(() => this.again()),
    );
  }

  /** What the thread has to tell of a folder. */
  take(key: string, since: ToldSince | NoCommit): void {
    this.#told.set(key, since);
    this.#changes.delete(key);
    this.#changed.fire();
  }

  /** Compares a folder when there is nothing else to do; git is not run where nobody trusts the folder. */
  want(key: string): void {
    if (!vscode.workspace.isTrusted) return;
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => this.#thread.compareWithCommit(key), pause),
    );
  }

  /** Files have changed, or commits: what is compared is compared anew. */
  again(): void {
    for (const key of this.#told.keys()) this.want(key);
  }

  /** `null` where nothing can be compared, or is not yet. */
  of(key: string): FolderChanges | null {
    const since = this.#told.get(key);
    if (since?.kind !== 'since') return null;
    const known = this.#changes.get(key) ?? { since, changes: this.#compare(key, since) };
    this.#changes.set(key, known);
    return known;
  }

  /** Why a folder is compared with nothing; `null` where it is compared, or it is not known yet. */
  refusalOf(key: string): NoCommit | null {
    const told = this.#told.get(key);
    return told?.kind === 'none' ? told : null;
  }

  /** How the prompts that are compared stand to their budgets, as they were when last checked. */
  standings(key: string): readonly Standing[] {
    const open = this.#documents.open().filter(({ place }) => place.key === key);
    const told = this.#told.get(key);
    return [...open.flatMap(({ known }) => known.budgets), ...(told?.kind === 'since' ? told.budgets : [])];
  }

  /** What became of a prompt of an open document; `null` where nothing did, and for all that a new file has. */
  changeOf(
    document: vscode.TextDocument,
    id: string,
  ): { readonly change: PromptChange; readonly base: string } | null {
    const place = this.#documents.open().find((one) => one.document === document)?.place;
    const folder = place === undefined ? null : this.of(place.key);
    if (place === undefined || folder === null) return null;
    const { since, changes } = folder;
    const change = changes.find(({ now }) => now?.id === id);
    if (change === undefined || (change.kind === 'added' && since.covered.get(place.path) !== true))
      return null;
    return { change, base: since.base };
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  #heard(document: vscode.TextDocument): void {
    const open = this.#documents.open().find((one) => one.document === document);
    if (open === undefined) return;
    const { key, path } = open.place;
    this.#changes.delete(key);
    const told = this.#told.get(key);
    if (told?.kind === 'none') return;
    if (told === undefined || !(told.covered.has(path) || told.aside.has(path))) this.want(key);
  }

  #forget(): void {
    this.#told.clear();
    this.#changes.clear();
    this.#changed.fire();
  }

  #compare(
    key: string,
    { before, others, renamed, covered, closed, parts }: ToldSince,
  ): readonly PromptChange[] {
    const open = this.#documents.open().filter(({ place }) => place.key === key && covered.has(place.path));
    const here = new Set(open.map(({ place }) => place.path));
    const now = [
      ...open.flatMap(({ known }) => known.prompts.map((prompt) => within(prompt, parts))),
      ...others.prompts.filter(({ path }) => !here.has(path)),
    ];
    // a document that was closed meanwhile is not gone: nothing is known of it now
    const unknown = [...covered.keys()].filter((path) => !here.has(path) && !closed.has(path));
    const then = new Set(unknown.map((path) => renamed.get(path) ?? path));
    return comparePrompts(
      now,
      before.prompts.filter(({ path }) => !then.has(path)),
      renamed,
    );
  }
}

/** With the prompt of another file that it is a part of, which an open document does not tell by itself. */
function within(prompt: MeteredPrompt, parts: ReadonlyMap<string, string>): MeteredPrompt {
  return prompt.partOf === null ? { ...prompt, partOf: parts.get(prompt.id) ?? null } : prompt;
}
