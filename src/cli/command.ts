import type { Git } from '../host/git/git.ts';
import type { Arguments, Flag } from './flags.ts';
import type { Interrupts, Terminal } from './terminal.ts';

/** What a command is given: the terminal, what was typed, and whom to tell what Ctrl-C should clean up. */
export interface Context {
  readonly terminal: Terminal;
  readonly args: Arguments;
  readonly interrupts: Interrupts;
  /** The git that was asked about what is staged before any command was loaded; `null` where nobody has. */
  readonly asked: Git | null;
}

export interface Command {
  readonly name: string;
  /** What follows its name in the help. */
  readonly takes: string;
  readonly summary: string;
  /** Paragraphs, each on one line. */
  readonly details: readonly string[];
  readonly flags: readonly Flag[];
  /** Loads the command's code on first use. @returns the exit code. */
  run(context: Context): Promise<number>;
}
