import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { apis, providerNames, type ProviderName } from '../../../src/host/providers/apis.ts';
import { connect } from '../../../src/host/providers/connect.ts';
import { ProviderCounter } from '../../../src/host/providers/counter.ts';
import { KeptCounts } from '../../../src/host/providers/kept.ts';
import { folderWith } from '../folder.ts';
import { countsWords, fakeProvider, sends, textOf, type Reply } from './fakeProvider.ts';

const recipe = 'Knead the dough for ten minutes';
const day = 24 * 60 * 60 * 1000;

async function kitchen(context: TestContext, reply: Reply, name: ProviderName = 'anthropic') {
  const fake = await fakeProvider(context, reply);
  const folder = folderWith(context, {});
  const clock = { now: 1_790_000_000_000 };
  const connection = { api: apis[name], base: fake.base, key: 'key-of-the-bakery', env: {} };
  const kept = new KeptCounts(folder);
  const counter = new ProviderCounter({ name, connection, kept, now: () => clock.now, patience: 2000 });
  return { fake, folder, clock, counter };
}

describe('a provider that counts', () => {
  for (const name of providerNames)
    it(`is asked as ${name} wants it`, async (context) => {
      const { fake, counter } = await kitchen(context, countsWords, name);
      const model = { anthropic: 'claude-opus-4-8', openai: 'gpt-4o', gemini: 'gemini-2.5-pro' }[name];
      const count = await counter.count(recipe, `openrouter/${model}`);
      // Seven tokens stand around every text, and are not part of it.
      assert.deepEqual([count.kind, count.kind === 'counted' && count.tokens], ['counted', 6]);
      const [asked] = fake.asked;
      assert.ok(asked);
      assert.equal(textOf(asked.body), recipe);
      const { 'x-api-key': anthropic, authorization: openai, 'x-goog-api-key': gemini } = asked.headers;
      assert.match(String({ anthropic, openai, gemini }[name]), /key-of-the-bakery$/);
      assert.ok(asked.path.includes(model) || (asked.body as { model: string }).model === model);
    });

  it('is asked once for the same text, and keeps neither text nor key', async (context) => {
    const { fake, folder, clock, counter } = await kitchen(context, countsWords);
    await counter.count(recipe, 'claude-opus-4-8');
    const asked = fake.asked.length;
    clock.now += 29 * day;
    const again = await counter.count(recipe, 'claude-opus-4-8');
    assert.equal(again.kind === 'counted' && again.tokens, 6);
    assert.equal(fake.asked.length, asked);
    await counter.count(recipe, 'claude-sonnet-5');
    assert.ok(fake.asked.length > asked);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.json'),
    );
    const all = files.map((path) => readFileSync(join(folder, path), 'utf8')).join() + files.join();
    assert.ok(files.length >= 2 && !all.includes('Knead') && !all.includes('bakery'));
  });

  it('is asked again where what was kept is no count', async (context) => {
    const { fake, folder, counter } = await kitchen(context, countsWords);
    await counter.count(recipe, 'claude-opus-4-8');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.json'),
    );
    const asked = fake.asked.length;
    for (const [i, file] of files.entries())
      writeFileSync(join(folder, file), ['{"tokens":-4,"at":1}', 'oven'][i % 2] ?? '');
    const again = await counter.count(recipe, 'claude-opus-4-8');
    assert.equal(again.kind === 'counted' && again.tokens, 6);
    assert.equal(fake.asked.length, 2 * asked);
  });
});

