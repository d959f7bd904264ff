import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keepable, requestMap } from '../../../src/core/cache/map.ts';
import type { MapPart } from '../../../src/core/cache/parts.ts';
import { cacheFacts } from '../../../src/core/prices/cacheFacts.ts';
import { inDollars } from '../../../src/core/prices/usd.ts';
import type { Varies } from '../../../src/core/prompts/prompt.ts';
import { open } from '../prices/lists.ts';

const catalog = await open();
const range = { start: 0, end: 1 };
const at = { path: 'harbour.ts', range, role: 'system', prompt: null, name: '' } as const;

function fixed(tokens: number): MapPart {
  return { ...at, kind: 'text', tokens, varies: 'never', because: '', movable: true };
}

function changing(varies: Varies, kind: MapPart['kind'] = 'hole'): MapPart {
  return { ...at, kind, tokens: 0, varies, because: 'clock', movable: false };
}

function mapOf(model: string, parts: readonly MapPart[], marks: readonly number[] = [], newBlocks = 0) {
  const placed = marks.map((after) => ({ path: 'harbour.ts', range, after, lifetime: null, newBlocks }));
  return requestMap(parts, placed, { price: catalog.find(model, null), caching: cacheFacts(model) });
}

describe('the cache map of a request', () => {
  it('reads the longest common prefix, in the steps of the provider', () => {
    const map = mapOf('gpt-4.1', [
      fixed(1000),
      changing('deploy'),
      fixed(500),
      changing('request'),
      fixed(800),
    ]);
    assert.deepEqual([map.manner, map.totalTokens, map.stableTokens], ['prefix', 2300, 1500]);
    // 1,024 and three whole steps of 128 of 1,500; nine of 2,300
    assert.deepEqual([map.cachedTokens, map.cacheableTokens], [1408, 2176]);
    assert.deepEqual(
      map.breaks.map(({ part, varies }) => [part, varies]),
      [
        [1, 'deploy'],
        [3, 'request'],
      ],
    );
  });

  it('costs less warm than cold, and least where all that is fixed stands first', () => {
    const { cost, lostUsdPer1kCalls } = mapOf('gpt-4.1', [fixed(1024), changing('request'), fixed(1024)]);
    // 2 dollars per million tokens of input, 0.50 of those read from the cache
    assert.deepEqual(
      [cost?.cold, cost?.warm, cost?.fixed].map((amount) => inDollars(amount ?? 0n)),
      [0.004096, 0.00256, 0.001024],
    );
    assert.equal(inDollars(lostUsdPer1kCalls ?? 0n), 1.536);
  });

  it('reads nothing below the minimum', () => {
    const map = mapOf('gpt-4.1', [fixed(1023), changing('request')]);
    assert.deepEqual([map.cachedTokens, map.cacheableTokens, map.minimumTokens], [0, 0, 1024]);
    assert.equal(map.lostUsdPer1kCalls, 0n);
  });

  it('of a provider that asks for marks reads up to the last that holds', () => {
    const parts = [fixed(1500), fixed(700), changing('request'), fixed(400)];
    const model = 'claude-sonnet-4-5';
    assert.equal(mapOf(model, parts).cachedTokens, 0);
    assert.equal(mapOf(model, parts, [0]).cachedTokens, 1500);
    const map = mapOf(model, parts, [0, 1, 3]);
    assert.deepEqual(
      map.marks.map(({ tokens, holds }) => [tokens, holds]),
      [
        [1500, true],
        [2200, true],
        [2600, false],
      ],
    );
    assert.equal(map.cachedTokens, 2200);
  });

  it('pays for the writing of what is marked', () => {
    const { cost } = mapOf('claude-sonnet-4-5', [fixed(2000), changing('request')], [0]);
    // 3 dollars per million tokens, a quarter more to write them, a tenth to read them
    assert.deepEqual([inDollars(cost?.cold ?? 0n), inDollars(cost?.warm ?? 0n)], [0.0075, 0.0006]);
  });

  it('finds a mark behind a history again: the history only grows', () => {
    const parts = [fixed(1500), changing('request', 'messages'), changing('request')];
    assert.equal(mapOf('claude-sonnet-4-5', parts, [1]).marks[0]?.holds, true);
    assert.equal(mapOf('claude-sonnet-4-5', [changing('request'), ...parts], [2]).marks[0]?.holds, false);
  });

  it('finds no mark of a history again that is further back than the provider looks', () => {
    const parts = [fixed(1500), changing('request', 'messages'), fixed(300)];
    const holds = (newBlocks: number) => mapOf('claude-sonnet-4-5', parts, [2], newBlocks).marks[0]?.holds;
    assert.deepEqual([holds(1), holds(20), holds(21)], [true, true, false]);
  });

  it('knows no money without a price, and no cache without a model', () => {
    const map = requestMap([fixed(2000), changing('request'), fixed(2000)], [], {
      price: null,
      caching: null,
    });
    assert.deepEqual([map.manner, map.cost, map.lostUsdPer1kCalls, map.cachedTokens], [null, null, null, 0]);
    assert.equal(map.stableTokens, 2000);
  });

  it('of nothing is nothing', () => {
    const map = mapOf('gpt-4.1', []);
    assert.deepEqual([map.totalTokens, map.stableTokens, map.breaks.length], [0, 0, 0]);
    assert.equal(keepable(5000, null), 0);
  });
});
