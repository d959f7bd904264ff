import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface LogFile {
  /** Absolute, and the same by whatever link the file was named. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Named by the person; else it was come across in a folder. */
  readonly isNamed: boolean;
}

/**
 * A file, or all below a folder that may be logs, in the order of their paths; `null` where there is neither.
 * @param path absolute. @throws the system's error where a folder cannot be read.
 */
export function logFilesAt(path: string): LogFile[] | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  const real = realpathSync(path);
  if (!stats.isDirectory()) return [{ path: real, size: stats.size, isNamed: true }];
  return readdirSync(real, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:jsonl?|ndjson|csv)$/i.test(name))
    .sort()
    .map((name) => ({ path: join(real, name), stats: statSync(join(real, name), { throwIfNoEntry: false }) }))
    .flatMap(({ path: file, stats: found }) =>
      found?.isFile() === true ? [{ path: file, size: found.size, isNamed: false }] : [],
    );
}
