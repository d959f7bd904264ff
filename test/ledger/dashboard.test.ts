import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { times, usd } from '../../src/core/prices/usd.ts';
import { unknownUsage } from '../../src/ledger/call.ts';
import { dashboardOf, type Dashboard } from '../../src/ledger/dashboard.ts';
import type { Span } from '../../src/ledger/read.ts';
import type { Store } from '../../src/ledger/store.ts';
import { sketchOf } from '../../src/ledger/attribution/sketch.ts';
import { morning, opened, orderCall } from './calls.ts';

const day = 24 * 3_600_000;
const prompt = 'desk.ts#ORDER';
const failed = { cost: null, usage: unknownUsage, status: 'error', httpStatus: 429 } as const;

function shown(store: Store, span: Span = {}, now = morning + day): Dashboard {
  const answer = dashboardOf(store, span, now);
  if (answer.kind === 'fault') throw new Error(answer.why);
  return answer;
}

describe('a dashboard', () => {
  it('has nothing to show where nothing was recorded', async (test) => {
    const { total, recorded, by, unattributed, failures, retries, cache } = shown(await opened(test));
    assert.deepEqual([total, recorded, retries], [null, null, null]);
    assert.deepEqual([by.prompt, by.model], [noRows, noRows]);
    assert.deepEqual([unattributed, failures, cache], [[], [], { told: 0, hits: 0 }]);
  });

  it('tells spans apart, and knows of what lies outside of them', async (test) => {
    const store = await opened(test);
    store.record([orderCall(1, { prompt }), orderCall(2, { prompt, at: morning - 40 * day })]);
    const { total, recorded, timeline } = shown(store, { since: morning - 6 * day });
    assert.equal(total?.calls, 1);
    assert.deepEqual(recorded, { firstAt: morning - 40 * day, lastAt: morning + 1000 });
    assert.equal(timeline.grain, 'day');
    assert.equal(
      timeline.slots.reduce((sum, { spend }) => sum + (spend?.calls ?? 0), 0),
      1,
    );
    const all = shown(store).timeline;
    assert.equal(all.slots[0]?.spend?.calls, 1);
    assert.equal(all.slots.length, 42);
  });

  it('ranks prompts and models, and adds up those that are too many to show', async (test) => {
    const store = await opened(test);
    store.record(
      Array.from({ length: 50 }, (_, i) =>
        orderCall(i, { prompt: `desk.ts#P${i % 25}`, user: i < 3 ? 'ada' : null }),
      ),
    );
    const { by } = shown(store);
    assert.equal(by.prompt.rows.length, 20);
    assert.equal(by.prompt.others?.keys, 5);
    assert.equal(by.prompt.others?.spend.calls, 10);
    assert.equal(by.prompt.others?.spend.usd, times(usd('0.0031'), 10));
    assert.deepEqual(
      by.user.rows.map(({ key, calls }) => [key, calls]),
      [
        [null, 47],
        ['ada', 3],
      ],
    );
  });

  it('says of calls of no known prompt what they lack', async (test) => {
    const store = await opened(test);
    const sketch = sketchOf([
      { role: 'system', text: 'Something that stands in nobody’s source, but was sent to a model.' },
    ]);
    store.record([
      orderCall(1, { sketch }),
      orderCall(2, { source: 'litellm' }),
      orderCall(3, { source: 'litellm' }),
      orderCall(4, { operation: 'embeddings', sketch }),
      orderCall(5, { prompt }),
    ]);
    assert.deepEqual(
      shown(store).unattributed.map(({ why, source, model, spend }) => [why, source, model, spend.calls]),
      [
        ['no-text', 'litellm', 'gpt-4o', 2],
        ['embeddings', 'gateway', 'gpt-4o', 1],
        ['no-prompt', 'gateway', 'gpt-4o', 1],
      ],
    );
  });

  it('counts failures by their kind, what was tried again, and what came from the cache', async (test) => {
    const store = await opened(test);
    store.record([
      orderCall(1, failed),
      orderCall(2, failed),
      orderCall(3, { retryOf: 'order-2' }),
      orderCall(4, { status: 'cancelled', httpStatus: null }),
      orderCall(5, { usage: { ...unknownUsage, input: 100, cacheRead: 0 } }),
    ]);
    const { failures, retries, cache } = shown(store);
    assert.deepEqual(
      failures.map(({ status, httpStatus, provider, spend }) => [status, httpStatus, provider, spend.calls]),
      [
        ['error', 429, 'openai', 2],
        ['cancelled', null, 'openai', 1],
      ],
    );
    assert.equal(retries?.calls, 1);
    assert.deepEqual(cache, { told: 3, hits: 2 });
  });
});

const noRows = { rows: [], others: null };
