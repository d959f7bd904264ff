import type { Watch } from '../core/compress/engine.ts';
import type { Context } from './command.ts';

/** Anything shorter needs no progress. Milliseconds. */
const patience = 500;
/** Between two lines of progress. Milliseconds. */
const breath = 100;

/** A watch that somebody at a terminal reads, and stops with Ctrl-C. `end` wipes its line. */
export interface Watching {
  readonly watch: Watch;
  end(): void;
}

/** @param says what is done of how much, as a line. @param now milliseconds since any moment. */
export function watching(
  { terminal: { stderr }, args, interrupts }: Context,
  says: (done: number, total: number) => string,
  now = () => performance.now(),
): Watching {
  const stop = new AbortController();
  const shows = stderr.isTTY === true && !args.on('quiet');
  let last = now() + patience;
  let written = false;
  const wipe = (): void => {
    if (written) stderr.write('\r\u001B[2K');
    written = false;
  };
  const forget = interrupts.onInterrupt(() => {
    wipe();
    stop.abort();
  });
  const progress = (done: number, total: number): void => {
    if (!shows || now() - last < breath) return;
    last = now();
    written = true;
    stderr.write(`\r\u001B[2K${says(done, total)}`);
  };
  const end = (): void => {
    wipe();
    forget();
  };
  return { watch: { signal: stop.signal, progress }, end };
}
