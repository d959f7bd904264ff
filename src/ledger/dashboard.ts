import { isFault, type Fault } from './fault.ts';
import {
  retried,
  spendBy,
  spendByHour,
  spendByKey,
  spendInAll,
  together,
  type Dimension,
  type Spend,
  type Span,
} from './read.ts';
import type { Store } from './store.ts';
import { grainOf, timelineOf, type Timeline } from './timeline.ts';

/** What a page about a ledger shows. */
export interface Dashboard {
  readonly kind: 'dashboard';
  /** `null` where there is no call in the span. */
  readonly total: Spend | null;
  /** The first call and the last one of all that there are, in milliseconds since 1970; `null` where there is none. */
  readonly recorded: { readonly firstAt: number; readonly lastAt: number } | null;
  readonly timeline: Timeline;
  readonly by: Readonly<Record<ShownDimension, Ranking>>;
  readonly cache: CacheUse;
  /** Calls of no known prompt, by what they have in common. */
  readonly unattributed: readonly Unattributed[];
  readonly failures: readonly Failure[];
  /** Calls that tried others again; `null` where there is none. */
  readonly retries: Spend | null;
}

const shown = ['prompt', 'model', 'source', 'feature', 'user'] as const satisfies readonly Dimension[];
export type ShownDimension = (typeof shown)[number];

/** The dearest, and what all others come to. */
export interface Ranking {
  readonly rows: readonly Spend[];
  readonly others: { readonly keys: number; readonly spend: Spend } | null;
}

/** Of single calls whose answer says what was read from the provider's cache. */
export interface CacheUse {
  readonly told: number;
  /** Those that read anything from it. */
  readonly hits: number;
}

/** Why a call belongs to no prompt: its text stands in none that was read, it came without its text, or it had none. */
export type UnattributedWhy = 'no-prompt' | 'no-text' | 'embeddings';

export interface Unattributed {
  readonly why: UnattributedWhy;
  readonly source: string;
  readonly model: string | null;
  readonly spend: Spend;
}

/** Calls that came to no good end in the same way. */
export interface Failure {
  readonly status: string;
  readonly httpStatus: number | null;
  readonly provider: string | null;
  readonly spend: Spend;
}

/** Rows of one ranking. */
const mostRows = 20;
const day = 24 * 3_600_000;

/**
 * Everything that a page shows of a span. What is written while it is read may stand in a part of it only.
 * @param now milliseconds since 1970: as far as the timeline goes where no later call is known.
 */
export function dashboardOf(store: Store, span: Span, now: number): Dashboard | Fault {
  const total = spendInAll(store, span);
  if (isFault(total)) return total;
  const recorded = recordedIn(store);
  if (isFault(recorded)) return recorded;
  const timeline = timelineIn(store, span, Math.max(now + 1, (total?.lastAt ?? 0) + 1), total);
  if (isFault(timeline)) return timeline;
  const rankings = shown.map((by) => [by, ranked(store, by, span)] as const);
  for (const [, ranking] of rankings) if (isFault(ranking)) return ranking;
  const cache = cacheUse(store, span);
  if (isFault(cache)) return cache;
  const unattributed = unattributedIn(store, span);
  if (isFault(unattributed)) return unattributed;
  const failures = failuresIn(store, span);
  if (isFault(failures)) return failures;
  const retries = retried(store, span);
  if (isFault(retries)) return retries;
  const by = Object.fromEntries(rankings) as Dashboard['by'];
  return { kind: 'dashboard', total, recorded, timeline, by, cache, unattributed, failures, retries };
}

/** Answered by the index, however many calls there are. */
function recordedIn(store: Store): Dashboard['recorded'] | Fault {
  return store.read((database) => {
    const row = database
      .prepare('SELECT (SELECT min(at) FROM call) AS first_at, (SELECT max(at) FROM call) AS last_at')
      .get();
    const [firstAt, lastAt] = [row?.['first_at'], row?.['last_at']];
    return typeof firstAt === 'number' && typeof lastAt === 'number' ? { firstAt, lastAt } : null;
  });
}

function timelineIn(store: Store, span: Span, now: number, total: Spend | null): Timeline | Fault {
  const until = Math.min(span.until ?? now, now);
  const from = span.since ?? total?.firstAt ?? until - day;
  const spends = grainOf(until - from) === 'hour' ? spendByHour(store, span) : spendBy(store, 'day', span);
  return isFault(spends) ? spends : timelineOf(spends, from, until);
}

function ranked(store: Store, by: Dimension, span: Span): Ranking | Fault {
  const spends = spendBy(store, by, span);
  if (isFault(spends)) return spends;
  const named = by === 'prompt' ? spends.filter(({ key }) => key !== null) : spends;
  const others = named.slice(mostRows);
  const spend = together(others, null);
  return {
    rows: named.slice(0, mostRows),
    others: spend === null ? null : { keys: others.length, spend },
  };
}

function cacheUse(store: Store, { since, until }: Span): CacheUse | Fault {
  return store.read((database): CacheUse => {
    const row = database
      .prepare(
        `SELECT count(*) AS told, count(*) FILTER (WHERE cache_read > 0) AS hits FROM call
         WHERE at >= ? AND at < ? AND requests = 1 AND cache_read IS NOT NULL`,
      )
      .get(since ?? Number.MIN_SAFE_INTEGER, until ?? Number.MAX_SAFE_INTEGER);
    return { told: Number(row?.['told'] ?? 0), hits: Number(row?.['hits'] ?? 0) };
  });
}

function unattributedIn(store: Store, span: Span): Unattributed[] | Fault {
  const why = "iif(operation = 'embeddings', 'embeddings', iif(sketch IS NULL, 'no-text', 'no-prompt'))";
  const spends = spendByKey(store, `json_array(${why}, source, model)`, {
    span,
    where: 'charged_to IS NULL',
  });
  if (isFault(spends)) return spends;
  return spends.slice(0, mostRows).map((spend) => {
    const [reason, source, model] = JSON.parse(spend.key ?? '') as [UnattributedWhy, string, string | null];
    return { why: reason, source, model, spend };
  });
}

function failuresIn(store: Store, span: Span): Failure[] | Fault {
  const spends = spendByKey(store, 'json_array(status, http_status, provider)', {
    ...{ span, where: "status <> 'ok'", order: 'calls DESC, key' },
  });
  if (isFault(spends)) return spends;
  return spends.slice(0, mostRows).map((spend) => {
    const [status, httpStatus, provider] = JSON.parse(spend.key ?? '') as [
      string,
      number | null,
      string | null,
    ];
    return { status, httpStatus, provider, spend };
  });
}
