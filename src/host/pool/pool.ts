import type { KnownSinks } from '../../core/prompts/knownSinks.ts';
import { unreadRecord, type ReadTask } from '../../core/prompts/record.ts';
import type { ReadFiles } from '../../core/records.ts';
import type { Sighted } from '../cache/stampedDisk.ts';
import type { FileRead, ReaderData } from './messages.ts';
import { ReaderThread } from './thread.ts';

export interface PoolOptions extends ReaderData {
  /** The thread's bundle. */
  readonly script: string | URL;
  /** Beside the one that asks. */
  readonly threads: number;
  /** Hears which files were looked into. */
  readonly onSighted?: (sighted: readonly Sighted[]) => void;
}

/**
 * Files that a thread is given at once: it waits between two batches until this thread has read a file to its end. Towards
 * the end fewer, so that all threads end together.
 */
const mostAtOnce = 40;

/** Threads that help to read files. One that dies takes no more with it than the file that it died of. */
export class ReaderPool {
  readonly #options: PoolOptions;
  #threads: ReaderThread[];

  constructor(options: PoolOptions) {
    const { script, root, bundle, stamps } = options;
    this.#options = options;
    this.#threads = Array.from(
      { length: options.threads },
      () => new ReaderThread(script, { root, bundle, stamps }),
    );
  }

  /** Reads in its threads and in this one, which begins at the other end. Files come in whatever order they are read. */
  beside(here: ReadFiles): ReadFiles {
    return async (tasks, known, done) => {
      const waiting = [...tasks];
      const told: Promise<void>[] = [];
      const heard = ({ path, result, sighted }: FileRead): void => {
        this.#options.onSighted?.(sighted);
        const waits = done(path, result);
        if (waits !== undefined) told.push(waits);
      };
      // what a thread leaves behind when it dies may come after this one has ended
      do {
        const helping = this.#threads.map((thread) => this.#help(thread, waiting, known, heard));
        await Promise.all([...helping, readHere(waiting, (task) => here([task], known, done))]);
      } while (waiting.length > 0);
      await Promise.all(told);
    };
  }

  /** Ends all threads. */
  dispose(): void {
    for (const thread of this.#threads) thread.dispose();
  }

  async #help(
    thread: ReaderThread,
    waiting: ReadTask[],
    known: KnownSinks,
    heard: (read: FileRead) => void,
  ): Promise<void> {
    while (waiting.length > 0) {
      const share = Math.ceil(waiting.length / (this.#threads.length + 1) / 2);
      const batch = waiting.splice(0, Math.min(share, mostAtOnce));
      const unfinished = await thread.read(batch, known, heard);
      if (unfinished === null) continue;
      const [at, ...rest] = unfinished.tasks;
      if (!thread.hasRead) {
        // most likely no file is at fault: a thread cannot be started on this machine, or has nothing to run
        waiting.push(...unfinished.tasks);
        this.#threads = this.#threads.filter((other) => other !== thread);
        return;
      }
      waiting.unshift(...rest);
      // what came before may have filled the memory: the file is at fault when it alone is too much
      const again = at === undefined ? null : await thread.read([at], known, heard);
      if (at !== undefined && again !== null)
        heard({ path: at.path, result: unreadRecord(at.path, again.why), sighted: [] });
    }
  }
}

/** Reads from the end, and after each file lets this thread hear what the others have read, and give them more. */
async function readHere(waiting: ReadTask[], read: (task: ReadTask) => Promise<void>): Promise<void> {
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    await read(task);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
