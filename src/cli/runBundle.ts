import { opened } from '../core/damagedInstall.ts';
import { runCompiled } from '../host/cache/compiledScript.ts';
import type { Surroundings } from './dispatch.ts';
import type { run } from './run.ts';

/**
 * Runs a command from the bundle that was made for it.
 * @param file of the bundle. @param isShort whether it is known to have little to read. @returns the exit code.
 */
export async function runBundle(
  file: string,
  { terminal, interrupts, asked }: Surroundings,
  isShort = false,
): Promise<number> {
  const script = opened(file, () => runCompiled(file, terminal.env, isShort));
  const bundle = script.exports as { readonly run: typeof run };
  const code = await bundle.run(terminal, interrupts, asked);
  script.keep();
  return code;
}
