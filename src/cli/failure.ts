import { damaged, DamagedInstall } from '../core/damagedInstall.ts';
import { say } from './sentences.ts';
import { Stop } from './stop.ts';

/** What is said to a person of a command that could not do its work. */
export function failureWords(error: unknown): string {
  if (error instanceof Stop) return error.message;
  const damage = damageOf(error);
  return damage === null ? say.broken(error) : say.damaged(damage);
}

/** What of the installation is missing or damaged; `null` where the error tells of something else. */
function damageOf(error: unknown): string | null {
  if (error instanceof DamagedInstall) return error.message;
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return error.message.split('\n')[0] ?? '';
  const module = error instanceof SyntaxError ? moduleOf(error) : null;
  return module === null ? null : damaged(module, error).message;
}

/** The path of a module that Node could not read: the stack then begins with the place in it, and not with the error's name. */
function moduleOf({ stack = '' }: SyntaxError): string | null {
  return /^(?:file:\/\/)?(?<path>\S.*):\d+\n/.exec(stack)?.groups?.['path'] ?? null;
}
