import { usd } from '../../src/core/prices/usd.ts';
import { sketchOf } from '../../src/ledger/attribution/sketch.ts';
import { blankCall, unknownUsage, type Call } from '../../src/ledger/call.ts';

const day = 24 * 3_600_000;
const price = { provider: 'openai', source: 'price list', date: '2026-11-01' };

/** Ids of the two prompts that are sent. */
export interface Prompts {
  readonly orders: string;
  readonly complaints: string;
}

/** Two months at the desk of a bakery: orders, complaints, labels of which no price is known, and some that failed. */
export function recordedDays(now: number, prompts: Prompts): Call[] {
  const midnight = Math.floor(now / day) * day;
  const days = Array.from({ length: 60 }, (_, ago) => dayOf(midnight - ago * day, ago, prompts));
  return days.flat().filter(({ at }) => at < now);
}

function dayOf(midnight: number, ago: number, prompts: Prompts): Call[] {
  // Fewest on Sundays, most towards the end of the week, and never quite the same.
  const busy = [3, 6, 7, 7, 9, 12, 10][new Date(midnight).getUTCDay()] ?? 6;
  const order = (id: string, number: number): Call => ({
    ...call(`${ago}-${id}${number}`, midnight, number),
    ...{ prompt: prompts.orders, feature: 'orders' },
  });
  const orders = Array.from({ length: busy + ((ago * 7) % 5) }, (_, i) => order('o', i));
  const complaints = Array.from({ length: Math.ceil(busy / 4) }, (_, i) => ({
    ...order('c', i * 3 + 1),
    ...{ model: 'gpt-4.1-mini', prompt: prompts.complaints, feature: 'complaints' },
    cost: { usd: usd('0.0012'), from: 'price' as const, price: { ...price, model: 'gpt-4.1-mini' } },
  }));
  const failed: Call = {
    ...order('f', 4),
    status: 'error',
    httpStatus: 429,
    cost: null,
    usage: unknownUsage,
  };
  const again = { ...order('r', 5), retryOf: failed.id };
  return [
    ...orders,
    ...complaints,
    ...(ago % 4 === 0 ? [failed, again] : []),
    ...(ago % 3 === 0 ? [label(call(`${ago}-l`, midnight, 2))] : []),
    ...(ago % 5 === 0 ? [agent(call(`${ago}-a`, midnight, 6))] : []),
  ];
}

function agent(made: Call): Call {
  return { ...made, source: 'claude-code', provider: 'anthropic', model: 'claude-sonnet-4-5' };
}

function label(made: Call): Call {
  const text = 'You write the words on a label for a bag of flour, in one line.';
  return { ...made, model: 'bakehouse-labels-1', cost: null, sketch: sketchOf([{ role: 'system', text }]) };
}

function call(id: string, midnight: number, number: number): Call {
  return {
    ...blankCall('gateway', id, midnight + 6 * 3_600_000 + number * 1_140_000),
    ...{ provider: 'openai', model: 'gpt-4o', operation: 'chat', service: 'standard' },
    usage: {
      ...{ input: 1180 + ((number * 37) % 90), cacheRead: number % 3 === 0 ? 0 : 1024 },
      ...{
        cacheWrite: 0,
        cacheWrite1h: 0,
        output: 70 + ((number * 13) % 40),
        reasoning: 0,
        from: 'provider',
      },
    },
    cost: { usd: usd('0.0031'), from: 'price', price: { ...price, model: 'gpt-4o' } },
    ...{ latencyMs: 900, firstTokenMs: 240, httpStatus: 200, streaming: false },
  };
}
