import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultConfig } from '../../../src/core/config.ts';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { cacheMap } from '../../../src/core/prices/caching.ts';
import { usd } from '../../../src/core/prices/usd.ts';
import { open } from './lists.ts';
import { hole, text } from '../tokens/segments.ts';

const catalog = await open();
const options = defaultConfig.cache;
const rules = 'Never sell yesterday’s bread as fresh. '.repeat(10);

/** A map as if each text had the given number of tokens. */
function mapOf(
  segments: readonly Segment[],
  tokens: readonly (number | null)[],
  model: string | null = 'gpt-4o',
) {
  const price = model === null ? null : catalog.find(model, null);
  return cacheMap(segments, tokens, model, price, options);
}

describe('the cache map of a prompt', () => {
  it('without a hole is all prefix', () => {
    assert.deepEqual(mapOf([text(rules)], [2000]), {
      stablePrefixTokens: 2000,
      minimumTokens: 1024,
      cacheBreaking: false,
      breaksAt: null,
      lostUsdPer1kCalls: 0n,
    });
  });

  it('ends its prefix at the first hole that varies by request, and says what the rest would save', () => {
    const segments = [text('You bake.'), hole('session'), text(rules), hole('request'), text(rules)];
    assert.deepEqual(mapOf(segments, [500, null, 700, null, 800]), {
      stablePrefixTokens: 1200,
      minimumTokens: 1024,
      cacheBreaking: true,
      breaksAt: 3,
      // 800 tokens × (2.50 − 1.25) per million × 1,000 calls
      lostUsdPer1kCalls: usd(1),
    });
  });

  it('is not broken by a hole at the end, nor by one before a few words', () => {
    for (const after of [[], [text('Answer now.')]]) {
      const map = mapOf([text(rules), hole('request'), ...after], [1500, null, 3]);
      assert.deepEqual([map?.cacheBreaking, map?.breaksAt, map?.lostUsdPer1kCalls], [false, null, 0n]);
      assert.equal(map?.stablePrefixTokens, 1500);
    }
  });

  it('is not broken by what varies seldom or by what nobody knows', () => {
    for (const varies of ['session', 'deploy', 'never', 'unknown'] as const) {
      const map = mapOf([hole(varies), text(rules)], [null, 2000]);
      assert.deepEqual([map?.stablePrefixTokens, map?.cacheBreaking], [2000, false], varies);
    }
  });

  it('loses nothing where all static text together is too short to be cached', () => {
    const map = mapOf([hole('request'), text(rules)], [null, 1023]);
    assert.deepEqual([map?.cacheBreaking, map?.lostUsdPer1kCalls], [true, 0n]);
    assert.equal(mapOf([hole('request'), text(rules)], [null, 1024])?.lostUsdPer1kCalls, usd(1.28));
  });

  it('takes the tier of a long request', () => {
    // 300,000 tokens × (6 − 0.60) per million × 1,000 calls
    assert.equal(
      mapOf([hole('request'), text(rules)], [null, 300_000], 'claude-sonnet-4-5')?.lostUsdPer1kCalls,
      usd(1620),
    );
  });

  it('knows no loss without a price of cached tokens, nor a minimum without a model', () => {
    const segments = [hole('request'), text(rules)];
    assert.equal(mapOf(segments, [null, 5000], 'my-own-model')?.lostUsdPer1kCalls, null);
    assert.equal(mapOf(segments, [null, 5000], 'gpt-4-turbo')?.lostUsdPer1kCalls, null);
    assert.deepEqual(mapOf(segments, [null, 5000], null), {
      stablePrefixTokens: 0,
      minimumTokens: null,
      cacheBreaking: true,
      breaksAt: 0,
      lostUsdPer1kCalls: null,
    });
  });

  it('has no meaning without static text', () => {
    assert.equal(mapOf([hole('request')], [null]), null);
    assert.equal(mapOf([], []), null);
  });
});
