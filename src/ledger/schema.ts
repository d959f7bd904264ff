import { inTransaction, type Database } from './sqlite.ts';

/**
 * What rows of `spend` add up to. Money stands in three columns, see `money.ts`. Of a call that failed nobody expects a
 * cost, so only others count as calls whose cost is not known.
 */
export const sums = `
  sum(requests) AS calls,
  sum(requests IS NULL) AS uncounted,
  sum(status = 'error') AS failed,
  sum(input) AS input, sum(cache_read) AS cache_read,
  sum(coalesce(cache_write, 0) + coalesce(cache_write_1h, 0)) AS cache_write,
  sum(output) AS output, sum(reasoning) AS reasoning,
  sum(usd_8) AS usd_8, sum(usd_16) AS usd_16, sum(usd_24) AS usd_24,
  sum(usd_8 IS NULL AND status <> 'error') AS unpriced,
  min(at) AS first_at, max(at) AS last_at`;

/**
 * What leads from each version of the file to the next one. A step that has shipped is never changed; a new one is added
 * at the end. The version of a file is its `user_version`.
 */
export const steps: readonly string[] = [
  `
  CREATE TABLE price (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    service TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL,
    UNIQUE (model, provider, service, source, date)
  ) STRICT;

  -- Sums of a request's texts; the same request's are kept once.
  CREATE TABLE sketch (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    prints BLOB NOT NULL
  ) STRICT;

  CREATE TABLE call (
    row INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    requests INTEGER,
    provider TEXT,
    model TEXT,
    operation TEXT,
    service TEXT,
    input INTEGER,
    cache_read INTEGER,
    cache_write INTEGER,
    cache_write_1h INTEGER,
    output INTEGER,
    reasoning INTEGER,
    counted TEXT NOT NULL,
    usd_8 INTEGER,
    usd_16 INTEGER,
    usd_24 INTEGER,
    cost_from TEXT,
    price INTEGER REFERENCES price (id),
    latency_ms INTEGER,
    first_token_ms INTEGER,
    status TEXT NOT NULL,
    http_status INTEGER,
    streaming INTEGER,
    retry_of TEXT,
    prompt TEXT,
    feature TEXT,
    user TEXT,
    session TEXT,
    tags TEXT,
    success INTEGER,
    sketch INTEGER REFERENCES sketch (id),
    UNIQUE (source, id)
  ) STRICT;
  CREATE INDEX call_at ON call (at);
  CREATE INDEX call_sketch ON call (sketch) WHERE sketch IS NOT NULL;

  CREATE TABLE call_text (
    row INTEGER PRIMARY KEY REFERENCES call (row) ON DELETE CASCADE,
    request TEXT,
    response TEXT
  ) STRICT;
  `,
  `
  -- How prompts of the source read, now and once; as sums of their words.
  CREATE TABLE prompt_version (
    row INTEGER PRIMARY KEY,
    prompt TEXT NOT NULL,
    digest TEXT NOT NULL,
    is_system INTEGER NOT NULL,
    whole REAL,
    runs BLOB NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL,
    UNIQUE (prompt, digest)
  ) STRICT;
  CREATE INDEX prompt_version_digest ON prompt_version (digest);

  -- Which prompts a request was made of; the first is the one it is charged to.
  CREATE TABLE attribution (
    sketch INTEGER NOT NULL REFERENCES sketch (id) ON DELETE CASCADE,
    prompt TEXT NOT NULL,
    is_first INTEGER NOT NULL,
    PRIMARY KEY (sketch, prompt)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX attribution_prompt ON attribution (prompt);

  -- The last row of prompt_version that a request was held against; those of no prompt are held against later ones.
  ALTER TABLE sketch ADD COLUMN held_against INTEGER;
  CREATE INDEX sketch_pending ON sketch (held_against);
  `,
  `
  -- How far each file was imported: written together with the calls up to there.
  CREATE TABLE import (
    path TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    size INTEGER NOT NULL,
    -- The byte after the last record, what shows that the file up to there is still the same, and what its reader remembers.
    offset INTEGER NOT NULL,
    digest TEXT NOT NULL,
    layout TEXT NOT NULL,
    memory TEXT NOT NULL,
    malformed INTEGER NOT NULL
  ) STRICT;
  `,
];

/** Roll-ups, for whoever looks into the file. They hold nothing themselves, and are made anew with every version. */
const views = [
  `CREATE VIEW spend AS
     SELECT call.*, date(call.at / 1000, 'unixepoch') AS day, coalesce(call.prompt, attribution.prompt) AS charged_to
     FROM call LEFT JOIN attribution ON attribution.sketch = call.sketch AND attribution.is_first = 1`,
  ...Object.entries({
    day: 'day',
    prompt: 'charged_to',
    model: 'model',
    feature: 'feature',
    source: 'source',
  }).map(
    ([name, column]) =>
      `CREATE VIEW spend_by_${name} AS SELECT ${column} AS ${name}, ${sums} FROM spend GROUP BY ${column}`,
  ),
];

/** Marks the file as ours: "PMTR". @see https://www.sqlite.org/pragma.html#pragma_application_id (2026-11-22) */
const application = 0x504d5452;

/** `older` is also said of a file that is still empty. */
export type State = 'ready' | 'older' | 'newer' | 'foreign';

export function stateOf(database: Database, all: readonly string[] = steps): State {
  const [version, owner] = [pragma(database, 'user_version'), pragma(database, 'application_id')];
  if (owner !== application) return version === 0 && owner === 0 && isEmpty(database) ? 'older' : 'foreign';
  if (version > all.length) return 'newer';
  return version === all.length ? 'ready' : 'older';
}

/** Brings a file to the newest version, in one go or not at all. One of a later version, or somebody else's, is not touched. */
export function migrate(database: Database, all: readonly string[] = steps): State {
  if (stateOf(database, all) !== 'older') return stateOf(database, all);
  return inTransaction(database, () => {
    // Another program may have done it since.
    const state = stateOf(database, all);
    if (state !== 'older') return state;
    const old = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'view'").all();
    for (const { name } of old) database.exec(`DROP VIEW "${name}"`);
    for (const step of all.slice(pragma(database, 'user_version'))) database.exec(step);
    if (all === steps) for (const view of views) database.exec(view);
    database.exec(`PRAGMA user_version = ${all.length}; PRAGMA application_id = ${application}`);
    return 'ready';
  });
}

function pragma(database: Database, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function isEmpty(database: Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}
