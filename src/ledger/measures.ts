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
    const [input, output] = [spreads(database, 'input'), spreads(database, 'output')];
    const models = modelsOf(database);
    const prompts = sumsOf(database, now).map(({ prompt, ...sums }): [string, PromptMeasure] => [
      prompt,
      {
        ...{ prompt, ...sums },
        ...{ input: input.get(prompt) ?? null, output: output.get(prompt) ?? null },
        models: models.get(prompt) ?? [],
      },
    ]);
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

/** What the calls of a span add up to, as columns whose names begin alike. @param span a condition on `used`. */
function sums(name: string, span: string): string {
  return `
    sum(requests) FILTER (WHERE ${span} AND status <> 'error') AS ${name}_calls,
    count(*) FILTER (WHERE ${span} AND status = 'error') AS ${name}_failed,
    sum(usd_8) FILTER (WHERE ${span} AND charged) AS ${name}_usd8,
    sum(usd_16) FILTER (WHERE ${span} AND charged) AS ${name}_usd16,
    sum(usd_24) FILTER (WHERE ${span} AND charged) AS ${name}_usd24,
    count(*) FILTER (WHERE ${span} AND usd_8 IS NULL AND charged AND status <> 'error') AS ${name}_unpriced,
    sum(input) FILTER (WHERE ${span} AND cache_read IS NOT NULL) AS ${name}_cacheable,
    sum(cache_read) FILTER (WHERE ${span}) AS ${name}_cached,
    count(cache_read) FILTER (WHERE ${span} AND requests = 1) AS ${name}_told,
    count(*) FILTER (WHERE ${span} AND cache_read > 0 AND requests = 1) AS ${name}_hits`;
}

const eachWeek = Array.from(
  { length: mostWeeks },
  (_, i) =>
    `sum(requests) FILTER (WHERE status <> 'error' AND at >= :now - ${(i + 1) * week} AND at < :now - ${i * week}) AS week_${i}`,
);

function sumsOf(
  database: Database,
  now: number,
): Pick<PromptMeasure, 'prompt' | 'week' | 'all' | 'weeks' | 'firstAt' | 'lastAt'>[] {
  const statement = database.prepare(`
    SELECT of, ${sums('all', 'TRUE')}, ${sums('recent', `at >= :now - ${week}`)}, ${eachWeek.join(', ')},
      min(at) AS first_at, max(at) AS last_at
    FROM used GROUP BY of`);
  statement.setReadBigInts(true);
  return statement.all({ now }).map((row) => {
    const count = (name: string) => Number(row[name] ?? 0);
    const passed = Math.min(Math.floor((now - count('first_at')) / week), mostWeeks);
    return {
      prompt: String(row['of']),
      ...{ week: partOf(row, 'recent'), all: partOf(row, 'all') },
      weeks: Array.from({ length: passed }, (_, i) => count(`week_${i}`)),
      ...{ firstAt: count('first_at'), lastAt: count('last_at') },
    };
  });
}

function partOf(row: Record<string, unknown>, name: string): MeasuredPart {
  const count = (column: string) => Number(row[`${name}_${column}`] ?? 0);
  const [usd8, usd16, usd24] = [row[`${name}_usd8`], row[`${name}_usd16`], row[`${name}_usd24`]];
  const isPriced = typeof usd8 === 'bigint' && typeof usd16 === 'bigint' && typeof usd24 === 'bigint';
  const cacheable = count('cacheable');
  return {
    ...{ calls: count('calls'), failed: count('failed'), unpriced: count('unpriced') },
    usd: isPriced ? usdOf({ usd8, usd16, usd24 }) : null,
    cachedShare: cacheable > 0 ? count('cached') / cacheable : null,
    ...{ told: count('told'), hits: count('hits') },
  };
}

/** Of records that stand for one call each. */
function spreads(database: Database, column: 'input' | 'output'): Map<string, Spread> {
  const rows = database
    .prepare(
      `SELECT of, ${column} AS value, count(*) AS calls FROM used
       WHERE ${column} IS NOT NULL AND requests = 1 AND status <> 'error' GROUP BY of, ${column}`,
    )
    .all();
  const found = new Map<string, [value: number, calls: number][]>();
  for (const { of, value, calls } of rows) listed(found, String(of)).push([Number(value), Number(calls)]);
  return new Map([...found].map(([prompt, counts]) => [prompt, spreadOf(counts)]));
}

/** @param counts how many calls have each value; at least one. */
function spreadOf(counts: [value: number, calls: number][]): Spread {
  counts.sort(([a], [b]) => a - b);
  const calls = counts.reduce((sum, [, some]) => sum + some, 0);
  const total = counts.reduce((sum, [value, some]) => sum + value * some, 0);
  const at = (share: number): number => {
    let passed = 0;
    return counts.find(([, some]) => (passed += some) >= calls * share)?.[0] ?? 0;
  };
  return { calls, mean: total / calls, median: at(0.5), p95: at(0.95) };
}

function modelsOf(database: Database): Map<string, { model: string | null; calls: number }[]> {
  const rows = database
    .prepare(
      `SELECT of, model, sum(requests) AS calls FROM used WHERE status <> 'error'
       GROUP BY of, model ORDER BY of, calls DESC, model`,
    )
    .all();
  const models = new Map<string, { model: string | null; calls: number }[]>();
  for (const { of, model, calls } of rows)
    listed(models, String(of)).push({
      model: typeof model === 'string' ? model : null,
      calls: Number(calls ?? 0),
    });
  return models;
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: T[] = [];
  lists.set(key, list);
  return list;
}
