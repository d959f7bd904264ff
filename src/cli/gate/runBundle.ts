import { setFlagsFromString } from 'node:v8';
import { runCompiled } from '../../host/cache/compiledScript.ts';
import type { Surroundings } from '../dispatch.ts';
import type { run } from './run.ts';

/** Runs `check` from the bundle made for it. @param isShort what it reads is little. @returns the exit code. */
export async function runBundle(
  file: string,
  { terminal, interrupts, asked, isShort }: Surroundings & { readonly isShort: boolean },
): Promise<number> {
  const script = runCompiled(file, terminal.env);
  const gate = script.exports as { readonly run: typeof run };
  // V8 makes faster code of the parsers on other threads, which takes from this one what a short run never gets back
  if (isShort) setFlagsFromString('--liftoff-only');
  const code = await gate.run(terminal, interrupts, asked);
  // code that was compiled with other flags would not be taken back
  if (isShort) setFlagsFromString('--no-liftoff-only');
  script.keep();
  return code;
}
