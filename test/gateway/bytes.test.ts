import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { describe, it } from 'node:test';
import * as zlib from 'node:zlib';
import { order, post, rawAnswer } from './asking.ts';
import { chat, chatEvents } from './fakeProvider.ts';
import { openBakery } from './running.ts';

const encoders = {
  gzip: (text: string) => zlib.gzipSync(text),
  deflate: (text: string) => zlib.deflateSync(text),
  br: (text: string) => zlib.brotliCompressSync(text),
};

describe('bytes', () => {
  it('of a body stay one, also with a method that seldom has any', async (test) => {
    const { gateway, provider } = await openBakery(test);
    const url = new URL(`${gateway.url}/openai/v1/files/order`);
    const asking = request(url, { method: 'DELETE', headers: { 'Transfer-Encoding': 'chunked' } });
    const body = 'GET /v1/files HTTP/1.1\r\nHost: oven\r\n\r\n';
    provider.next((response) => void response.end('gone'));
    asking.end(body);
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    answer.resume();
    await once(answer, 'end');
    const told = provider.received.map(({ method, path, body: sent }) => [method, path, sent.toString()]);
    assert.deepEqual(told, [['DELETE', '/v1/files/order', body]]);
  });

  it('pass as they are where they are compressed, whole and streamed, and are read all the same', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    const url = new URL(`${gateway.url}/openai/v1/chat/completions`);
    for (const [name, encode] of Object.entries(encoders)) {
      const whole = encode(JSON.stringify(chat('gpt-4o')));
      const events = encode([...chatEvents('gpt-4o', true), 'data: [DONE]\n\n'].join(''));
      provider.next(
        (response) => {
          response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': name });
          response.end(whole);
        },
        (response) => {
          response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Content-Encoding': name });
          for (let i = 0; i < events.length; i += 40) response.write(events.subarray(i, i + 40));
          response.end();
        },
      );
      assert.deepEqual(await rawAnswer(url, JSON.stringify(order)), whole);
      assert.deepEqual(await rawAnswer(url, JSON.stringify({ ...order, stream: true })), events);
    }
    const told = (await calls()).map(({ input, output, counted }) => [input, output, counted]);
    assert.deepEqual(
      told,
      Array.from({ length: 6 }, (_, i) => [1200, i % 2 === 0 ? 90 : 7, 'provider']),
    );
  });

  it('pass where nobody here can read them, and the call says so', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    const strange = Buffer.from('52796520697320626f756e64', 'hex');
    provider.next((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'rye' });
      response.end(strange);
    });
    const url = new URL(`${gateway.url}/openai/v1/chat/completions`);
    assert.deepEqual(await rawAnswer(url, JSON.stringify(order)), strange);
    const [call] = await calls();
    assert.deepEqual([call?.['counted'], call?.['usd_8']], ['unknown', null]);
    assert.deepEqual(JSON.parse(String(call?.['tags'])), { 'promptmeter.unread': 'answer' });
  });

  it('of a request come as they were sent, with its headers in their order and spelling', async (test) => {
    const { gateway, provider } = await openBakery(test);
    const asking = request(`${gateway.url}/harbour/v1/chat/completions?api-version=2026-01-01&x=%2F`, {
      method: 'POST',
      headers: [
        ...['Host', `127.0.0.1:${gateway.port}`, 'X-Berth', '7', 'x-berth', '8', 'TE', 'trailers'],
        ...['Connection', 'X-Tide', 'X-Tide', 'low', 'OpenAI-Organization', 'org-harbour'],
        ...['Transfer-Encoding', 'chunked', 'Content-Type', 'application/json'],
      ],
    });
    asking.write('{ "model" :');
    asking.write(' "gpt-4o",  "messages": [] }');
    asking.end();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    answer.resume();
    const [received] = provider.received;
    assert.equal(received?.path, '/models/v1/chat/completions?api-version=2026-01-01&x=%2F');
    assert.equal(received.body.toString(), '{ "model" : "gpt-4o",  "messages": [] }');
    const names = received.rawHeaders.filter((_, i) => i % 2 === 0);
    assert.deepEqual(
      names.filter((name) => !['Connection', 'Transfer-Encoding'].includes(name)),
      ['Host', 'X-Berth', 'x-berth', 'OpenAI-Organization', 'Content-Type'],
    );
    assert.equal(answer.headers['x-request-id'], 'req_bakery_1');
  });

  it('of 50 MB pass both ways, and the usage behind them is found', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    const picture = Buffer.alloc(50 * 1024 * 1024, 'rye ');
    const head = Buffer.from('{"model":"gpt-4o","messages":[{"role":"user","content":"');
    const sent = Buffer.concat([head, picture, Buffer.from('"}]}')]);
    const vectors = Buffer.alloc(50 * 1024 * 1024, '0.25,');
    const usage = '],"model":"text-embedding-3-large","usage":{"prompt_tokens":81000,"total_tokens":81000}}';
    const answered = Buffer.concat([Buffer.from('{"object":"list","data":['), vectors, Buffer.from(usage)]);
    provider.next((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': answered.length });
      response.end(answered);
    });
    const response = await post(`${gateway.url}/openai/v1/embeddings`, sent);
    assert.equal(sum(Buffer.from(await response.arrayBuffer())), sum(answered));
    assert.equal(sum(provider.received[0]?.body ?? Buffer.alloc(0)), sum(sent));
    const [call] = await calls();
    assert.deepEqual(
      [call?.['model'], call?.['input'], call?.['output']],
      ['text-embedding-3-large', 81_000, 0],
    );
    assert.deepEqual(JSON.parse(String(call?.['tags'])), { 'promptmeter.unread': 'request' });
  });

  it('wait at the provider while the client does not read', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    const piece = Buffer.alloc(64 * 1024, 'r');
    const pieces = 1024;
    let written = 0;
    provider.next(async (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      for (; written < pieces; written++) if (!response.write(piece)) await once(response, 'drain');
      response.end();
    });
    const asking = request(`${gateway.url}/openai/v1/chat/completions`, { method: 'POST' });
    asking.end(JSON.stringify(order));
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    // Until what the sockets hold is full.
    let before = -1;
    while (before !== written) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.ok(written < pieces / 2, `${written} of ${pieces} pieces were taken from the provider`);
    let length = 0;
    for await (const chunk of answer) length += (chunk as Buffer).length;
    assert.equal(length, piece.length * pieces);
    assert.equal((await calls())[0]?.['status'], 'ok');
  });
});

function sum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
