import type { KnownSinks } from '../../core/prompts/knownSinks.ts';
import type { ReadTask } from '../../core/prompts/record.ts';
import { unreadRecord } from '../../core/prompts/record.ts';
import type { ReadFiles } from '../../core/records.ts';
import type { Sighted } from '../cache/stampedDisk.ts';
import type { FileRead, ReaderData } from './messages.ts';
import { ReaderThread } from './thread.ts';

export interface PoolOptions extends ReaderData {
  /** The thread's bundle. */
  readonly script: string | URL;
  readonly threads: number;
  /** Hears which files were looked into. */
  readonly onSighted?: (sighted: readonly Sighted[]) => void;
}

/** Files that a thread is given at once: few enough that all threads end together. */
const batchSize = 12;

/** Reads files in several threads. A thread that dies takes no more with it than the file that it died of. */
export class ReaderPool {
  readonly #options: PoolOptions;
  readonly #threads: readonly ReaderThread[];

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#threads = Array.from(
      { length: options.threads },
      () => new ReaderThread(options.script, { root: options.root }),
    );
  }

  /** Files come in whatever order they are read. */
  readonly read: ReadFiles = async (tasks, known, done) => {
    const waiting = [...tasks];
    const told: Promise<void>[] = [];
    const heard = ({ path, result, sighted }: FileRead): void => {
      this.#options.onSighted?.(sighted);
      const waits = done(path, result);
      if (waits !== undefined) told.push(waits);
    };
    await Promise.all(this.#threads.map((thread) => this.#work(thread, waiting, known, heard)));
    await Promise.all(told);
  };

  /** Ends all threads. */
  dispose(): void {
    for (const thread of this.#threads) thread.dispose();
  }

  async #work(
    thread: ReaderThread,
    waiting: ReadTask[],
    known: KnownSinks,
    heard: (read: FileRead) => void,
  ): Promise<void> {
    for (let batch = waiting.splice(0, batchSize); batch.length > 0; batch = waiting.splice(0, batchSize)) {
      const unfinished = await thread.read(batch, known, heard);
      const [at, ...rest] = unfinished?.tasks ?? [];
      waiting.unshift(...rest);
      // what came before may have filled the memory: the file is at fault when it alone is too much
      const again = at === undefined ? null : await thread.read([at], known, heard);
      if (at !== undefined && again !== null)
        heard({ path: at.path, result: unreadRecord(at.path, again.why), sighted: [] });
    }
  }
}
