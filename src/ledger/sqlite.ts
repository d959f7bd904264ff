import type { DatabaseSync, backup } from 'node:sqlite';

export type Database = DatabaseSync;

export interface Sqlite {
  readonly DatabaseSync: typeof DatabaseSync;
  readonly backup: typeof backup;
}

/**
 * SQLite as it comes with Node from 22.13 on; `null` on an older one. Loaded when a ledger is opened, not before.
 * @see https://nodejs.org/api/sqlite.html (2026-11-22)
 */
export async function loadSqlite(): Promise<Sqlite | null> {
  try {
    return await withoutItsWarning(() => import('node:sqlite'));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Until 24 Node says on standard error that its SQLite is experimental, which a user can do nothing about. */
async function withoutItsWarning<T>(load: () => Promise<T>): Promise<T> {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (String(warning).includes('SQLite')) return;
    Reflect.apply(emitWarning, process, [warning, ...rest]);
  }) as typeof emitWarning;
  try {
    return await load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ERR_UNKNOWN_BUILTIN_MODULE' || code === 'MODULE_NOT_FOUND';
}

/** A parameter of bytes: the SQLite of Node 22 takes no bytes at all for NULL. */
export const givenBytes = 'coalesce(?, zeroblob(0))';

/** All or nothing. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } finally {
    if (database.isTransaction) database.exec('ROLLBACK');
  }
}
