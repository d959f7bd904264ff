import { requestMap } from '../../src/core/cache/map.ts';
import { usd } from '../../src/core/prices/usd.ts';
import type { MeteredPrompt } from '../../src/core/report.ts';

/** A prompt with numbers, for tests that do not care for most of them. */
export function prompt(own: Partial<MeteredPrompt> = {}): MeteredPrompt {
  return {
    id: 'harbour.ts#bell',
    path: 'harbour.ts',
    range: { start: 0, end: 40 },
    language: 'typescript',
    role: 'system',
    found: 'call',
    confidence: 'high',
    sdk: 'openai',
    model: { id: 'gpt-4o', via: 'call' },
    segments: [],
    volume: null,
    partOf: null,
    tokens: { count: 1240, certainty: 'exact', band: 0, encoding: 'o200k_base' },
    segmentTokens: [],
    cost: {
      usdPerCall: usd(0.0031),
      usdPerCallCached: usd(0.0016),
      price: { model: 'gpt-4o', provider: 'openai', source: 'the price list', date: '2026-09-23' },
    },
    cache: null,
    map: requestMap([], [], { price: null, caching: null }),
    ...own,
  };
}
