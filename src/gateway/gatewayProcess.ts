import { fork, type ChildProcess } from 'node:child_process';
import type {
  FromGateway,
  GatewaySetup,
  Listening,
  News,
  NotStarted,
  Stopped,
  ToGateway,
} from './messages.ts';

export interface GatewayProcessOptions {
  /** The process's bundle, or its source where that is run as it stands. */
  readonly script: string | URL;
  readonly env: NodeJS.ProcessEnv;
  readonly onNews: (news: News) => void;
  /** It ended although nobody asked it to. @param why completes "the gateway …". */
  readonly onEnded: (why: string) => void;
}

/** Milliseconds until a process that does not answer is ended. */
const patience = 20_000;
/** The same when it was asked to stop, beside what it gives to calls that are under way. */
const patienceAtEnd = 5000;

/** One run of a gateway in a process of its own. */
export class GatewayProcess {
  readonly #options: GatewayProcessOptions;
  #child: ChildProcess | null = null;
  #stopping: Promise<Stopped | NotStarted> | null = null;
  #answered: ((message: FromGateway) => void) | null = null;

  constructor(options: GatewayProcessOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#child !== null;
  }

  /** Of the process; `null` where none runs. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  async start(setup: GatewaySetup): Promise<Listening | NotStarted> {
    const child = fork(this.#options.script, [], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Money is told in whole units, which are larger than JSON knows.
      serialization: 'advanced',
      // Inside of VS Code, Node is Electron by its own name.
      env: { ...this.#options.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    });
    this.#child = child;
    child.on('message', (message: FromGateway) => this.#hear(message));
    child.on('error', ({ message }) => this.#ended(child, `could not be run (${message})`));
    child.on('exit', (code, signal) => this.#ended(child, `ended with ${signal ?? `code ${code}`}`));
    const answer = await this.#ask(child, { kind: 'start', setup }, patience);
    if (answer.kind === 'listening') return answer;
    this.#kill();
    if (answer.kind === 'no-ledger' || answer.kind === 'no-port' || answer.kind === 'failed') return answer;
    throw new Error(`a gateway that was to start answered "${answer.kind}"`);
  }

  /** Ends it: calls that are under way have `grace` milliseconds. Whoever asks while it ends hears the same. */
  stop(grace: number): Promise<Stopped | NotStarted> {
    this.#stopping ??= this.#stop(grace).finally(() => (this.#stopping = null));
    return this.#stopping;
  }

  async #stop(grace: number): Promise<Stopped | NotStarted> {
    const child = this.#child;
    if (child === null) return { kind: 'stopped', lost: 0, aside: null };
    const answer = await this.#ask(child, { kind: 'stop', grace }, grace + patienceAtEnd);
    this.#kill();
    if (answer.kind === 'stopped' || answer.kind === 'failed') return answer;
    throw new Error(`a gateway that was to stop answered "${answer.kind}"`);
  }

  /** Lets go of it: it records what is under way and ends by itself. */
  dispose(): void {
    const child = this.#child;
    this.#child = null;
    if (child?.connected === true) child.disconnect();
    this.#answered?.({ kind: 'failed', why: 'its window was closed' });
  }

  #ask(child: ChildProcess, message: ToGateway, limit: number): Promise<FromGateway> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#ended(child, `did not answer for ${limit / 1000} s`), limit);
      this.#answered = (answer) => {
        clearTimeout(timer);
        this.#answered = null;
        resolve(answer);
      };
      child.send(message, (error) => {
        if (error !== null) this.#ended(child, `does not listen (${error.message})`);
      });
    });
  }

  #hear(message: FromGateway): void {
    if (message.kind === 'tally' || message.kind === 'fault' || message.kind === 'mistake')
      this.#options.onNews(message);
    else this.#answered?.(message);
  }

  #ended(child: ChildProcess, why: string): void {
    if (child !== this.#child) return;
    this.#kill();
    if (this.#answered === null) this.#options.onEnded(why);
    else this.#answered({ kind: 'failed', why: `the gateway ${why}` });
  }

  #kill(): void {
    const child = this.#child;
    this.#child = null;
    child?.kill('SIGKILL');
  }
}
