import { Worker } from 'node:worker_threads';
import { fault, type Fault } from '../fault.ts';
import type { FromLedger, LedgerAnswers, LedgerKind, LedgerQuestion, ToLedger } from './messages.ts';

export interface LedgerThreadOptions {
  /** The worker's bundle. */
  readonly script: string | URL;
  /** Milliseconds without a question after which the thread ends; the next question starts it again. */
  readonly idleAfter: number;
}

interface Job {
  readonly path: string;
  readonly settle: (answer: FromLedger['answer']) => void;
}

/**
 * Ledgers, read in a thread of its own: SQLite answers at once or not at all, and whoever asks from here waits without
 * standing still. Started with the first question, so that nothing of it is loaded where there is no ledger.
 */
export class LedgerThread {
  readonly #options: LedgerThreadOptions;
  readonly #jobs = new Map<number, Job>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #lastId = 0;

  constructor(options: LedgerThreadOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#worker !== null;
  }

  /** @param path of the ledger, which is not made where there is none: that is the fault `missing`. */
  ask<K extends LedgerKind>(
    path: string,
    question: LedgerQuestion & { readonly kind: K },
  ): Promise<LedgerAnswers[K]['gives'] | Fault> {
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      // The worker answers each kind of question with the kind's own value; `serve` is checked against the same table.
      const settle = resolve as Job['settle'];
      if (this.#idle) clearTimeout(this.#idle);
      this.#jobs.set(id, { path, settle });
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage({ id, path, question } satisfies ToLedger);
    });
  }

  /** Lets go of all files, so that they can be deleted; the next question starts it again. Those that wait hear that they are busy. */
  async letGo(): Promise<void> {
    const worker = this.#worker;
    this.#end('it is about to be deleted', 'busy');
    await worker?.terminate();
  }

  /** Those that wait hear that the ledger is busy: there is nothing wrong with it. */
  dispose(): void {
    this.#end('it was closed', 'busy');
  }

  #start(): Worker {
    const worker = new Worker(this.#options.script, { execArgv: [] });
    worker.on('message', ({ id, answer }: FromLedger) => {
      this.#jobs.get(id)?.settle(answer);
      this.#jobs.delete(id);
      if (this.#jobs.size === 0) this.#rest();
    });
    const died = (why: string): void => {
      if (worker === this.#worker) this.#end(why);
    };
    worker.on('error', (error) => died(error.message));
    worker.on('exit', (code) => died(`its reader ended with code ${code}`));
    return worker;
  }

  #rest(): void {
    this.#worker?.unref();
    this.#idle = setTimeout(() => this.#end('it was closed'), this.#options.idleAfter);
    this.#idle.unref();
  }

  #end(detail: string, why: Fault['why'] = 'system'): void {
    const worker = this.#worker;
    this.#worker = null;
    if (this.#idle) clearTimeout(this.#idle);
    void worker?.terminate();
    for (const { path, settle } of this.#jobs.values()) settle(fault(why, path, detail));
    this.#jobs.clear();
  }
}
