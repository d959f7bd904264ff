import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverage, coverageOf } from '../../../src/core/cache/coverage.ts';
import { requestMap, type RequestMap } from '../../../src/core/cache/map.ts';
import type { MapPart } from '../../../src/core/cache/parts.ts';
import { cacheFacts } from '../../../src/core/prices/cacheFacts.ts';
import type { Varies } from '../../../src/core/prompts/prompt.ts';

const states = (map: RequestMap): string[] => coverage(map).map(({ state, cached }) => `${state} ${cached}`);

test('what stands before a change is read from the cache, what stands behind it is sent anew', () => {
  const map = mapOf(text(1300), hole('session'), text(100), hole('request'), text(500));
  // OpenAI keeps 1,024 tokens and whole steps of 128 above: of these 1,400 it keeps 1,280.
  assert.deepEqual(states(map), ['cached 1280', 'sometimes 0', 'stable 0', 'changes 0', 'behind 0']);
});

test('what is too short to be kept is the same each time all the same', () => {
  assert.deepEqual(states(mapOf(text(300), hole('request'), text(200))), [
    'stable 0',
    'changes 0',
    'behind 0',
  ]);
  assert.deepEqual(states(mapOf(text(300), hole('unknown'))), ['stable 0', 'sometimes 0']);
});

test('of one prompt only its own parts are counted', () => {
  const map = mapOf(text(1280, 'berths'), hole('request', 'tides'), text(400, 'tides'));
  assert.deepEqual(coverageOf(map, 'berths'), { tokens: 1280, cached: 1280 });
  assert.deepEqual(coverageOf(map, 'tides'), { tokens: 400, cached: 0 });
  assert.deepEqual(coverageOf(map, 'gulls'), { tokens: 0, cached: 0 });
});

function mapOf(...parts: readonly MapPart[]): RequestMap {
  return requestMap(parts, [], { price: null, caching: cacheFacts('gpt-4.1') });
}

function text(tokens: number, prompt = 'berths'): MapPart {
  return { ...part, kind: 'text', tokens, prompt, varies: 'never', because: '', movable: true };
}

function hole(varies: Varies, prompt = 'berths'): MapPart {
  return { ...part, kind: 'hole', prompt, varies, because: 'parameter' };
}

const part = {
  path: 'harbour.ts',
  range: { start: 0, end: 1 },
  role: 'system',
  name: '',
  tokens: 0,
  movable: false,
} as const;
