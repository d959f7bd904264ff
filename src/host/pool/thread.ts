import { Worker } from 'node:worker_threads';
import type { ReadTask } from '../../core/prompts/record.ts';
import type { Batch, FileRead, ReaderData } from './messages.ts';

/** What became of a batch: the files that were not read, the first of them being the one at which the thread died. */
export interface Unfinished {
  readonly tasks: readonly ReadTask[];
  readonly why: string;
}

/** Megabytes for one thread: a file of the largest size that is read, and the trees that are kept, fit twice. */
const limits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 24 };

/** One reading thread, started with its first batch. */
export class ReaderThread {
  readonly #script: string | URL;
  readonly #data: ReaderData;
  #worker: Worker | null = null;
  /** Which sinks it knows, by their digest. */
  #knows: string | null = null;
  /** Whether it has ever read a file. */
  hasRead = false;

  constructor(script: string | URL, data: ReaderData) {
    this.#script = script;
    this.#data = data;
  }

  /**
   * Reads files one after the other.
   * @param known the sinks, and their digest: what the thread knows already is not sent again.
   * @returns what was left when the thread died, `null` where nothing was.
   */
  read(
    tasks: readonly ReadTask[],
    known: { readonly digest: string; readonly files: Batch['known'] },
    heard: (read: FileRead) => void,
  ): Promise<Unfinished | null> {
    const worker = this.#start();
    const left = [...tasks];
    return new Promise((resolve) => {
      const end = (outcome: Unfinished | null): void => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(outcome);
      };
      const died = (why: string): void => {
        this.dispose();
        end({ tasks: left, why });
      };
      const onMessage = (read: FileRead): void => {
        left.shift();
        this.hasRead = true;
        heard(read);
        if (left.length === 0) end(null);
      };
      const onError = (error: NodeJS.ErrnoException): void =>
        died(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it takes more memory than there is' : error.message,
        );
      const onExit = (code: number): void => died(`its reader ended with code ${code}`);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage({ tasks, known: this.#knows === known.digest ? null : known.files } satisfies Batch);
      this.#knows = known.digest;
    });
  }

  dispose(): void {
    void this.#worker?.terminate();
    this.#worker = null;
    this.#knows = null;
  }

  #start(): Worker {
    this.#worker ??= new Worker(this.#script, {
      execArgv: [],
      workerData: this.#data,
      resourceLimits: limits,
    });
    return this.#worker;
  }
}
