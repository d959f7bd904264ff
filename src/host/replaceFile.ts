import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
  const temporary = join(dirname(real), `.${randomUUID()}.tmp`);
  try {
    const text = Buffer.from(after.startsWith('\uFEFF') ? after.slice(1) : after);
    writeFileSync(temporary, marked ? Buffer.concat([mark, text]) : text, { flag: 'wx' });
    chmodSync(temporary, statSync(real).mode & 0o7777);
    renameSync(temporary, real);
  } finally {
    rmSync(temporary, { force: true });
  }
  return 'replaced';
}
