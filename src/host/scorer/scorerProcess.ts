import { fork, type ChildProcess } from 'node:child_process';
import type { Watch } from '../../core/compress/engine.ts';
import type { Scores } from '../../core/compress/llmlingua/scorer.ts';
import type { FromScorer, ToScorer } from './messages.ts';

export interface ScorerProcessOptions {
  /** The process's bundle, or its source where that is run as it stands. */
  readonly script: string | URL;
  /** Path of the ONNX file. */
  readonly model: string;
  /** Milliseconds without work after which the process ends; the next work starts it again. */
  readonly idleAfter: number;
  /** Milliseconds that the model may take to open, and to read one sequence. */
  readonly patience?: number;
  /** See `ToScorer`. */
  readonly native?: string | null | false;
  /** Told once when WebAssembly does the work, which is slower. @param why a fragment of a sentence. */
  readonly onFallback?: (why: string) => void;
}

/** What came back of one message: an answer, or the end of the process. */
type Reply = FromScorer | { readonly kind: 'ended'; readonly why: string };

/** A model of 700 MB on a slow disk. */
const patience = 180_000;

/**
 * A model in a process of its own: what crashes there, or takes all memory, takes nothing else along. It is started by the
 * first work, ends when idle, is killed where the work is cancelled, and started again once where it crashes.
 */
export class ScorerProcess {
  readonly #options: ScorerProcessOptions;
  #native: string | null | false;
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | null = null;
  #hear: ((reply: Reply) => void) | null = null;
  #isClosed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(options: ScorerProcessOptions) {
    this.#options = options;
    this.#native = options.native ?? null;
  }

  get running(): boolean {
    return this.#child !== null;
  }

  /** @param sequences token ids, one after the other. Work that comes meanwhile waits for its turn. */
  score(sequences: readonly (readonly number[])[], watch: Watch): Promise<Scores> {
    const turn = this.#last.then(() => this.#score(sequences, watch));
    const over = (): void => undefined;
    // what goes wrong is for whoever asked, and not for who comes next
    this.#last = turn.then(over, over);
    return turn;
  }

  /** Ends the process for good. Work that is under way fails. */
  dispose(): void {
    this.#isClosed = true;
    this.#kill('was closed');
  }

  #kill(why: string): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    if (this.#child !== null) this.#ended(this.#child, why);
  }

  async #score(sequences: readonly (readonly number[])[], { signal, progress }: Watch): Promise<Scores> {
    if (this.#idle !== null) clearTimeout(this.#idle);
    const scores: (readonly number[])[] = [];
    let crashes = 0;
    while (scores.length < sequences.length) {
      if (this.#isClosed) return { kind: 'failed', why: 'its model was closed' };
      const reply = await this.#next(sequences[scores.length] ?? [], signal);
      if (signal.aborted) {
        this.#kill('was cancelled');
        return { kind: 'failed', why: 'it was cancelled' };
      }
      if (reply.kind === 'failed') {
        this.#kill('failed');
        return { kind: 'failed', why: `the model cannot be used: ${reply.why.slice(0, 300)}` };
      }
      if (reply.kind === 'ended' && ++crashes > mostCrashes)
        return { kind: 'failed', why: `the process of the model ${reply.why} ${crashes} times` };
      if (reply.kind !== 'scored') continue;
      scores.push(reply.scores);
      progress(scores.length, sequences.length);
    }
    this.#rest();
    return { kind: 'scores', scores };
  }

  /** The answer for one sequence, after a start where that is needed. */
  async #next(ids: readonly number[], signal: AbortSignal): Promise<Reply> {
    if (this.#child === null) {
      const reply = await this.#open(signal);
      if (reply.kind !== 'opened') return reply;
    }
    return this.#ask({ kind: 'score', ids }, signal);
  }

  async #open(signal: AbortSignal): Promise<Reply> {
    const child = fork(this.#options.script, [], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // inside of VS Code, Node is Electron by its own name
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    });
    child.on('message', (reply: FromScorer) => {
      if (child === this.#child) this.#hear?.(reply);
    });
    child.on('error', ({ message }) => this.#ended(child, `could not be started (${message})`));
    child.on('exit', (code, killed) => this.#ended(child, `ended with ${killed ?? `code ${code}`}`));
    this.#child = child;
    const reply = await this.#ask({ kind: 'open', model: this.#options.model, native: this.#native }, signal);
    const fellBack = fallbackOf(reply);
    if (fellBack !== null && this.#native !== false && !signal.aborted) {
      this.#native = false;
      this.#options.onFallback?.(fellBack);
    }
    return reply;
  }

  async #ask(message: ToScorer, signal: AbortSignal): Promise<Reply> {
    const child = this.#child;
    if (child === null || signal.aborted) return { kind: 'ended', why: 'was cancelled' };
    child.ref();
    child.channel?.ref();
    const limit = this.#options.patience ?? patience;
    const watchdog = setTimeout(() => this.#ended(child, `took longer than ${limit / 1000} s`), limit);
    const cancel = (): void => this.#ended(child, 'was cancelled');
    signal.addEventListener('abort', cancel);
    const reply = await new Promise<Reply>((resolve) => {
      this.#hear = resolve;
      child.send(message, (error) => {
        if (error !== null) this.#ended(child, `does not listen (${error.message})`);
      });
    });
    clearTimeout(watchdog);
    signal.removeEventListener('abort', cancel);
    this.#hear = null;
    return reply;
  }

  #ended(child: ChildProcess, why: string): void {
    if (child !== this.#child) return;
    this.#child = null;
    child.kill('SIGKILL');
    this.#hear?.({ kind: 'ended', why });
  }

  #rest(): void {
    this.#child?.unref();
    this.#child?.channel?.unref();
    this.#idle = setTimeout(() => this.#kill('was idle'), this.#options.idleAfter);
    this.#idle.unref();
  }
}

/** What ends twice for the same reason would end a third time; once more for the native runtime, which is then left out. */
const mostCrashes = 2;

/** A library that was made for another machine may also take its process with it. */
function fallbackOf(reply: Reply): string | null {
  if (reply.kind === 'ended') return `it ${reply.why}`;
  return reply.kind === 'opened' ? reply.fellBack : null;
}
