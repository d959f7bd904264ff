import type { Git } from '../host/git/git.ts';
import { runOf } from './dispatch.ts';
import { commands } from './manual/index.ts';
import { deaf, type Interrupts, type Terminal } from './terminal.ts';

/**
 * The command line without its process.
 * @param asked the git that was asked ahead about what is staged.
 * @returns the exit code: 0 fine, 1 a budget is exceeded or a rule found something, 2 it could not do its work.
 */
export function run(
  terminal: Terminal,
  interrupts: Interrupts = deaf,
  asked: Git | null = null,
): Promise<number> {
  return runOf(commands, { terminal, interrupts, asked });
}
