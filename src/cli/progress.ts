import { say } from './sentences.ts';
import type { Interrupts, Output } from './terminal.ts';

/** Anything shorter needs no progress. Milliseconds. */
const patience = 500;
/** Between two looks at the keyboard and two lines of progress. Milliseconds. */
const breath = 100;

/**
 * One line on standard error that tells how far a long analysis has come, on a terminal only, and is wiped at the end.
 * It also lets the process hear Ctrl-C while it computes.
 */
export class Progress {
  readonly #output: Output;
  readonly #shows: boolean;
  readonly #all: number;
  readonly #words: (done: number, all: number) => string;
  readonly #now: () => number;
  readonly #start: number;
  #last: number;
  readonly #interrupts: Interrupts;
  /** Set while there is a line to wipe. */
  #forget: (() => void) | null = null;

  /** @param now milliseconds since any moment. */
  constructor(
    output: Output,
    {
      all,
      quiet,
      interrupts,
      words = say.progress,
    }: {
      readonly all: number;
      readonly quiet: boolean;
      readonly interrupts: Interrupts;
      /** Says how far it is. */
      readonly words?: (done: number, all: number) => string;
    },
    now = () => performance.now(),
  ) {
    this.#output = output;
    this.#shows = output.isTTY === true && !quiet;
    this.#all = all;
    this.#words = words;
    this.#now = now;
    this.#start = now();
    this.#last = this.#start;
    this.#interrupts = interrupts;
  }

  /** @returns a promise when it is time to let other things happen; whoever computes should await it. */
  readonly step = (done: number): Promise<void> | undefined => {
    const now = this.#now();
    if (now - this.#last < breath) return undefined;
    this.#last = now;
    if (this.#shows && now - this.#start > patience) {
      this.#output.write(`\r\u001B[2K${this.#words(done, this.#all)}`);
      this.#forget ??= this.#interrupts.onInterrupt(() => this.end());
    }
    return new Promise((resolve) => setImmediate(resolve));
  };

  end(): void {
    if (this.#forget === null) return;
    this.#output.write('\r\u001B[2K');
    this.#forget();
    this.#forget = null;
  }
}
