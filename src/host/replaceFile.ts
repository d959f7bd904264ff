import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/** Whether a file was replaced, or why not: it says something else by now, or it is not UTF-8. */
export type Replaced = 'replaced' | 'changed' | 'encoding';

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Puts a new text in the place of the one that was read, all of it or nothing: the new file is written beside the old
 * one and takes its name. A byte order mark and the file's rights stay.
 * @param before what was read. @throws the system's error where the folder cannot be written.
 */
export function replaceFile(path: string, before: string, after: string): Replaced {
  const real = realpathSync(path);
  const bytes = readFileSync(real);
  const marked = bytes.subarray(0, mark.length).equals(mark);
  const known = Buffer.from(before.startsWith('\uFEFF') ? before.slice(1) : before);
  if (!bytes.subarray(marked ? mark.length : 0).equals(known)) {
    const text = bytes.toString('utf8');
    return Buffer.from(text).equals(bytes) ? 'changed' : 'encoding';
  }
  const text = Buffer.from(after.startsWith('\uFEFF') ? after.slice(1) : after);
  putInPlace(real, marked ? Buffer.concat([mark, text]) : text, statSync(real).mode);
  return 'replaced';
}

/**
 * Writes a file, all of it or nothing: where the disk is full, what stood there still stands. What is no regular file, such
 * as a pipe, is written to. @throws the system's error.
 */
export function writeWhole(path: string, text: string): void {
  const real = existsSync(path) ? realpathSync(path) : path;
  const there = statSync(real, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile()) writeFileSync(real, text);
  else putInPlace(real, Buffer.from(text), there?.mode);
}

/** Makes a file that is not there yet, all of it or nothing. @throws the system's error, `EEXIST` where there is one. */
export function createWhole(path: string, text: string, mode = 0o666): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** @param mode that the file is to have; that of a new one where there is none. */
function putInPlace(path: string, bytes: Buffer, mode?: number): void {
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
