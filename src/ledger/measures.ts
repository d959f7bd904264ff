import type { Usd } from '../core/prices/usd.ts';
import type { Fault } from './fault.ts';
import { usdOf } from './money.ts';
import type { Database } from './sqlite.ts';
import type { Store } from './store.ts';

/** What the calls of one prompt were like. Nothing here is guessed: what was not measured is `null`. */
export interface PromptMeasure {
  readonly prompt: string;
  /** The last seven days, and all of the time that was looked at. */
  readonly week: MeasuredPart;
  readonly all: MeasuredPart;
  /** Calls of each week, the last one first: as many weeks as have passed since the first call, at most four. */
  readonly weeks: readonly number[];
  /** Milliseconds since 1970; the first of those that were looked at. */
  readonly firstAt: number;
  readonly lastAt: number;
  readonly input: Spread | null;
  readonly output: Spread | null;
  /** The models that answered, the most asked first; `null` for calls that do not say. */
  readonly models: readonly { readonly model: string | null; readonly calls: number }[];
}

export interface MeasuredPart {
  /** That did not fail. */
  readonly calls: number;
  readonly failed: number;
  /** Of the calls charged to this prompt, which are all of them unless a request is made of several prompts. */
  readonly usd: Usd | null;
  /** Of these, those whose cost is not known: they are missing in `usd`. */
  readonly unpriced: number;
  /** Part of all input tokens that was read from the provider's cache, from 0 to 1. */
  readonly cachedShare: number | null;
  /** Calls that say whether they read from it, and those of them that did. */
  readonly told: number;
  readonly hits: number;
}

/** Tokens of a call. Half of the calls have no more than the median, and 95 of 100 no more than `p95`. */
export interface Spread {
  readonly calls: number;
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
}

