import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createWhole, replaceFile } from '../replaceFile.ts';

/** A file that is to be made or changed. */
export interface PlannedFile {
  /** Absolute. */
  readonly file: string;
  /** What stands there; `null` where nothing does. */
  readonly before: string | null;
  /** `null` where it is to go. */
  readonly after: string | null;
  /** Whether a new one is a program. */
  readonly runs: boolean;
}

/** @returns `null`, or why it was not done; completes "it could not be written: …". */
export function carryOut({ file, before, after, runs }: PlannedFile): string | null {
  try {
    if (after === null) rmSync(file);
    else if (before === null) {
      mkdirSync(dirname(file), { recursive: true });
      createWhole(file, after, runs ? 0o777 : 0o666);
    } else if (replaceFile(file, before, after) !== 'replaced')
      return 'it changed meanwhile, or is not in UTF-8';
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

/** `null` where there is no such file. @throws the system's error, with the path, where there is one that cannot be read. */
export function textAt(file: string): string | null {
  try {
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  } catch (error) {
    // of a folder the system does not say which
    throw error instanceof Error ? Object.assign(error, { path: file }) : error;
  }
}
