import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fault, faultOf, type Fault } from './fault.ts';
import { migrate, stateOf } from './schema.ts';
import type { Database, Sqlite } from './sqlite.ts';

export interface Connection {
  readonly kind: 'connected';
  readonly database: Database;
  readonly writes: boolean;
  /** Of the file that was opened, whatever stands at its path later. */
  readonly inode: bigint | null;
}

interface Options {
  readonly create: boolean;
  /** Milliseconds to wait for another program that writes. */
  readonly patience: number;
}

/**
 * Opens a file, makes it where that is wanted, and brings it to the newest version. Where it cannot be written it can be
 * read all the same.
 * @throws errors of SQLite and the system, of which `faultOf` makes faults.
 */
export function connect(sqlite: Sqlite, path: string, options: Options): Connection | Fault {
  if (!options.create && inodeOf(path) === null) return fault('missing', path);
  try {
    return toWrite(sqlite, path, options.patience);
  } catch (error) {
    const problem = faultOf(error, path);
    return problem.why === 'read-only' && inodeOf(path) !== null ? toRead(sqlite, path, problem) : problem;
  }
}

export function inodeOf(path: string): bigint | null {
  return statSync(path, { throwIfNoEntry: false, bigint: true })?.ino ?? null;
}

function toWrite({ DatabaseSync }: Sqlite, path: string, patience: number): Connection | Fault {
  makeOwn(path);
  return orClosed(new DatabaseSync(path, { timeout: patience }), (database) => {
    const state = stateOf(database);
    if (state === 'newer' || state === 'foreign') return fault(state, path);
    // What is committed survives the end of any program; a power cut may take the last moments.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    const migrated = migrate(database);
    if (migrated === 'newer' || migrated === 'foreign') return fault(migrated, path);
    return { kind: 'connected', database, writes: true, inode: inodeOf(path) };
  });
}

/** Nobody but its person may read a ledger; SQLite gives the files beside it the same rights. */
function makeOwn(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (inodeOf(path) === null) closeSync(openSync(path, 'a', 0o600));
}

/** Without the files beside it that SQLite needs where anybody may write. @see https://www.sqlite.org/uri.html#uriimmutable (2026-11-22) */
function toRead({ DatabaseSync }: Sqlite, path: string, problem: Fault): Connection | Fault {
  const address = new URL(`${pathToFileURL(path).href}?immutable=1`);
  return orClosed(new DatabaseSync(address, { readOnly: true }), (database) => {
    const state = stateOf(database);
    if (state === 'older') return problem;
    if (state !== 'ready') return fault(state, path);
    return { kind: 'connected', database, writes: false, inode: inodeOf(path) };
  });
}

function orClosed(database: Database, use: (database: Database) => Connection | Fault): Connection | Fault {
  let connected = false;
  try {
    const result = use(database);
    connected = result.kind === 'connected';
    return result;
  } finally {
    if (!connected) database.close();
  }
}
