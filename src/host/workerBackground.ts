import { none } from './committed/committed.ts';
import type { WorkspaceEngine } from './workerEngine.ts';
import type { FromWorker } from './workerMessages.ts';

type Engine = Pick<WorkspaceEngine, 'index' | 'sinceCommit' | 'texts'>;

/** What a thread does when nobody asks it anything: nothing here is awaited, and questions go first. */
export class Background {
  readonly #engines: ReadonlyMap<string, Engine>;
  readonly #post: (message: FromWorker) => void;
  readonly #indexing = new Set<Engine>();
  readonly #comparing = new Set<Engine>();
  /** Folders that are to be compared, once more where that is going on. */
  readonly #wanted = new Set<Engine>();

  constructor(engines: ReadonlyMap<string, Engine>, port: { postMessage(message: FromWorker): void }) {
    this.#engines = engines;
    this.#post = (message) => port.postMessage(message);
  }

  /** Reads files, so that what calls the prompts of open documents is known. */
  async index(key: string, paths: readonly string[]): Promise<void> {
    const engine = this.#engines.get(key);
    if (engine === undefined) return;
    this.#indexing.add(engine);
    await engine.index(paths).finally(() => this.#indexing.delete(engine));
    if (this.#engines.get(key) !== engine) return;
    this.#post({ kind: 'stale', key, paths: [...engine.texts.keys()] });
    if (this.#wanted.has(engine) || this.#comparing.has(engine)) await this.compare(key);
  }

  /** Compares a folder with its last commit. While files are read ahead there is more to know, and it waits for that. */
  async compare(key: string): Promise<void> {
    const engine = this.#engines.get(key);
    if (engine === undefined) return;
    this.#wanted.add(engine);
    if (this.#comparing.has(engine) || this.#indexing.has(engine)) return;
    this.#comparing.add(engine);
    try {
      while (this.#wanted.delete(engine)) {
        // what goes wrong here is told in the list, and takes no numbers down with the thread
        const since = await engine
          .sinceCommit()
          .catch((error: unknown) => none('broken', error instanceof Error ? error.message : String(error)));
        if (this.#engines.get(key) !== engine) return;
        if (!this.#wanted.has(engine)) this.#post({ kind: 'since', key, since });
      }
    } finally {
      this.#comparing.delete(engine);
      this.#wanted.delete(engine);
    }
  }
}
