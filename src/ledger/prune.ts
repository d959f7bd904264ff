import { rmSync } from 'node:fs';
import { faultOf, type Fault } from './fault.ts';
import type { Database } from './sqlite.ts';
import type { Store } from './store.ts';

/** How long what is kept. Days; `null` for ever. */
export interface Retention {
  readonly days: number | null;
  readonly textDays: number | null;
}

export interface Pruned {
  readonly kind: 'pruned';
  readonly calls: number;
  readonly texts: number;
}

const day = 24 * 3_600_000;

/**
 * Takes calls, or only their texts, out of the ledger for good: what they were is overwritten in the file. What then is
 * used by no call goes too, and the space is given back to the system.
 * @param before milliseconds since 1970: what was sent earlier.
 */
export function prune(store: Store, which: Which): Pruned | Fault {
  const pruned = deleted(store, which);
  if (pruned.kind === 'fault' || pruned.calls + pruned.texts === 0) return pruned;
  const shrunk = store.attempt(({ database }) => {
    database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    return null;
  });
  return shrunk ?? pruned;
}

interface Which {
  readonly before: number;
  readonly textsOnly?: boolean;
}

function deleted(store: Store, { before, textsOnly = false }: Which): Pruned | Fault {
  return store.write((database): Pruned => {
    database.exec('PRAGMA secure_delete = ON');
    const texts = removed(
      database,
      'DELETE FROM call_text WHERE row IN (SELECT row FROM call WHERE at < ?)',
      before,
    );
    const calls = textsOnly ? 0 : removed(database, 'DELETE FROM call WHERE at < ?', before);
    if (calls > 0) dropUnused(database);
    return { kind: 'pruned', calls, texts };
  });
}

/** Keeps to what the configuration says; the space is used again by later calls. To be called by whoever opens a ledger to write. @param now milliseconds since 1970. */
export function expire(store: Store, { days, textDays }: Retention, now: number): Pruned | Fault {
  const texts =
    textDays === null ? nothing : deleted(store, { before: now - textDays * day, textsOnly: true });
  if (texts.kind === 'fault' || days === null) return texts;
  const calls = deleted(store, { before: now - days * day });
  return calls.kind === 'fault' ? calls : { ...calls, texts: calls.texts + texts.texts };
}

/** A copy of one moment, whoever writes meanwhile. @param to a file that does not exist yet: a fault names it where that cannot be written. */
export function backUp(store: Store, to: string): Fault | null {
  const problem = store.attempt(({ database }) => {
    database.prepare('VACUUM INTO ?').run(to);
    return null;
  });
  return problem?.why === 'read-only' || problem?.why === 'full' ? { ...problem, path: to } : problem;
}

/** Deletes a ledger and what SQLite keeps beside it. @returns `null` when it is gone. */
export function deleteLedger(path: string): Fault | null {
  try {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    return null;
  } catch (error) {
    return faultOf(error, path);
  }
}

const nothing: Pruned = { kind: 'pruned', calls: 0, texts: 0 };

function removed(database: Database, query: string, before: number): number {
  return Number(database.prepare(query).run(before).changes);
}

function dropUnused(database: Database): void {
  database.exec(`
    DELETE FROM sketch WHERE id NOT IN (SELECT sketch FROM call WHERE sketch IS NOT NULL);
    DELETE FROM price WHERE id NOT IN (SELECT price FROM call WHERE price IS NOT NULL);`);
}
