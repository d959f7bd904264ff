import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestMap, type RequestMap } from '../../src/core/cache/map.ts';
import type { MapPart } from '../../src/core/cache/parts.ts';
import { cacheFacts } from '../../src/core/prices/cacheFacts.ts';
import { cacheMapPage } from '../../src/editor/cacheMapPage.ts';
import { knownFrom } from '../../src/editor/known.ts';
import { prompt } from './prompt.ts';

const text = 'const bell = `It is ${now()}. Ring the bell when fog comes in.`;';
const clock = part({ kind: 'hole', name: 'now()', varies: 'request', because: 'clock' }, 20, 28);
const rule = part({ tokens: 1500, movable: true }, 28, 62);

test('a prompt whose call nobody followed is drawn by itself, and that is said', () => {
  const { title, requests } = pageOf(mapOf('gpt-4.1', clock, rule));
  assert.equal(title, 'How bell in harbour.ts is cached');
  assert.equal(requests.length, 1);
  assert.equal(requests[0]?.heading, 'gpt-4o · as a request of its own');
  assert.match(requests[0]?.facts[0] ?? '', /No call that sends this prompt could be followed/);
});

test('the summary names what ends the prefix, and each part says what becomes of it', () => {
  const [request] = pageOf(mapOf('gpt-4.1', clock, rule)).requests;
  assert.match(
    request?.summary ?? '',
    /^Nothing is read from the cache: now\(\) at line 1 changes with every request .* It could read 1,408\.$/,
  );
  assert.deepEqual(
    request?.rows.map(({ state, note, text: words, tokensText, upTo }) => [
      state,
      note,
      words,
      tokensText,
      upTo,
    ]),
    [
      ['changes', 'clock: changes with every request', 'now()', '', '0'],
      ['behind', 'the same each time, but sent anew', '. Ring the bell when fog comes in.', '1,500', '1,500'],
    ],
  );
  assert.deepEqual(request?.costs, [], 'without a price there are no costs');
});

test('what is read from the cache is told in tokens, and a provider without a cache is no fault', () => {
  const [warm] = pageOf(mapOf('gpt-4.1', rule)).requests;
  assert.equal(
    warm?.summary,
    'A call that follows another reads 1,408 of 1,500 known tokens from the cache.',
  );
  assert.equal(warm?.rows[0]?.note, '1,408 read from the cache, the rest sent');
  const [none] = pageOf(mapOf('harbour-llm', rule)).requests;
  assert.equal(none?.summary, 'No prefix cache is known for this model.');
  const [short] = pageOf(mapOf('gpt-4.1', { ...rule, tokens: 90 })).requests;
  assert.equal(short?.summary, 'Too short for the cache, which starts at 1,024 tokens: nothing is lost.');
});

function pageOf(map: RequestMap) {
  const known = knownFrom(null, 'harbour.ts');
  return cacheMapPage({ prompt: prompt({ map }), known, spot: () => ({ file: null, line: 1 }), text });
}

function mapOf(model: string, ...parts: readonly MapPart[]): RequestMap {
  return requestMap(parts, [], { price: null, caching: cacheFacts(model) });
}

function part(own: Partial<MapPart>, start: number, end: number): MapPart {
  return {
    kind: 'text',
    path: 'harbour.ts',
    range: { start, end },
    role: 'system',
    prompt: 'harbour.ts#bell',
    name: '',
    tokens: 0,
    varies: 'never',
    because: '',
    movable: false,
    ...own,
  };
}
