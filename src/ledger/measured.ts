import type { Usd } from '../core/prices/usd.ts';
import type { Fault } from './fault.ts';
import { usdOf } from './money.ts';
import type { Database } from './sqlite.ts';
import type { Store } from './store.ts';

/** What the calls of one prompt were like. Nothing here is guessed: what was not measured is `null`. */
export interface Measured {
  readonly prompt: string;
  /** What was looked at: the end, and the start or the first call that the ledger has of anything, if that is later. Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly calls: number;
  /** Calls in the last seven days; `null` where the ledger is younger than that. */
  readonly callsPerWeek: number | null;
  readonly lastAt: number;
  /** Of the calls charged to this prompt, which are all of them unless a request is made of several prompts. */
  readonly usd: Usd | null;
  readonly unpriced: number;
  /** Tokens; half of the calls have no more. */
  readonly inputMedian: number | null;
  readonly outputMedian: number | null;
  /** Part of all input tokens that was read from the provider's cache, from 0 to 1. */
  readonly cachedShare: number | null;
  /** Part of the calls that read anything from it. */
  readonly hitRate: number | null;
}

const week = 7 * 24 * 3_600_000;

/**
 * Volume, length of answers and cache of a prompt, as the ledger has measured them. A call that was made of several
 * prompts counts for each, its money for the one it is charged to.
 * @param now milliseconds since 1970; `span` how far to look back from there.
 * @returns `null` where there is no call of it.
 */
export function measured(
  store: Store,
  prompt: string,
  { now, span = 4 * week }: { readonly now: number; readonly span?: number },
): Measured | Fault | null {
  return store.read((database) => {
    const since = now - span;
    const totals = totalsOf(database, prompt, since, now);
    if (totals === null) return null;
    const begun = Number(database.prepare('SELECT min(at) AS at FROM call').get()?.['at']);
    const recent = totalsOf(database, prompt, now - week, now);
    return {
      prompt,
      from: Math.max(since, begun),
      to: now,
      ...totals,
      callsPerWeek: begun > now - week ? null : (recent?.calls ?? 0),
      inputMedian: median(database, 'input', prompt, since, now),
      outputMedian: median(database, 'output', prompt, since, now),
    };
  });
}

/** Calls that name the prompt, or whose request holds it. */
const ofPrompt = `
  FROM call WHERE at >= :since AND at < :until AND status <> 'error' AND (
    call.prompt = :prompt
    OR call.prompt IS NULL AND call.sketch IN (SELECT sketch FROM attribution WHERE attribution.prompt = :prompt))`;

function totalsOf(database: Database, prompt: string, since: number, until: number) {
  const statement = database.prepare(`
    SELECT sum(requests) AS calls, max(at) AS last_at,
      sum(usd_8) FILTER (WHERE charged) AS usd8, sum(usd_16) FILTER (WHERE charged) AS usd16,
      sum(usd_24) FILTER (WHERE charged) AS usd24, sum(usd_8 IS NULL AND charged) AS unpriced,
      sum(input) FILTER (WHERE cache_read IS NOT NULL) AS cacheable, sum(cache_read) AS cache_read,
      count(cache_read) FILTER (WHERE requests = 1) AS told, sum(cache_read > 0 AND requests = 1) AS hits
    FROM (SELECT *, prompt IS NOT NULL OR EXISTS (
        SELECT 1 FROM attribution WHERE attribution.sketch = call.sketch AND attribution.prompt = :prompt AND is_first = 1
      ) AS charged ${ofPrompt})`);
  statement.setReadBigInts(true);
  const row = statement.get({ prompt, since, until });
  if (row === undefined || typeof row['last_at'] !== 'bigint') return null;
  const { usd8, usd16, usd24 } = row;
  const isPriced = typeof usd8 === 'bigint' && typeof usd16 === 'bigint' && typeof usd24 === 'bigint';
  return {
    calls: Number(row['calls'] ?? 0),
    lastAt: Number(row['last_at']),
    usd: isPriced ? usdOf({ usd8, usd16, usd24 }) : null,
    unpriced: Number(row['unpriced'] ?? 0),
    cachedShare: ratio(row['cache_read'], row['cacheable']),
    hitRate: ratio(row['hits'], row['told']),
  };
}

/** The lower one of the two in the middle. */
function median(
  database: Database,
  column: 'input' | 'output',
  prompt: string,
  since: number,
  until: number,
): number | null {
  const known = `${ofPrompt} AND requests = 1 AND ${column} IS NOT NULL`;
  const row = database
    .prepare(
      `SELECT ${column} AS value ${known} ORDER BY ${column} LIMIT 1
       OFFSET (SELECT max(count(*) - 1, 0) / 2 ${known})`,
    )
    .get({ prompt, since, until });
  return typeof row?.['value'] === 'number' ? row['value'] : null;
}

function ratio(part: unknown, whole: unknown): number | null {
  return typeof part === 'bigint' && typeof whole === 'bigint' && whole > 0n
    ? Number(part) / Number(whole)
    : null;
}
