import type { Call } from '../ledger/call.ts';
import type { Tally } from './messages.ts';

export const nothingYet: Tally = { calls: 0, failed: 0, usd: null, unpriced: 0 };

/** Adds calls to what was counted before, as the sums of the ledger do. */
export function tallied(before: Tally, calls: readonly Call[]): Tally {
  const costs = calls.flatMap(({ cost }) => (cost === null ? [] : [cost.usd]));
  const requests = (some: readonly Call[]) => some.reduce((sum, call) => sum + (call.requests ?? 0), 0);
  const unpriced = calls.filter(({ cost, status }) => cost === null && status !== 'error');
  return {
    calls: before.calls + requests(calls),
    failed: before.failed + requests(calls.filter(({ status }) => status === 'error')),
    usd: costs.length === 0 ? before.usd : costs.reduce((sum, cost) => sum + cost, before.usd ?? 0n),
    unpriced: before.unpriced + unpriced.length,
  };
}
