import type { Day } from '../core/host.ts';

/** What the command line needs of `process`; a test passes an object literal. */
export interface Terminal {
  /** As Node gives it: the program and the script first. */
  readonly argv: readonly string[];
  cwd(): string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What a command needs of the machine besides the terminal. */
export interface Interrupts {
  /** `null` where nobody can say, as in a test. */
  today(): Day | null;
  /** @returns a function that forgets it. */
  onInterrupt(cleanUp: () => void): () => void;
  /** Resolves when somebody wants the command to end, which then ends by itself. */
  interrupted(): Promise<void>;
}

/** Nobody interrupts, and nobody knows the day. */
export const deaf: Interrupts = {
  onInterrupt: () => () => undefined,
  interrupted: () => new Promise(() => undefined),
  today: () => null,
};

/** Columns to write in. Where nobody can say, 80. */
export function widthOf(terminal: Terminal): number {
  const stated = terminal.stdout.columns ?? Number.parseInt(terminal.env['COLUMNS'] ?? '', 10);
  return Number.isInteger(stated) && stated > 0 ? stated : 80;
}

/** @see https://no-color.org/ (2026-11-22): any value but the empty one switches colours off. */
export function wantsColours(terminal: Terminal): boolean {
  const { NO_COLOR: noColor = '', TERM: kind } = terminal.env;
  return terminal.stdout.isTTY === true && noColor === '' && kind !== 'dumb';
}
