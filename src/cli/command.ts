import type { Arguments, Flag } from './flags.ts';
import type { Terminal } from './terminal.ts';

/** What a command is given: the terminal, what was typed, and whether Ctrl-C was pressed since. */
export interface Context {
  readonly terminal: Terminal;
  readonly args: Arguments;
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  /** What follows its name in the help. */
  readonly takes: string;
  readonly summary: string;
  readonly details: string;
  readonly flags: readonly Flag[];
  /** Loads the command's code on first use. @returns the exit code. */
  run(context: Context): Promise<number>;
}
