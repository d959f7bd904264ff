import { decimal } from '../core/prices/usd.ts';
import type { Fault } from './fault.ts';
import { usdOf } from './money.ts';
import type { Span } from './read.ts';
import type { Store } from './store.ts';

/** A call as it is handed to other programs; `null` where something is not known. */
export type ExportedCall = Readonly<
  Record<string, string | number | boolean | null | Record<string, string>>
>;

/** What every exported call has, in this order. */
export const exportedFields = [
  ...['source', 'id', 'at', 'requests', 'provider', 'model', 'operation', 'service'],
  ...['input', 'cacheRead', 'cacheWrite', 'cacheWrite1h', 'output', 'reasoning', 'counted'],
  ...['usd', 'costFrom', 'priceModel', 'priceSource', 'priceDate', 'latencyMs', 'firstTokenMs'],
  ...[
    'status',
    'httpStatus',
    'streaming',
    'retryOf',
    'prompt',
    'feature',
    'user',
    'session',
    'tags',
    'success',
  ],
] as const;

/**
 * Hands over the calls of a span one by one, in the order they were sent, all of one moment. Money is told as a decimal
 * text, to its last digit; times as ISO 8601 in UTC.
 * @returns how many they were.
 */
export function exportCalls(store: Store, span: Span, take: (call: ExportedCall) => void): number | Fault {
  return store.read((database) => {
    const statement = database.prepare(
      `SELECT spend.*, price.model AS price_model, price.source AS price_source, price.date AS price_date
       FROM spend LEFT JOIN price ON price.id = spend.price
       WHERE at >= ? AND at < ? ORDER BY at, row`,
    );
    statement.setReadBigInts(true);
    let count = 0;
    for (const row of statement.iterate(
      span.since ?? Number.MIN_SAFE_INTEGER,
      span.until ?? Number.MAX_SAFE_INTEGER,
    )) {
      take(exported(row));
      count++;
    }
    return count;
  });
}

function exported(row: Record<string, unknown>): ExportedCall {
  const plain = (column: string) => {
    const value = row[column];
    if (typeof value === 'bigint') return Number(value);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  };
  const flag = (column: string) => (plain(column) === null ? null : plain(column) === 1);
  const { usd_8: usd8, usd_16: usd16, usd_24: usd24, tags } = row;
  const isPriced = typeof usd8 === 'bigint' && typeof usd16 === 'bigint' && typeof usd24 === 'bigint';
  return {
    ...{ source: plain('source'), id: plain('id'), at: new Date(Number(row['at'])).toISOString() },
    ...{ requests: plain('requests'), provider: plain('provider'), model: plain('model') },
    ...{ operation: plain('operation'), service: plain('service') },
    ...{ input: plain('input'), cacheRead: plain('cache_read'), cacheWrite: plain('cache_write') },
    ...{ cacheWrite1h: plain('cache_write_1h'), output: plain('output'), reasoning: plain('reasoning') },
    counted: plain('counted'),
    usd: isPriced ? decimal(usdOf({ usd8, usd16, usd24 }), 24).replace(/\.?0+$/, '') : null,
    ...{ costFrom: plain('cost_from'), priceModel: plain('price_model') },
    ...{ priceSource: plain('price_source'), priceDate: plain('price_date') },
    ...{ latencyMs: plain('latency_ms'), firstTokenMs: plain('first_token_ms'), status: plain('status') },
    ...{ httpStatus: plain('http_status'), streaming: flag('streaming'), retryOf: plain('retry_of') },
    ...{ prompt: plain('charged_to'), feature: plain('feature'), user: plain('user') },
    ...{
      session: plain('session'),
      tags: typeof tags === 'string' ? (JSON.parse(tags) as Record<string, string>) : {},
    },
    success: flag('success'),
  };
}
