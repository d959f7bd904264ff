import { Worker } from 'node:worker_threads';
import type { MeasuredUses } from '../core/prices/measuredUse.ts';
import type { Answers, FromWorker, Notice, Question, ToWorker, Workspace } from './workerMessages.ts';
import type { NoCommit, ToldSince } from './committed/committed.ts';
import { ThreadState } from './analyzerState.ts';

/** `superseded`: a newer question of the same slot took its place. `failed`: a sentence fragment says why. */
export type Outcome<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly why: string };

export interface AnalyzerThreadOptions {
  /** The worker's bundle. */
  readonly script: string | URL;
  /** Milliseconds without a question after which the thread ends; the next question starts it again. */
  readonly idleAfter: number;
  /** Milliseconds one question may take before the thread is taken for hung; `null` for as long as it needs. */
  readonly patience: number | null;
  readonly onStale?: (key: string, paths: readonly string[]) => void;
  readonly onSince?: (key: string, since: ToldSince | NoCommit) => void;
  readonly onConfiguration?: (key: string, problem: string | null) => void;
  /** The thread crashed; `stopped` once it has done so too often to be started again. */
  readonly onCrash?: (why: string, stopped: boolean) => void;
}

interface Job {
  readonly question: Question;
  readonly settle: (outcome: Outcome<unknown>) => void;
  readonly progress?: (done: number, total: number) => void;
}

const crashesAllowed = 3;
/** Megabytes; past it the thread dies, and not the whole extension host. */
const heapLimit = 1024;

/**
 * The analysis in a thread of its own: started on the first question, ended when idle, started again after a crash.
 * One question is asked at a time; of those that wait, only the newest of each slot is ever asked.
 */
export class AnalyzerThread {
  readonly #options: AnalyzerThreadOptions;
  readonly #state: ThreadState;
  readonly #waiting = new Map<string, Job>();
  #running: { readonly id: number; readonly job: Job; readonly watchdog: NodeJS.Timeout | null } | null =
    null;
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #crashes = 0;
  #lastId = 0;
  readonly #followers = new Set<AnalyzerThread>();

  constructor(options: AnalyzerThreadOptions, state = new ThreadState()) {
    this.#options = options;
    this.#state = state;
  }

