import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Reading } from '../core/host.ts';
import { decode } from './decode.ts';
import { largestFile } from './largestFile.ts';

/** A file by its absolute path, wherever it stands, as a person named it. @param largest in bytes, whole megabytes. */
export function readRegularFile(path: string, largest = largestFile): Reading {
  try {
    return readWhole(path, { largest });
  } catch (error) {
    return unreadable(error) ?? { kind: 'unreadable', why: 'there is no such file' };
  }
}

// Without O_NONBLOCK, opening a pipe would wait for a writer that never comes.
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** How a file is opened that is no link; `null` where the system cannot tell while it opens one. */
const readingNoLink = constants.O_NOFOLLOW === undefined ? null : reading | constants.O_NOFOLLOW;

export interface ReadOptions {
  /** In bytes, whole megabytes. */
  readonly largest?: number;
  /** A link is not followed: what is then thrown, `isLinkError` knows. */
  readonly noLink?: boolean;
  /** What a file is read into that fits: whoever reads thousands need not have memory made for each. */
  readonly into?: Buffer | null;
}

/** @throws as the system does. */
export function readWhole(
  path: string,
  { largest = largestFile, noLink = false, into = null }: ReadOptions = {},
): Reading {
  const file = openSync(path, noLink ? (readingNoLink ?? reading) : reading);
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { kind: 'unreadable', why: 'a folder' };
    if (!stat.isFile()) return { kind: 'unreadable', why: 'not a regular file' };
    if (stat.size > largest) return { kind: 'unreadable', why: `larger than ${largest / 1024 / 1024} MB` };
    const bytes = into !== null && stat.size <= into.length ? into : Buffer.allocUnsafe(stat.size);
    let length = 0;
    for (let more = 1; more > 0 && length < stat.size; length += more)
      more = readSync(file, bytes, length, stat.size - length, null);
    return decode(bytes.subarray(0, length));
  } finally {
    closeSync(file);
  }
}

/** Whether `noLink` can be asked for. */
export const tellsLinks = readingNoLink !== null;

/** What a system throws that opens no link when it meets one. FreeBSD has another name for it. */
export function isLinkError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'EMLINK');
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
