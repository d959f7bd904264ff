import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { times, usd } from '../../src/core/prices/usd.ts';
import { attribute } from '../../src/ledger/attribution/attribute.ts';
import { learn } from '../../src/ledger/attribution/learn.ts';
import { promptPrints, type PromptPrints } from '../../src/ledger/attribution/promptPrints.ts';
import { sketchOf } from '../../src/ledger/attribution/sketch.ts';
import { changedTexts } from '../../src/ledger/attribution/textAge.ts';
import { isFault, type Fault } from '../../src/ledger/fault.ts';
import { measures } from '../../src/ledger/measures.ts';
import type { Store } from '../../src/ledger/store.ts';
import { morning, opened, orderCall } from './calls.ts';

const day = 24 * 3_600_000;
const now = morning + 30 * day;
const text = 'You count the loaves that came out of the oven this morning and write them down by kind.';
const sketch = sketchOf([{ role: 'system', text }]);
const { usage } = orderCall(0);

function printsOf(words: string, prompt = 'oven.ts#COUNT'): PromptPrints {
  const segment = { kind: 'text', text: words, path: '', range: { start: 0, end: 0 }, map: [] } as const;
  const prints = promptPrints({ id: prompt, role: 'system', segments: [segment] });
  assert.ok(prints !== null);
  return prints;
}

function known<T>(answer: T | Fault): T {
  if (isFault(answer)) throw new Error(`${answer.why}: ${answer.detail}`);
  return answer;
}

function measured(store: Store, prompt: string, at = now) {
  return known(measures(store, at)).prompts.get(prompt) ?? null;
}

describe('what was measured of the prompts', () => {
  it('is volume, money, length of answers and cache, of a week and of four', async (test) => {
    const store = await opened(test);
    learn(store, [printsOf(text)], { at: morning, isWhole: true });
    store.record([
      ...[30, 10, 20, 50, 40].map((output, i) =>
        orderCall(i, {
          at: now - 1 - i * 3 * day,
          sketch,
          model: i === 0 ? 'gpt-4.1' : 'gpt-4o',
          usage: { ...usage, output, cacheRead: i === 0 ? 0 : 500 },
        }),
      ),
      orderCall(8, { at: now - 40 * day, sketch }),
      orderCall(9, { at: now - day }),
    ]);
    known(attribute(store));
    const call = usd('0.0031');
    assert.deepEqual(measured(store, 'oven.ts#COUNT'), {
      prompt: 'oven.ts#COUNT',
      week: {
        ...{ calls: 3, failed: 0, usd: times(call, 3), unpriced: 0 },
        ...{ cachedShare: 1 / 3, told: 3, hits: 2 },
      },
      all: {
        ...{ calls: 5, failed: 0, usd: times(call, 5), unpriced: 0 },
        ...{ cachedShare: 0.4, told: 5, hits: 4 },
      },
      weeks: [3],
      ...{ firstAt: now - 1 - 12 * day, lastAt: now - 1 },
      input: { calls: 5, mean: 1000, median: 1000, p95: 1000 },
      output: { calls: 5, mean: 30, median: 30, p95: 50 },
      models: [
        { model: 'gpt-4o', calls: 4 },
        { model: 'gpt-4.1', calls: 1 },
      ],
    });
  });

  it('tells of whole weeks since the first call, and of none before one has passed', async (test) => {
    const store = await opened(test);
    const named = (number: number, at: number) => orderCall(number, { at, prompt: 'desk.ts#ORDER' });
    store.record([named(1, now - 28 * day), named(2, now - 7 * day), named(3, now - 7 * day - 1)]);
    assert.deepEqual(measured(store, 'desk.ts#ORDER')?.weeks, [1, 1, 0, 1]);
    assert.deepEqual(measured(store, 'desk.ts#ORDER', now - 22 * day)?.weeks, []);
  });

  it('takes no unknown cost and no failed call for anything else', async (test) => {
    const store = await opened(test);
    const named = { at: now - day, prompt: 'desk.ts#ORDER' };
    const failed = { ...named, cost: null, status: 'error' } as const;
    store.record([orderCall(1, { ...named, cost: null }), orderCall(2, failed)]);
    const { week, output } = measured(store, 'desk.ts#ORDER') ?? {};
    assert.deepEqual([week?.calls, week?.failed, week?.usd, week?.unpriced], [1, 1, null, 1]);
    assert.equal(output?.calls, 1);
  });

  it('counts a request for each prompt that it is made of, and its money for the first', async (test) => {
    const store = await opened(test);
    const rule = 'Write the number of loaves in words, and never guess how many were sold before noon.';
    learn(store, [printsOf(text), printsOf(`${rule} ${rule}`, 'oven.ts#RULE')], {
      at: morning,
      isWhole: true,
    });
    const both = sketchOf([{ role: 'system', text: `${text}\n${rule} ${rule}` }]);
    store.record([orderCall(1, { at: now - day, sketch: both })]);
    known(attribute(store));
    const told = ['oven.ts#COUNT', 'oven.ts#RULE'].map((prompt) => measured(store, prompt)?.week);
    assert.deepEqual(
      told.map((week) => week?.calls),
      [1, 1],
    );
    assert.equal(told.filter((week) => week?.usd === usd('0.0031')).length, 1);
  });

  it('is nothing where there is no call, and leaves nothing behind', async (test) => {
    const store = await opened(test);
    assert.equal(known(measures(store, now)).prompts.size, 0);
    assert.equal(known(measures(store, now)).prompts.size, 0);
  });
});

describe('how long a prompt has read as it does', () => {
  it('is told of those that once read otherwise', async (test) => {
    const store = await opened(test);
    const [old, young] = [printsOf(text), printsOf(`${text} Be brief, and round to whole trays.`)];
    learn(store, [old], { at: morning, isWhole: true });
    assert.deepEqual(known(changedTexts(store, [old], now)), new Map());
    assert.deepEqual(known(changedTexts(store, [young], now)), new Map([['oven.ts#COUNT', now]]));
    learn(store, [young], { at: morning + day, isWhole: true });
    assert.deepEqual(known(changedTexts(store, [young], now)), new Map([['oven.ts#COUNT', morning + day]]));
    assert.deepEqual(known(changedTexts(store, [old], now)), new Map());
  });

  it('is not told of a prompt that the ledger never saw', async (test) => {
    const store = await opened(test);
    assert.deepEqual(known(changedTexts(store, [printsOf(text)], now)), new Map());
  });
});
