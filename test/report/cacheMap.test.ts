import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestMap } from '../../src/core/cache/map.ts';
import type { MapPart } from '../../src/core/cache/parts.ts';
import { cacheFacts } from '../../src/core/prices/cacheFacts.ts';
import { moneyIn } from '../../src/core/prices/money.ts';
import { mapBar, mapWords } from '../../src/report/cacheMap.ts';
import { Places } from '../../src/report/place.ts';
import { report } from './harbour.ts';

const at = { path: 'src/pilot.ts', range: { start: 20, end: 25 }, role: 'system', prompt: null } as const;

function fixed(tokens: number): MapPart {
  return { ...at, kind: 'text', name: '', tokens, varies: 'never', because: '', movable: true };
}

const clock: MapPart = {
  ...at,
  kind: 'hole',
  name: 'new Date()',
  tokens: 0,
  varies: 'request',
  because: 'clock',
  movable: false,
};

function mapOf(model: string, ...parts: MapPart[]) {
  return requestMap(parts, [], { price: null, caching: cacheFacts(model) });
}

describe('a cache map', () => {
  it('is a bar as wide as asked for, with a thin line at each change', () => {
    const map = mapOf('gpt-4.1', fixed(2048), clock, fixed(2048));
    assert.equal(mapBar(map, 8), '████┊░░░░');
    assert.equal(mapBar(mapOf('claude-sonnet-4-5', fixed(2048), clock, clock, fixed(2048)), 4), '▓▓┊░░');
    assert.equal(mapBar(mapOf('gpt-4.1'), 8), '');
  });

  it('says what is read, for how long, and what ends it', () => {
    const places = new Places(report());
    assert.deepEqual(mapWords(mapOf('gpt-4.1', fixed(2048), clock, fixed(2048)), places, moneyIn(null)), [
      'reads 2,048 of 4,096 tokens from the cache for 5 min',
      'line 2: new Date() (clock) ends it',
    ]);
    assert.deepEqual(mapWords(mapOf('claude-sonnet-4-5', fixed(2048)), places, moneyIn(null)), [
      'reads none of 2,048 tokens from the cache',
      'nothing is marked',
    ]);
    const daily = { ...clock, varies: 'session' } as const;
    assert.deepEqual(mapWords(mapOf('gpt-4.1', fixed(1024), daily, fixed(1024)), places, moneyIn(null)), [
      'reads 2,048 of 2,048 tokens from the cache for 5 min',
      'line 2: new Date() (clock) ends it with each session',
    ]);
  });
});
