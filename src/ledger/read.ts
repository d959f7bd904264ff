import type { Usd } from '../core/prices/usd.ts';
import type { Fault } from './fault.ts';
import { usdOf } from './money.ts';
import { sums } from './schema.ts';
import type { Database } from './sqlite.ts';
import type { Store } from './store.ts';

/** By what spending is told apart. */
export const dimensions = {
  day: 'day',
  prompt: 'charged_to',
  model: 'model',
  feature: 'feature',
  source: 'source',
  provider: 'provider',
  user: 'user',
  session: 'session',
} as const;
export type Dimension = keyof typeof dimensions;

/** Milliseconds since 1970, the end exclusive. */
export interface Span {
  readonly since?: number;
  readonly until?: number;
}

/** What some calls add up to. Tokens are of the calls whose tokens are known, money of those whose cost is. */
export interface Spend {
  /** The day (UTC), the prompt's id, the model …; `null` for calls of which it is not known. */
  readonly key: string | null;
  readonly calls: number;
  /** Records that stand for several calls and do not say how many. */
  readonly uncounted: number;
  readonly failed: number;
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
  readonly reasoning: number;
  /** `null` where no call's cost is known. */
  readonly usd: Usd | null;
  /** Calls that did not fail and whose cost is not known: they are missing in `usd`. */
  readonly unpriced: number;
  /** Milliseconds since 1970. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Spending by day, prompt, model … The dearest first, days in their order. */
export function spendBy(store: Store, by: Dimension, span: Span = {}): Spend[] | Fault {
  return spendByKey(store, dimensions[by], { span, ...(by === 'day' && { order: 'key' }) });
}

export function spendByPrompt(store: Store, span: Span = {}): Spend[] | Fault {
  return spendBy(store, 'prompt', span);
}

export function spendByDay(store: Store, span: Span = {}): Spend[] | Fault {
  return spendBy(store, 'day', span);
}

/** Spending by hour (UTC), each named by its begin: `2026-11-02T08:00:00Z`. In their order. */
export function spendByHour(store: Store, span: Span = {}): Spend[] | Fault {
  return spendByKey(store, "strftime('%Y-%m-%dT%H:00:00Z', at / 1000, 'unixepoch')", { span, order: 'key' });
}

/**
 * Spending told apart by any expression over the view `spend`, never one that somebody else has written.
 * @param where a condition over the same; the dearest first unless `order` says otherwise.
 */
export function spendByKey(
  store: Store,
  expression: string,
  { span = {}, where = 'TRUE', order = `${dearest} DESC, calls DESC, key` }: KeyOptions,
): Spend[] | Fault {
  const query = `SELECT ${expression} AS key, ${sums} FROM spend WHERE ${within} AND ${where} GROUP BY 1 ORDER BY ${order}`;
  return store.read((database) => rows(database, query, span));
}

interface KeyOptions {
  readonly span?: Span;
  readonly where?: string;
  readonly order?: string;
}

/** What several sums add up to; `null` for none. @param key of the whole. */
export function together(spends: readonly Spend[], key: string | null): Spend | null {
  const [first, ...others] = spends;
  if (first === undefined) return null;
  return others.reduce((sum, one) => added(sum, one), { ...first, key });
}

function added(a: Spend, b: Spend): Spend {
  return {
    key: a.key,
    ...{ calls: a.calls + b.calls, uncounted: a.uncounted + b.uncounted, failed: a.failed + b.failed },
    ...{ input: a.input + b.input, cacheRead: a.cacheRead + b.cacheRead },
    ...{ cacheWrite: a.cacheWrite + b.cacheWrite, output: a.output + b.output },
    reasoning: a.reasoning + b.reasoning,
    usd: a.usd === null || b.usd === null ? (a.usd ?? b.usd) : a.usd + b.usd,
    unpriced: a.unpriced + b.unpriced,
    ...{ firstAt: Math.min(a.firstAt, b.firstAt), lastAt: Math.max(a.lastAt, b.lastAt) },
  };
}

/** What no prompt of the source could be found for; `null` where there is no such call. */
export function unattributed(store: Store, span: Span = {}): Spend | Fault | null {
  const found = spendWhere(store, 'charged_to IS NULL', span);
  return found === null || 'why' in found || found.calls + found.uncounted > 0 ? found : null;
}

/** Calls that tried others again; `null` where there is none. */
export function retried(store: Store, span: Span = {}): Spend | Fault | null {
  return spendWhere(store, 'retry_of IS NOT NULL', span);
}

/** All of it; `null` where there is no call. */
export function spendInAll(store: Store, span: Span = {}): Spend | Fault | null {
  return spendWhere(store, 'TRUE', span);
}

function spendWhere(store: Store, condition: string, span: Span): Spend | Fault | null {
  const query = `SELECT NULL AS key, ${sums} FROM spend WHERE ${within} AND ${condition} HAVING count(*) > 0`;
  const found = store.read((database) => rows(database, query, span));
  return 'why' in found ? found : (found[0] ?? null);
}

/** Read with the index on `at`. */
const within = 'at >= ? AND at < ?';
const dearest = 'sum(usd_8) * 1.0 + sum(usd_16) / 1e8';

function rows(database: Database, query: string, { since, until }: Span): Spend[] {
  const statement = database.prepare(query);
  statement.setReadBigInts(true);
  return statement
    .all(since ?? Number.MIN_SAFE_INTEGER, until ?? Number.MAX_SAFE_INTEGER)
    .map((row) => spendOf(row));
}

function spendOf(row: Record<string, unknown>): Spend {
  const count = (name: string) => Number(row[name] ?? 0);
  const { key, usd_8: usd8, usd_16: usd16, usd_24: usd24 } = row;
  return {
    key: typeof key === 'string' ? key : null,
    ...{ calls: count('calls'), uncounted: count('uncounted'), failed: count('failed') },
    ...{ input: count('input'), cacheRead: count('cache_read'), cacheWrite: count('cache_write') },
    ...{ output: count('output'), reasoning: count('reasoning') },
    usd:
      typeof usd8 === 'bigint' && typeof usd16 === 'bigint' && typeof usd24 === 'bigint'
        ? usdOf({ usd8, usd16, usd24 })
        : null,
    ...{ unpriced: count('unpriced'), firstAt: count('first_at'), lastAt: count('last_at') },
  };
}
