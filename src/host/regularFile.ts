import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Reading } from '../core/host.ts';
import { decode } from './decode.ts';
import { largestFile } from './largestFile.ts';

/** A file by its absolute path, wherever it stands, as a person named it. @param largest in bytes, whole megabytes. */
export function readRegularFile(path: string, largest = largestFile): Reading {
  try {
    return readWhole(path, largest);
  } catch (error) {
    return unreadable(error) ?? { kind: 'unreadable', why: 'there is no such file' };
  }
}

/** @throws as the system does. @param largest in bytes, whole megabytes. */
export function readWhole(path: string, largest = largestFile): Reading {
  // Without O_NONBLOCK, opening a pipe would wait for a writer that never comes.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { kind: 'unreadable', why: 'a folder' };
    if (!stat.isFile()) return { kind: 'unreadable', why: 'not a regular file' };
    if (stat.size > largest) return { kind: 'unreadable', why: `larger than ${largest / 1024 / 1024} MB` };
    const bytes = Buffer.allocUnsafe(stat.size);
    let length = 0;
    for (let more = 1; more > 0 && length < bytes.length; length += more)
      more = readSync(file, bytes, length, bytes.length - length, null);
    return decode(bytes.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'a link that leads back to itself',
  EISDIR: 'a folder',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk could not read it',
  ENAMETOOLONG: 'its name is too long',
};

/** What a failed read of a file says: `null` when the file is not there. */
export function unreadable(error: unknown): Reading | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') return null;
  return { kind: 'unreadable', why: reasons[code] ?? `the system says ${code}` };
}
