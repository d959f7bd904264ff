/**
 * Why the ledger could not do its work. Nothing that was recorded before is lost by any of these.
 *
 * - `no-sqlite`: this Node has none; from 22.13 on it does
 * - `newer`: a later version wrote the file, which is left as it is
 * - `foreign`: the file is somebody else's database, and is left as it is
 * - `corrupt`: the file is damaged, and could not be set aside either
 * - `read-only`: the file or its folder cannot be written
 * - `full`: the disk, or what one may use of it, is full
 * - `busy`: another program holds the file for longer than we wait
 * - `missing`: there is no such ledger yet, and it was only to be read
 * - `system`: anything else that the system reports
 */
export interface Fault {
  readonly kind: 'fault';
  readonly why:
    'no-sqlite' | 'newer' | 'foreign' | 'corrupt' | 'read-only' | 'full' | 'busy' | 'missing' | 'system';
  readonly path: string;
  /** What the system or SQLite said; empty where it said nothing. */
  readonly detail: string;
}

/** SQLite's result codes, extended ones first. @see https://www.sqlite.org/rescode.html (2026-11-22) */
const byCode: Readonly<Record<number, Fault['why']>> = {
  // SQLITE_IOERR_WRITE: how a limit on the size of files comes out.
  778: 'full',
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'system',
  11: 'corrupt',
  13: 'full',
  14: 'read-only',
  15: 'busy',
  23: 'read-only',
  26: 'corrupt',
};

const bySystem: Readonly<Record<string, Fault['why']>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOTDIR: 'read-only',
  EEXIST: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
};

export function fault(why: Fault['why'], path: string, detail = ''): Fault {
  return { kind: 'fault', why, path, detail };
}

export function isFault(answer: unknown): answer is Fault {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'fault';
}

/** @throws what neither the system nor the state of the file explains: that is a mistake of ours. */
export function faultOf(error: unknown, path: string): Fault {
  if (!(error instanceof Error)) throw error;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const why = byCode[error.errcode] ?? byCode[error.errcode & 0xff];
    if (why !== undefined) return fault(why, path, error.message);
  }
  if ('syscall' in error && 'code' in error)
    return fault(bySystem[String(error.code)] ?? 'system', path, error.message);
  throw error;
}
