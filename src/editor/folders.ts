import * as vscode from 'vscode';
import type { AnalyzerThread } from '../host/analyzer.ts';
import type { Settings } from './settings.ts';
import { folderOf } from './workspaces.ts';

/** Files read ahead for the calls in them; in a larger folder, who calls a prompt may stay unseen until that file is open. */
const mostReadAhead = 5000;

/** The folders that the thread was told of. */
export class Folders {
  readonly #thread: AnalyzerThread;
  readonly #settings: Settings;
  readonly #opened = new Set<string>();

  constructor(thread: AnalyzerThread, settings: Settings) {
    this.#thread = thread;
    this.#settings = settings;
  }

  /** Opens the folder around an address, for questions about it; gives the key to ask by. */
  open(uri: vscode.Uri): string {
    const { key, root, from, whole } = folderOf(uri);
    if (!this.#opened.has(key)) {
      this.#opened.add(key);
      const trusted = vscode.workspace.isTrusted;
      this.#thread.openWorkspace({ key, root, from, trusted, settings: this.#settings.overrides(uri) });
      if (whole && root !== null) void this.#readAhead(key);
    }
    return key;
  }

  /** Nothing that was told of them holds any more. */
  close(): void {
    for (const key of this.#opened) this.#thread.closeWorkspace(key);
    this.#opened.clear();
  }

  /** Lists the folder's files in a thread of its own, so that a huge folder holds nobody up, and has them read when idle. */
  async #readAhead(key: string): Promise<void> {
    const walker = this.#thread.fork({});
    const outcome = await walker.ask('files', { kind: 'files', key });
    walker.dispose();
    if (outcome.kind === 'answer' && this.#opened.has(key))
      this.#thread.setIndex(key, outcome.value.slice(0, mostReadAhead));
  }
}
