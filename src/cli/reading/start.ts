import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Interrupts, Terminal } from '../terminal.ts';

/**
 * A command that reads all files, from the bundle made for it, so that nothing is compiled again that V8 compiled before.
 * @param main the address of the bundle that was started, beside which the others stand. @returns the exit code.
 */
export async function startReading(
  terminal: Terminal,
  interrupts: Interrupts,
  main: string,
): Promise<number> {
  const script = fileURLToPath(new URL('reading.cjs', main));
  if (main.endsWith('.ts') || !existsSync(script))
    return (await import('../run.ts')).run(terminal, interrupts);
  const { runBundle } = await import('../runBundle.ts');
  return runBundle(script, { terminal, interrupts, asked: null });
}
