import type { Fault } from '../fault.ts';
import { packed } from '../prints.ts';
import { givenBytes, type Database } from '../sqlite.ts';
import type { Store } from '../store.ts';
import type { PromptPrints } from './promptPrints.ts';

/** Milliseconds: a prompt that reads as it did is noted again after so long. */
const freshness = 24 * 3_600_000;
/** Of one prompt; those last seen the longest ago are forgotten. What was attributed by them stays. */
const mostVersions = 50;

export interface Learned {
  readonly kind: 'learned';
  /** Texts that were not known before. */
  readonly added: number;
  /** Prompts whose text now stands under another id, with what was charged to them. */
  readonly moved: number;
}

/**
 * Notes how the prompts of the source read, so that calls made with them are known also when they read otherwise.
 * @param at milliseconds since 1970.
 * @param isWhole whether these are all prompts of the workspace: then a text that stood under an id which is gone has moved.
 */
export function learn(
  store: Store,
  prompts: readonly PromptPrints[],
  { at, isWhole }: { readonly at: number; readonly isWhole: boolean },
): Learned | Fault {
  const known = store.read((database) => knownDigests(database));
  if ('why' in known) return known;
  const changed = prompts.filter(({ prompt, digest }) => {
    const seen = known.get(`${prompt}\n${digest}`);
    return seen === undefined || at - seen > freshness;
  });
  if (changed.length === 0) return { kind: 'learned', added: 0, moved: 0 };
  return store.write((database) => {
    const ids = new Set(prompts.map(({ prompt }) => prompt));
    const moved = isWhole ? changed.filter((one) => followed(database, one, ids)).length : 0;
    const added = changed.filter((one) => noted(database, one, at)).length;
    return { kind: 'learned', added, moved };
  });
}

function knownDigests(database: Database): Map<string, number> {
  const rows = database.prepare('SELECT prompt, digest, last_seen FROM prompt_version').all();
  return new Map(rows.map((row) => [`${row['prompt']}\n${row['digest']}`, Number(row['last_seen'])]));
}

/** Whether it was not known. */
function noted(
  database: Database,
  { prompt, digest, isSystem, whole, runs }: PromptPrints,
  at: number,
): boolean {
  const touched = database
    .prepare('UPDATE prompt_version SET last_seen = max(last_seen, ?) WHERE prompt = ? AND digest = ?')
    .run(at, prompt, digest);
  if (Number(touched.changes) > 0) return false;
  database
    .prepare(
      `INSERT INTO prompt_version (prompt, digest, is_system, whole, runs, first_seen, last_seen)
       VALUES (?, ?, ?, ?, ${givenBytes}, ?, ?)`,
    )
    .run(prompt, digest, Number(isSystem), whole, packed(runs), at, at);
  database
    .prepare(
      `DELETE FROM prompt_version WHERE row IN (
         SELECT row FROM prompt_version WHERE prompt = ? ORDER BY last_seen DESC, row DESC LIMIT -1 OFFSET ?)`,
    )
    .run(prompt, mostVersions);
  return true;
}

/** A text that is new here and stood elsewhere, where there is nothing any more: its history comes along. */
function followed(database: Database, { prompt, digest }: PromptPrints, ids: ReadonlySet<string>): boolean {
  const isNew = database.prepare('SELECT 1 FROM prompt_version WHERE prompt = ?').get(prompt) === undefined;
  if (!isNew) return false;
  const before = database
    .prepare('SELECT prompt FROM prompt_version WHERE digest = ? ORDER BY last_seen DESC')
    .all(digest)
    .map((row) => String(row['prompt']))
    .find((id) => !ids.has(id));
  if (before === undefined) return false;
  for (const table of ['prompt_version', 'attribution'])
    database.prepare(`UPDATE OR REPLACE ${table} SET prompt = ? WHERE prompt = ?`).run(prompt, before);
  return true;
}
