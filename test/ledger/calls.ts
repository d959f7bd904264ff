import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { usd } from '../../src/core/prices/usd.ts';
import { blankCall, type Call } from '../../src/ledger/call.ts';
import { open, type Store, type StoreOptions } from '../../src/ledger/store.ts';

/** 2026-11-02 08:00 UTC. */
export const morning = Date.UTC(2026, 10, 2, 8);

/** A call of the bakery's order desk: 1,000 tokens of which 800 come from the cache, for $0.0031. */
export function orderCall(number: number, over: Partial<Call> = {}): Call {
  const price = { model: 'gpt-4o', provider: 'openai', source: 'price list', date: '2026-11-01' };
  return {
    ...blankCall('gateway', `order-${number}`, morning + number * 1000),
    ...{ provider: 'openai', model: 'gpt-4o', operation: 'chat', service: 'standard' },
    usage: {
      ...{ input: 1000, cacheRead: 800, cacheWrite: 0, cacheWrite1h: 0 },
      ...{ output: 60, reasoning: 10, from: 'provider' },
    },
    cost: { usd: usd('0.0031'), from: 'price', price },
    ...{ latencyMs: 1200, firstTokenMs: 300, httpStatus: 200, streaming: true },
    ...over,
  };
}

/** A folder that is gone when the test is over. */
export function folder(test: TestContext): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'promptmeter-ledger-')));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export async function opened(
  test: TestContext,
  path = join(folder(test), 'ledger.db'),
  options: Partial<StoreOptions> = {},
): Promise<Store> {
  const answer = await open(path, options);
  if (answer.kind === 'fault') throw new Error(`${answer.why}: ${answer.detail}`);
  test.after(() => answer.store.close());
  return answer.store;
}

/** What is in the ledger, as SQLite tells it. */
export function rowsOf(store: Store, query: string): Record<string, unknown>[] {
  const rows = store.read((database) =>
    database
      .prepare(query)
      .all()
      .map((row) => ({ ...row })),
  );
  if ('kind' in rows) throw new Error(`${rows.why}: ${rows.detail}`);
  return rows;
}