const failures: readonly (readonly [name: string, reply: Reply, why: RegExp])[] = [
  ['refuses the key', sends(401, { error: 'no' }), /does not accept the key \(401\): check the key/],
  ['forbids', sends(403, ''), /does not accept the key \(403\)/],
  [
    'knows no such model',
    sends(404, { error: 'model: rye-7b' }),
    /no such model or address \(404, saying ".*rye-7b/,
  ],
  ['is asked too often', sends(429, '', { 'retry-after': '12' }), /asked too often \(429\)/],
  ['is broken', sends(500, '<html>'), /answered 500, saying "<html>"/],
  ['repeats the key', sends(400, 'no such key: key-of-the-bakery'), /400, saying "no such key: \[key\]"/],
  [
    'sends elsewhere',
    sends(302, '', { location: 'http://example.invalid/' }),
    /sends elsewhere \(302\), which is not followed/,
  ],
  [
    'answers HTML',
    sends(200, '<!doctype html>\n<title>Log in</title>'),
    /holds no "input_tokens" \(it begins "<!doctype html> <title>/,
  ],
  ['answers another thing', sends(200, { tokens: 4 }), /holds no "input_tokens"/],
  ['answers a negative number', sends(200, { input_tokens: -5 }), /says "-5" tokens, which cannot be/],
  ['answers zero', sends(200, { input_tokens: 0 }), /which cannot be/],
  ['answers absurdly much', sends(200, { input_tokens: 5e9 }), /which cannot be/],
  ['answers a fraction', sends(200, { input_tokens: 6.5 }), /which cannot be/],
  ['answers a text', sends(200, { input_tokens: '6' }), /which cannot be/],
  ['answers without end', sends(200, 'x'.repeat(200_000)), /longer than 65536 bytes/],
  ['says nothing', () => undefined, /did not answer within 2 s/],
  ['hangs up', (_, response) => response.destroy(), /could not be reached/],
  [
    'gives fewer for a text than for a letter',
    ({ body }, response) =>
      sends(200, { input_tokens: textOf(body) === 'a' ? 90 : 8 })({ path: '', headers: {}, body }, response),
    /fewer tokens than one letter/,
  ],
];

describe('a provider that does not count', () => {
  for (const [name, reply, why] of failures)
    it(`${name}: is told in a sentence, and is no number`, async (context) => {
      const { counter } = await kitchen(context, reply);
      const count = await counter.count(recipe, 'claude-opus-4-8');
      assert.equal(count.kind, 'refused');
      assert.match(count.kind === 'refused' ? count.why : '', why);
    });

  it('says when to come again', async (context) => {
    const { counter } = await kitchen(context, sends(429, '', { 'retry-after': '12' }));
    const count = await counter.count(recipe, 'claude-opus-4-8');
    assert.equal(count.kind === 'refused' && count.retryAfterSeconds, 12);
  });

  it('leaves the last good number, with its day', async (context) => {
    const { fake, clock, counter } = await kitchen(context, countsWords);
    await counter.count(recipe, 'claude-opus-4-8');
    const before = clock.now;
    clock.now += 40 * day;
    fake.reply = sends(429, '');
    assert.deepEqual(await counter.count(recipe, 'claude-opus-4-8'), {
      kind: 'counted',
      tokens: 6,
      at: before,
      problem: 'it has been asked too often (429): try again later',
    });
  });
});

describe('a connection', () => {
  const why = (env: Record<string, string>, stated: string | null = null) => {
    const made = connect('gemini', env, stated);
    return made.kind === 'problem' ? made.why : made.connection.base;
  };
  const key = 'k';

  it('has its key and address from the environment', () => {
    assert.match(why({}), /needs a key: set GEMINI_API_KEY or GOOGLE_API_KEY/);
    assert.match(why({ GEMINI_API_KEY: ' ' }), /needs a key/);
    assert.equal(why({ GOOGLE_API_KEY: key }), apis.gemini.base);
    const elsewhere = { GOOGLE_API_KEY: key, GOOGLE_GEMINI_BASE_URL: 'https://gateway.example/g/' };
    assert.equal(why(elsewhere), 'https://gateway.example/g');
    assert.equal(why(elsewhere, 'http://localhost:8080'), 'http://localhost:8080');
  });

  it('sends no key in the open, nor one that breaks a header', () => {
    const env = { GEMINI_API_KEY: key };
    assert.match(why(env, 'http://gateway.example'), /would send the key in the open/);
    assert.match(why(env, 'file:///etc'), /would send the key in the open/);
    assert.match(why(env, 'gateway'), /is no address/);
    assert.match(why(env, 'https://baker:rye@gateway.example'), /holds a name or password/);
    assert.match(why({ GEMINI_API_KEY: 'a\nb' }), /characters that no key has/);
  });
});
