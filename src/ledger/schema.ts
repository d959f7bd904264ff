import { inTransaction, type Database } from './sqlite.ts';

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
    for (const step of all.slice(pragma(database, 'user_version'))) database.exec(step);
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
