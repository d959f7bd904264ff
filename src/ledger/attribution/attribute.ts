import type { Fault } from '../fault.ts';
import { unpacked } from '../prints.ts';
import type { Database } from '../sqlite.ts';
import type { Store } from '../store.ts';
import { PromptIndex, type Version } from './match.ts';

/** Requests of no known prompt whose sums are kept for prompts that are learned later: the newest, in some 60 MB at most. */
const mostUnknown = 20_000;
/** Requests that are looked at in one transaction, so that nobody waits long for it. */
const batch = 2000;

/**
 * Tells of every request that is not known yet which prompts it was made of, by the prompts that were learned so far.
 * To be called before spending is told by prompt.
 * @returns how many became known.
 */
export function attribute(store: Store): number | Fault {
  const newest = store.read(newestVersion);
  if (typeof newest !== 'number') return newest;
  let index: PromptIndex | null = null;
  let found = 0;
  for (;;) {
    const pending = store.read((database) => pendingSketches(database, newest));
    if ('why' in pending) return pending;
    if (pending.length === 0) return found;
    if (index === null) {
      const versions = store.read(allVersions);
      if ('why' in versions) return versions;
      index = new PromptIndex(versions);
    }
    const known = index;
    const matched = pending.map(({ id, prints }) => ({ id, prompts: known.match(prints) }));
    const written = store.write((database) => put(database, matched, newest));
    if (typeof written !== 'number') return written;
    found += written;
  }
}

interface Matched {
  readonly id: number;
  readonly prompts: readonly string[];
}

function newestVersion(database: Database): number {
  return Number(database.prepare('SELECT max(row) AS row FROM prompt_version').get()?.['row'] ?? 0);
}

function pendingSketches(database: Database, newest: number) {
  const query = `SELECT id, prints FROM sketch WHERE held_against IS NULL OR held_against < ? LIMIT ${batch}`;
  return database
    .prepare(query)
    .all(newest)
    .map(({ id, prints }) => ({ id: Number(id), prints: unpacked(bytesOf(prints)) }));
}

function allVersions(database: Database): Version[] {
  return database
    .prepare('SELECT prompt, is_system, whole, runs FROM prompt_version')
    .all()
    .map(({ prompt, is_system: isSystem, whole, runs }) => ({
      prompt: String(prompt),
      isSystem: isSystem === 1,
      whole: whole === null ? null : Number(whole),
      runs: [...unpacked(bytesOf(runs))],
    }));
}

/** What is known needs its sums no more; the others are kept for prompts that are learned later. */
function put(database: Database, matched: readonly Matched[], newest: number): number {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO attribution (sketch, prompt, is_first) VALUES (?, ?, ?)',
  );
  const held = database.prepare('UPDATE sketch SET held_against = ? WHERE id = ?');
  const done = database.prepare('UPDATE sketch SET held_against = ?, prints = zeroblob(0) WHERE id = ?');
  for (const { id, prompts } of matched) {
    for (const [i, prompt] of prompts.entries()) insert.run(id, prompt, Number(i === 0));
    if (prompts.length === 0) held.run(newest, id);
    else done.run(Number.MAX_SAFE_INTEGER, id);
  }
  database
    .prepare(
      `UPDATE sketch SET held_against = ?, prints = zeroblob(0) WHERE id IN (
         SELECT id FROM sketch WHERE held_against = ? ORDER BY id DESC LIMIT -1 OFFSET ${mostUnknown})`,
    )
    .run(Number.MAX_SAFE_INTEGER, newest);
  return matched.filter(({ prompts }) => prompts.length > 0).length;
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`${typeof value} is no bytes`);
}
