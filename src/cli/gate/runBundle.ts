import { runCompiled } from '../../host/cache/compiledScript.ts';
import type { Surroundings } from '../dispatch.ts';
import type { run } from './run.ts';

/** Runs `check` from the bundle made for it. @returns the exit code. */
export async function runBundle(
  file: string,
  { terminal, interrupts, asked }: Surroundings,
): Promise<number> {
  const script = runCompiled(file, terminal.env);
  const gate = script.exports as { readonly run: typeof run };
  const code = await gate.run(terminal, interrupts, asked);
  script.keep();
  return code;
}