  /** Another thread that knows the same folders and documents; for work that is long and can be thrown away. */
  fork(options: Partial<AnalyzerThreadOptions>): AnalyzerThread {
    const { script, idleAfter, patience } = this.#options;
    return new AnalyzerThread({ script, idleAfter, patience, ...options }, this.#state.copy());
  }

  /** Another thread that knows nothing yet; for work that says itself where it is done. */
  another(options: Partial<AnalyzerThreadOptions>): AnalyzerThread {
    const { script, idleAfter, patience } = this.#options;
    return new AnalyzerThread({ script, idleAfter, patience, ...options });
  }

  /** The same, kept up to date with every folder and document that this one is told of, until it is disposed. */
  follower(options: Partial<AnalyzerThreadOptions>): AnalyzerThread {
    const thread = this.fork(options);
    this.#followers.add(thread);
    return thread;
  }

  get running(): boolean {
    return this.#worker !== null;
  }

  openWorkspace(workspace: Workspace): void {
    this.#note({ kind: 'open', workspace });
  }

  closeWorkspace(key: string): void {
    this.#note({ kind: 'close', key });
  }

  /** @param text `null` when the document is closed and the disk counts again. */
  setBuffer(key: string, path: string, text: string | null): void {
    this.#note({ kind: 'buffer', key, path, text });
  }

  /** Files to read when there is nothing else to do, because they may call the prompts of others. */
  setIndex(key: string, paths: readonly string[]): void {
    this.#state.note({ kind: 'index', key, paths });
    // Told at once: the answer, a list of stale documents, is what asks the next question.
    if (this.#worker !== null) this.#tell();
  }

  /** To be told, when there is nothing else to do, what a folder's prompts were at its last commit. */
  compareWithCommit(key: string): void {
    this.#state.note({ kind: 'since', key });
    if (this.#crashes > crashesAllowed) return;
    this.#worker ??= this.#start();
    this.#tell();
    if (this.#running === null) this.#rest();
  }

  /** What the ledger tells of the prompts of a root: costs and findings rest on it from now on. */
  setMeasured(root: string, uses: MeasuredUses): void {
    this.#state.note({ kind: 'measured', root, uses });
    for (const key of this.#state.keysOf(root)) this.#options.onStale?.(key, this.#state.openPaths(key));
  }

  changedOnDisk(key: string, path: string): void {
    for (const follower of this.#followers) follower.changedOnDisk(key, path);
    const notice: Notice = { kind: 'disk', key, path };
    // Told at once: which documents are stale is known only over there. Without a thread, any open one may be.
    if (this.#worker === null) this.#options.onStale?.(key, this.#state.openPaths(key));
    else this.#post({ kind: 'notice', notice });
  }

  /** @param slot questions of one slot supersede each other. */
  ask<K extends keyof Answers>(
    slot: string,
    question: Question & { readonly kind: K },
    progress?: (done: number, total: number) => void,
  ): Promise<Outcome<Answers[K]['gives']>> {
    return new Promise((resolve) => {
      this.#waiting.get(slot)?.settle({ kind: 'superseded' });
      this.#waiting.delete(slot);
      // The worker answers each kind of question with the kind's own value; `serve` is checked against the same table.
      const settle = resolve as Job['settle'];
      this.#waiting.set(slot, { question, settle, ...(progress && { progress }) });
      this.#next();
    });
  }

  /** Takes up work again after too many crashes. */
  restart(): void {
    this.#crashes = 0;
    this.#next();
  }

  /** Ends the work that is under way at once, and drops what waits; the next question starts the thread again. */
  stop(): void {
    this.#end();
    const dropped = [this.#running?.job, ...this.#waiting.values()];
    this.#running = null;
    this.#waiting.clear();
    for (const job of dropped) job?.settle({ kind: 'superseded' });
  }

  dispose(): void {
    this.stop();
    for (const follower of this.#followers) follower.dispose();
    this.#followers.clear();
  }

  #note(notice: Notice): void {
    this.#state.note(notice);
    for (const follower of this.#followers) follower.#note(notice);
  }

  #next(): void {
    if (this.#running) return;
    const [slot, job] = this.#waiting.entries().next().value ?? [];
    if (slot === undefined || job === undefined) return this.#rest();
    this.#waiting.delete(slot);
    if (this.#crashes > crashesAllowed) {
      job.settle({ kind: 'failed', why: 'the analysis stopped after several crashes' });
      return this.#next();
    }
    if (this.#idle) clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    this.#tell();
    const id = ++this.#lastId;
    this.#running = { id, job, watchdog: this.#watch() };
    // A question that waits for its answer keeps a program alive; a thread that only might be asked does not.
    this.#worker.ref();
    this.#post({ kind: 'question', id, question: job.question });
  }

  #rest(): void {
    this.#worker?.unref();
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      this.#end();
      this.#crashes = 0;
    }, this.#options.idleAfter);
    this.#idle.unref();
  }

  #start(): Worker {
    const worker = new Worker(this.#options.script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
    });
    worker.on('message', (message: FromWorker) => {
      if (worker === this.#worker) this.#hear(message);
    });
    worker.on('error', (error) => this.#crashed(worker, error.message));
    worker.on('exit', (code) => this.#crashed(worker, `it ended with code ${code}`));
    this.#state.unsendAll();
    return worker;
  }

  #watch(): NodeJS.Timeout | null {
    const { patience } = this.#options;
    const worker = this.#worker;
    if (patience === null || !worker) return null;
    return setTimeout(() => this.#crashed(worker, `a file took longer than ${patience / 1000} s`), patience);
  }

  #crashed(worker: Worker, why: string): void {
    if (worker !== this.#worker) return;
    this.#end();
    this.#state.forgetIndexes();
    this.#crashes += 1;
    const stopped = this.#crashes > crashesAllowed;
    this.#options.onCrash?.(why, stopped);
    this.#settle({ kind: 'failed', why });
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = null;
    if (this.#idle) clearTimeout(this.#idle);
    if (this.#running?.watchdog) clearTimeout(this.#running.watchdog);
    void worker?.terminate();
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'stale') return this.#options.onStale?.(message.key, message.paths);
    if (message.kind === 'since') return this.#options.onSince?.(message.key, message.since);
    if (message.kind === 'configuration')
      return this.#options.onConfiguration?.(message.key, message.problem);
    if (message.id !== this.#running?.id) return;
    if (message.kind === 'progress') return this.#running.job.progress?.(message.done, message.total);
    if (message.kind === 'failure') return this.#settle({ kind: 'failed', why: message.why });
    this.#settle({ kind: 'answer', value: message.value });
  }

  #settle(outcome: Outcome<unknown>): void {
    const running = this.#running;
    this.#running = null;
    if (running?.watchdog) clearTimeout(running.watchdog);
    running?.job.settle(outcome);
    this.#next();
  }

  #tell(): void {
    for (const notice of this.#state.takeUnsent()) this.#post({ kind: 'notice', notice });
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }
}
