import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { defaultConfig } from '../../src/core/config.ts';
import { order, post, until } from './asking.ts';
import { chat, chatEvents, json, messageEvents, stream } from './fakeProvider.ts';
import { openBakery } from './running.ts';

describe('a connection that breaks off', () => {
  it('at the provider breaks off at the client, and is recorded with what was seen', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    provider.next(
      (response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(chatEvents('gpt-4o', true).slice(0, 5).join(''), () => response.destroy());
      },
      (response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write(messageEvents('claude-sonnet-4-5').slice(0, 6).join(''), () => response.destroy());
      },
    );
    const chats = await post(`${gateway.url}/openai/v1/chat/completions`, { ...order, stream: true });
    await assert.rejects(chats.text(), /terminated/);
    const messages = await post(`${gateway.url}/anthropic/v1/messages`, { ...order, stream: true });
    await assert.rejects(messages.text(), /terminated/);
    const told = (await calls()).map(({ status, counted, input, cache_read: read, output }) => {
      return { status, counted, input, read, output };
    });
    assert.deepEqual(told, [
      // "Rye bread is baked": five tokens of gpt-4o.
      { status: 'incomplete', counted: 'counted', input: 14, read: null, output: 5 },
      // Its input Anthropic has told; "Rye bread is" was seen of the output, in more tokens than gpt-4o would take.
      { status: 'incomplete', counted: 'counted', input: 2040, read: 2000, output: 5 },
    ]);
  });

  it('at the client breaks off at the provider', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    provider.next((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(chatEvents('gpt-4o', true).slice(0, 3).join(''));
    });
    const leaving = new AbortController();
    const url = `${gateway.url}/openai/v1/chat/completions`;
    const response = await post(url, { ...order, stream: true }, { signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    await until(() => provider.aborted === 1);
    const [call] = await calls();
    assert.deepEqual(
      [call?.['status'], call?.['counted'], call?.['http_status']],
      ['cancelled', 'counted', 200],
    );
  });

  it('before any answer is said in the place of the provider', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    provider.next((response) => void response.destroy());
    const response = await post(`${gateway.url}/openai/v1/chat/completions`, order);
    assert.equal(response.status, 502);
    assert.match(await response.text(), /could not reach 127\.0\.0\.1:\d+ \(ECONNRESET\)/);
    const [call] = await calls();
    assert.deepEqual([call?.['status'], call?.['http_status'], call?.['input']], ['error', null, null]);
  });
});

describe('a provider that', () => {
  it('cannot be reached gets a sentence, without the path that may hold a key', async (test) => {
    const { gateway, calls } = await openBakery(test, {}, 'http://127.0.0.1:9');
    const url = `${gateway.url}/gemini/v1beta/models/gemini-2.5-flash:generateContent?key=AIzaSesame`;
    const response = await post(url, { contents: [] });
    const text = await response.text();
    assert.equal(response.status, 502);
    assert.match(text, /could not reach 127\.0\.0\.1:9 \(ECONNREFUSED\): see whether/);
    assert.ok(!text.includes('Sesame'));
    const [call] = await calls();
    const { provider, model, operation } = call ?? {};
    assert.deepEqual([provider, model, operation], ['google', 'gemini-2.5-flash', 'generate_content']);
  });

  it('never answers is given up after a while, and before that when the client does', async (test) => {
    const { gateway, provider, calls } = await openBakery(test, { patience: 150 });
    provider.next(
      () => undefined,
      () => undefined,
    );
    const url = `${gateway.url}/openai/v1/chat/completions`;
    const silent = await post(url, order);
    assert.equal(silent.status, 504);
    assert.match(await silent.text(), /has sent nothing for 0 seconds: the gateway has given up/);
    const leaving = new AbortController();
    const asking = post(url, { ...order, user: 'baker' }, { signal: leaving.signal });
    await until(() => provider.received.length === 2);
    leaving.abort();
    await assert.rejects(asking, /aborted/);
    await until(() => provider.aborted === 2);
    assert.deepEqual(
      (await calls()).map(({ status, input, usd_8: usd }) => [status, input, usd]),
      [
        ['error', null, null],
        ['cancelled', null, null],
      ],
    );
  });
});

describe('a ledger that cannot be written', () => {
  it('since another program holds it holds up no call; it is said once, and what waits is written later', async (test) => {
    const { gateway, store, faults, calls } = await openBakery(test);
    const other = new DatabaseSync(store.path);
    test.after(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const url = `${gateway.url}/openai/v1/chat/completions`;
    for (let i = 0; i < 3; i++) {
      assert.equal((await post(url, order)).status, 200);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await until(() => faults.length > 0);
    assert.deepEqual(
      faults.map(({ why }) => why),
      ['busy'],
    );
    other.exec('ROLLBACK');
    assert.equal((await calls()).length, 3);
  });

  it('since it is damaged is set aside, and a new one takes what comes', async (test) => {
    const { gateway, store, folder } = await openBakery(test);
    // The log beside it would mend it.
    for (const end of ['-wal', '-shm']) rmSync(`${store.path}${end}`, { force: true });
    const damaged = join(folder, 'damaged');
    writeFileSync(damaged, Buffer.alloc(40_000, 'flour and water '));
    renameSync(damaged, store.path);
    assert.equal((await post(`${gateway.url}/openai/v1/chat/completions`, order)).status, 200);
    assert.equal(await gateway.stop(), 0);
    const aside = gateway.aside();
    assert.ok(aside !== null && readFileSync(aside, 'utf8').startsWith('flour and water'));
    const database = new DatabaseSync(join(folder, 'ledger.db'));
    test.after(() => database.close());
    assert.equal(database.prepare('SELECT count(*) AS calls FROM call').get()?.['calls'], 1);
  });
});

describe('a key', () => {
  it('is found nowhere afterwards, not even where texts are kept', async (test) => {
    const config = { ...defaultConfig, ledger: { ...defaultConfig.ledger, texts: true } };
    const { gateway, provider, folder, faults, mistakes, calls } = await openBakery(test, { config });
    const keys = [
      'sk-proj-Sesame1234567890abcdef',
      'sk-ant-Poppy1234567890abcdef',
      'AIzaSunflower1234567890abcdefghijklmnop',
    ];
    const [openai = '', anthropic = '', gemini = ''] = keys;
    provider.next(
      (response) => json(response, chat('gpt-4o')),
      (response) => json(response, { error: { message: `Incorrect API key provided: ${anthropic}` } }, 401),
      (response) => stream(response, chatEvents('gpt-4o', true).slice(0, 3)),
    );
    const confession = { ...order, messages: [{ role: 'user', content: `my key is ${openai}` }] };
    await post(`${gateway.url}/openai/v1/chat/completions`, confession, {
      headers: { Authorization: `Bearer ${openai}`, 'X-PromptMeter-User': openai },
    });
    await post(`${gateway.url}/anthropic/v1/messages`, order, { headers: { 'X-API-Key': anthropic } });
    const url = `${gateway.url}/gemini/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse&key=${gemini}`;
    await (await post(url, { contents: [] }, { headers: { 'X-Goog-Api-Key': gemini } })).text();
    assert.equal((await calls()).length, 3);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    );
    assert.ok(files.some((path) => path.endsWith('ledger.db')));
    for (const path of files)
      for (const key of keys) assert.ok(!readFileSync(path).includes(key), `${path} has ${key}`);
    assert.deepEqual([faults, mistakes], [[], []]);
    assert.ok(provider.received.some(({ path }) => path.includes(gemini)));
  });
});
