import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { failureWords } from '../failure.ts';
import type { Interrupts, Terminal } from '../terminal.ts';
import { lookAtStaged } from './quick.ts';

/** Words of which each asks for what is staged in the way of a hook: where nothing is, there is one thing to say. */
const plain = new Set(['check', '--staged', '-q', '--quiet', '--no-color']);

/**
 * `promptmeter check` of a change, as a hook runs it at every commit: git is asked what is staged before anything else is
 * loaded, and most often that is all.
 * @param main the address of the bundle that was started, beside which the others stand. @returns the exit code.
 */
export async function startGate(terminal: Terminal, interrupts: Interrupts, main: string): Promise<number> {
  try {
    return await started(terminal, interrupts, main);
  } catch (error) {
    terminal.stderr.write(`promptmeter: ${failureWords(error)}\n`);
    return 2;
  }
}

async function started(terminal: Terminal, interrupts: Interrupts, main: string): Promise<number> {
  const words = terminal.argv.slice(2);
  const staged = words.every((word) => plain.has(word)) ? await lookAtStaged(terminal) : null;
  if (staged === 'nothing') return 0;
  const asked = staged?.git ?? null;
  const script = fileURLToPath(new URL('gate.cjs', main));
  if (main.endsWith('.ts') || !existsSync(script))
    return (await import('../run.ts')).run(terminal, interrupts, asked);
  const { runBundle } = await import('../runBundle.ts');
  const isShort = staged !== null && staged.paths <= fewPaths;
  return runBundle(script, { terminal, interrupts, asked }, isShort);
}

/** A change of more files takes long enough for V8 to make the best of its code. */
const fewPaths = 50;
