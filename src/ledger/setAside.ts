import { existsSync, renameSync } from 'node:fs';
import { inodeOf } from './connect.ts';

/**
 * Moves a damaged file, and what SQLite keeps beside it, out of the way; nothing of it is overwritten or lost.
 * @param inode of the file that was found damaged: where another one stands by now, somebody else has moved it already.
 * @returns where it is now; `null` where it was moved by somebody else.
 * @throws the system's error where the folder cannot be written.
 */
export function setAside(path: string, inode: bigint | null): string | null {
  if (inode === null || inodeOf(path) !== inode) return null;
  const aside = freeName(path);
  renameSync(path, aside);
  for (const beside of ['-wal', '-shm'])
    if (existsSync(path + beside)) renameSync(path + beside, aside + beside);
  return aside;
}

function freeName(path: string): string {
  for (let number = 1; ; number++) {
    const name = `${path}.damaged-${number}`;
    if (!existsSync(name)) return name;
  }
}