export interface Measures {
  readonly kind: 'measures';
  /** What was looked at; milliseconds since 1970, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly prompts: ReadonlyMap<string, PromptMeasure>;
}

const week = 7 * 24 * 3_600_000;
const mostWeeks = 4;

/**
 * Volume, length of answers and cache of every prompt that was called in the last four weeks, as the ledger has measured
 * them. A call that was made of several prompts counts for each, its money for the one it is charged to.
 * @param now milliseconds since 1970.
 */
export function measures(store: Store, now: number): Measures | Fault {
  const from = now - mostWeeks * week;
  return store.read((database) => {
    // Made in the reader's own transaction, with which it goes again.
    database.prepare(used).run({ since: from, until: now });
    const [all, recent] = [partsSince(database, from), partsSince(database, now - week)];
    const [input, output] = [spreads(database, 'input'), spreads(database, 'output')];
    const [models, weeks] = [modelsOf(database), weeksOf(database, now)];
    const prompts = [...all].map(([prompt, { firstAt, lastAt, ...part }]): [string, PromptMeasure] => {
      const { firstAt: _first, lastAt: _last, ...recently } = recent.get(prompt) ?? nothing;
      const passed = Math.min(Math.floor((now - firstAt) / week), mostWeeks);
      return [
        prompt,
        {
          ...{ prompt, week: recently, all: part, firstAt, lastAt },
          weeks: (weeks.get(prompt) ?? [0, 0, 0, 0]).slice(0, passed),
          ...{ input: input.get(prompt) ?? null, output: output.get(prompt) ?? null },
          models: models.get(prompt) ?? [],
        },
      ];
    });
    return { kind: 'measures', from, to: now, prompts: new Map(prompts) };
  });
}

/** Calls that name a prompt, or whose request holds it: one row for each prompt of each call. */
const columns = 'at, requests, status, model, input, cache_read, output, usd_8, usd_16, usd_24';
const used = `
  CREATE TEMP TABLE used AS
  SELECT prompt AS of, 1 AS charged, ${columns} FROM main.call
  WHERE at >= :since AND at < :until AND prompt IS NOT NULL
  UNION ALL
  SELECT attribution.prompt, attribution.is_first, ${columns}
  FROM main.call JOIN main.attribution ON attribution.sketch = call.sketch
  WHERE at >= :since AND at < :until AND call.prompt IS NULL`;

const nothing = {
  ...{ calls: 0, failed: 0, usd: null, unpriced: 0, cachedShare: null, told: 0, hits: 0 },
  ...{ firstAt: 0, lastAt: 0 },
};

type Part = MeasuredPart & Pick<PromptMeasure, 'firstAt' | 'lastAt'>;

function partsSince(database: Database, since: number): Map<string, Part> {
  const statement = database.prepare(`
    SELECT of, sum(requests) FILTER (WHERE status <> 'error') AS calls, sum(status = 'error') AS failed,
      sum(usd_8) FILTER (WHERE charged) AS usd8, sum(usd_16) FILTER (WHERE charged) AS usd16,
      sum(usd_24) FILTER (WHERE charged) AS usd24,
      sum(usd_8 IS NULL AND charged AND status <> 'error') AS unpriced,
      sum(input) FILTER (WHERE cache_read IS NOT NULL) AS cacheable, sum(cache_read) AS cache_read,
      count(cache_read) FILTER (WHERE requests = 1) AS told, sum(cache_read > 0 AND requests = 1) AS hits,
      min(at) AS first_at, max(at) AS last_at
    FROM used WHERE at >= ? GROUP BY of`);
  statement.setReadBigInts(true);
  return new Map(statement.all(since).map((row) => [String(row['of']), partOf(row)]));
}

function partOf(row: Record<string, unknown>): Part {
  const count = (name: string) => Number(row[name] ?? 0);
  const { usd8, usd16, usd24 } = row;
  const isPriced = typeof usd8 === 'bigint' && typeof usd16 === 'bigint' && typeof usd24 === 'bigint';
  const cacheable = count('cacheable');
  return {
    ...{ calls: count('calls'), failed: count('failed'), unpriced: count('unpriced') },
    usd: isPriced ? usdOf({ usd8, usd16, usd24 }) : null,
    cachedShare: cacheable > 0 ? count('cache_read') / cacheable : null,
    ...{ told: count('told'), hits: count('hits') },
    ...{ firstAt: count('first_at'), lastAt: count('last_at') },
  };
}

/** Of records that stand for one call each. */
function spreads(database: Database, column: 'input' | 'output'): Map<string, Spread> {
  const rows = database
    .prepare(
      `SELECT of, all_of AS calls, avg(value) AS mean,
         max(value) FILTER (WHERE rank = (all_of + 1) / 2) AS median,
         max(value) FILTER (WHERE rank = (all_of * 95 + 99) / 100) AS p95
       FROM (
         SELECT of, ${column} AS value, count(*) OVER (PARTITION BY of) AS all_of,
           row_number() OVER (PARTITION BY of ORDER BY ${column}) AS rank
         FROM used WHERE ${column} IS NOT NULL AND requests = 1 AND status <> 'error')
       GROUP BY of`,
    )
    .all();
  return new Map(
    rows.map((row) => [
      String(row['of']),
      {
        ...{ calls: Number(row['calls']), mean: Number(row['mean']) },
        ...{ median: Number(row['median']), p95: Number(row['p95']) },
      },
    ]),
  );
}

function modelsOf(database: Database): Map<string, { model: string | null; calls: number }[]> {
  const rows = database
    .prepare(
      `SELECT of, model, sum(requests) AS calls FROM used WHERE status <> 'error'
       GROUP BY of, model ORDER BY of, calls DESC, model`,
    )
    .all();
  const models = new Map<string, { model: string | null; calls: number }[]>();
  for (const { of, model, calls } of rows) {
    const known = models.get(String(of)) ?? [];
    known.push({ model: typeof model === 'string' ? model : null, calls: Number(calls ?? 0) });
    models.set(String(of), known);
  }
  return models;
}

function weeksOf(database: Database, now: number): Map<string, number[]> {
  const rows = database
    .prepare(
      `SELECT of, CAST((:now - 1 - at) / ${week} AS INTEGER) AS ago, sum(requests) AS calls
       FROM used WHERE status <> 'error' GROUP BY of, ago`,
    )
    .all({ now });
  const weeks = new Map<string, number[]>();
  for (const { of, ago, calls } of rows) {
    const known = weeks.get(String(of)) ?? [0, 0, 0, 0];
    weeks.set(String(of), known.with(Number(ago), Number(calls ?? 0)));
  }
  return weeks;
}
