import { say } from './sentences.ts';
import { Stop } from './stop.ts';

/** What writes a file that a person will look for. @param file as they call it. @throws Stop where the system refuses. */
export function writing<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Stop(say.notWritten(file, String(error.code)));
  }
}
