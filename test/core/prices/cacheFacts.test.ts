import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cacheFacts } from '../../../src/core/prices/cacheFacts.ts';
import { cacheRows } from '../../../src/core/prices/facts/caching.ts';

describe('the least that a provider caches', () => {
  const rows: Readonly<Record<string, number | null | undefined>> = {
    'gpt-4o': 1024,
    'gpt-5.6-sol': 1024,
    'claude-opus-5': 512,
    'claude-sonnet-4-5-20250929': 1024,
    'claude-3-5-sonnet-latest': 1024,
    'claude-opus-4-7': 2048,
    'bedrock/us.anthropic.claude-opus-4-7-v1:0': 4096,
    'claude-haiku-4-5': 4096,
    'claude-3-haiku-20240307': 2048,
    'claude-opus-4-10': undefined,
    'gemini-2.5-flash': 2048,
    'gemini-2.5-flash-lite': undefined,
    'gemini-3.8-flash': 4096,
    'deepseek-chat': null,
    'gpt-4-turbo': undefined,
  };
  for (const [model, minimum] of Object.entries(rows))
    it(`for ${model} is ${minimum ?? 'not published'}`, () =>
      assert.equal(cacheFacts(model)?.minimumTokens, minimum));
});

describe('how a provider caches', () => {
  const manners: Readonly<
    Record<string, readonly [control: string, lifetimes: string, read: number | null]>
  > = {
    'gpt-4o': ['automatic', '5m 300 ×1', null],
    'gpt-5.1': ['automatic', '5m 300 ×1', null],
    'gpt-5.6-sol': ['both', '30m 1800 ×1.25', 0.1],
    'claude-sonnet-4-5': ['explicit', '5m 300 ×1.25, 1h 3600 ×2', 0.1],
    'bedrock/us.anthropic.claude-opus-5-v1:0': ['explicit', '5m 300 ×1.25, 1h 3600 ×2', 0.1],
    'gemini-2.5-pro': ['both', 'implicit null ×1, 1h 3600 ×1', 0.1],
    'deepseek-chat': ['automatic', 'hours null ×1', null],
    'grok-4': ['automatic', 'automatic null ×1', 0.25],
    'qwen-plus': ['both', '5m 300 ×1.25', 0.1],
  };
  for (const [model, [control, lifetimes, read]] of Object.entries(manners))
    it(`the prefixes of ${model}: ${control}, ${lifetimes}`, () => {
      const facts = cacheFacts(model);
      const told = facts?.lifetimes.map(
        ({ name, seconds, writeFactor }) => `${name} ${seconds} ×${writeFactor}`,
      );
      assert.deepEqual([facts?.control, told?.join(', '), facts?.readFactor], [control, lifetimes, read]);
    });

  it('is said with a source and a day in every row', () => {
    for (const { source, date, pattern } of cacheRows) {
      assert.ok(source, String(pattern));
      assert.match(date, /^\d{4}-\d\d-\d\d$/, String(pattern));
    }
  });

  it('is unknown for a model that nobody knows', () => {
    assert.equal(cacheFacts('oven-1'), null);
    assert.equal(cacheFacts(null), null);
  });
});

describe('what the configuration states of a cache', () => {
  const measured = { source: 'measured at the bakery', date: '2026-11-20' };

  it('wins field by field and is named as the source', () => {
    const stated = { 'claude-sonnet-*': { minimumTokens: 2048, ...measured } };
    const facts = cacheFacts('anthropic/claude-sonnet-4-6', stated);
    assert.deepEqual(
      [facts?.minimumTokens, facts?.control, facts?.maxBreakpoints, facts?.source, facts?.date],
      [2048, 'explicit', 4, measured.source, measured.date],
    );
    assert.equal(cacheFacts('claude-opus-4-7', stated)?.minimumTokens, 2048);
    assert.equal(cacheFacts('claude-haiku-4-5', stated)?.minimumTokens, 4096);
  });

  it('changes the lifetime that holds where none is named', () => {
    const facts = cacheFacts('claude-opus-5', {
      'claude-opus-5': { lifetimeSeconds: 600, writeFactor: 1.5, ...measured },
    });
    assert.deepEqual(facts?.lifetimes, [
      { name: '600s', seconds: 600, writeFactor: 1.5 },
      { name: '1h', seconds: 3600, writeFactor: 2 },
    ]);
  });

  it('may speak of a model that nobody else knows', () => {
    const facts = cacheFacts('oven-1', { 'oven-*': { minimumTokens: 64, readFactor: 0.5, ...measured } });
    assert.deepEqual([facts?.minimumTokens, facts?.readFactor, facts?.control], [64, 0.5, 'automatic']);
  });
});
