import type { Call } from './call.ts';
import type { Fault } from './fault.ts';
import type { Store } from './store.ts';

/** Milliseconds that a call waits for others to be written with it. */
const wait = 200;
/** Calls in one transaction: a few milliseconds, for which whoever serves live traffic stands still. */
const batch = 250;
/** Calls that are kept while the ledger cannot be written, before the oldest are given up. */
const mostWaiting = 20_000;

export interface RecorderOptions {
  /** What is done to each call before it is written, such as to price it. */
  readonly prepare: (call: Call) => Call;
  /** Told once when the ledger cannot be written, and again only after it could. */
  readonly onFault: (fault: Fault) => void;
  /** Told of a call that cannot be, such as one of more tokens than there are. It is given up alone. */
  readonly onMistake: (error: unknown) => void;
  /** Told of calls that were written now, and stood in the ledger in no form before. */
  readonly onAdded: (calls: readonly Call[]) => void;
}

/**
 * Takes calls one by one as they end and writes them in batches. While the ledger cannot be written, they wait for a later
 * attempt. Nothing here throws, or waits for the disk where it is called.
 */
export class Recorder {
  readonly #store: Store;
  readonly #options: RecorderOptions;
  readonly #waiting: Call[] = [];
  #timer: NodeJS.Timeout | null = null;
  #lost = 0;
  #fault: Fault | null = null;

  constructor(store: Store, options: Partial<RecorderOptions> = {}) {
    this.#store = store;
    this.#options = {
      ...{ prepare: (call) => call, onFault: ignored, onMistake: ignored, onAdded: ignored },
      ...options,
    };
  }

  /** Calls that were given up: they could not be, or the ledger could not be written for too long. */
  get lost(): number {
    return this.#lost;
  }

  /** Why the last attempt failed; `null` when it did not. */
  get fault(): Fault | null {
    return this.#fault;
  }

  add(call: Call): void {
    this.#waiting.push(call);
    const tooMany = this.#waiting.length - mostWaiting;
    if (tooMany > 0) {
      this.#waiting.splice(0, tooMany);
      this.#lost += tooMany;
    }
    this.#schedule(wait);
  }

  /** Writes what waits, as far as that can be done now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#waiting.length > 0 && this.#writeBatch());
    if (this.#waiting.length > 0) this.#schedule(wait * 10);
  }

  /** Writes what waits, and takes no more. @returns how many calls could not be written, now or before. */
  close(): number {
    this.flush();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    return this.#waiting.length + this.#lost;
  }

  #schedule(after: number): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#writeBatch() && this.#waiting.length > 0) this.#schedule(0);
      else if (this.#waiting.length > 0) this.#schedule(wait * 10);
    }, after);
    this.#timer.unref();
  }

  #writeBatch(): boolean {
    const calls = this.#waiting.slice(0, batch);
    const fault = this.#write(calls);
    if (fault !== null) {
      if (this.#fault === null) this.#options.onFault(fault);
      this.#fault = fault;
      return false;
    }
    this.#fault = null;
    this.#waiting.splice(0, calls.length);
    return true;
  }

  /** All of them, but for those that cannot be: these would stand in the way of all others. */
  #write(calls: readonly Call[]): Fault | null {
    const { prepare, onAdded } = this.#options;
    try {
      // A set: in the place of a damaged file a new one is begun, and all of it told once more.
      const added = new Set<Call>();
      const answer = this.#store.record(calls.map(prepare), undefined, (call, inserted) => {
        if (inserted === 'added') added.add(call);
      });
      if (answer.kind === 'fault') return answer;
      if (added.size > 0) onAdded([...added]);
      return null;
    } catch (error) {
      if (calls.length === 1) {
        this.#lost++;
        this.#options.onMistake(error);
        return null;
      }
    }
    for (const call of calls) {
      const fault = this.#write([call]);
      // Those that were written are known when they are told again.
      if (fault !== null) return fault;
    }
    return null;
  }
}

function ignored(): void {
  // Whoever makes a recorder may not care.
}
