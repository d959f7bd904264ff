import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, it } from 'node:test';
import { openBakery } from './running.ts';

interface Answered {
  readonly status: number | undefined;
  readonly text: string;
  readonly allowed: string | undefined;
}

async function ask(url: string, headers: Record<string, string> = {}, method = 'POST'): Promise<Answered> {
  const asking = request(url, { method, headers });
  asking.end(method === 'POST' ? '{"model":"gpt-4o","messages":[]}' : undefined);
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { status: answer.statusCode, text, allowed: answer.headers['access-control-allow-origin'] };
}

describe('the door of the gateway', () => {
  it('is closed to pages of a browser, whatever they know', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    const chats = `${gateway.url}/openai/v1/chat/completions`;
    const pages: Record<string, string>[] = [
      { Origin: 'https://flour.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'none' },
    ];
    for (const headers of pages) {
      const { status, text, allowed } = await ask(chats, headers);
      assert.deepEqual([status, allowed], [403, undefined]);
      assert.match(text, /no pages of a browser: call it from your program/);
    }
    const preflight = await ask(chats, { Origin: 'https://flour.example' }, 'OPTIONS');
    assert.deepEqual([preflight.status, preflight.allowed], [403, undefined]);
    assert.deepEqual([provider.received, await calls()], [[], []]);
  });

  it('is closed to names of somebody else that lead to this machine', async (test) => {
    const { gateway, provider } = await openBakery(test);
    const chats = `${gateway.url}/openai/v1/chat/completions`;
    for (const Host of ['flour.example', `flour.example:${gateway.port}`, `127.0.0.1:${gateway.port + 1}`]) {
      const { status, text } = await ask(chats, { Host });
      assert.equal(status, 403, Host);
      assert.match(text, /127\.0\.0\.1 and localhost only/);
    }
    assert.deepEqual(provider.received, []);
    assert.equal((await ask(chats, { Host: `localhost:${gateway.port}` })).status, 200);
  });

  it('is closed without the token, and takes it in a header as well', async (test) => {
    const { gateway, provider } = await openBakery(test);
    const bare = gateway.url.replace(/\/t\/.*/, '');
    const token = gateway.url.slice(bare.length + 3);
    const chats = '/openai/v1/chat/completions';
    for (const path of [
      '',
      '/',
      chats,
      `/t/${chats}`,
      `/t/${token}x${chats}`,
      `/t/${token.slice(1)}${chats}`,
    ]) {
      const { status, text } = await ask(`${bare}${path}`);
      assert.equal(status, 401, path);
      assert.match(text, /promptmeter ledger serve/);
      assert.ok(!text.includes(token));
    }
    assert.deepEqual(provider.received, []);
    assert.equal((await ask(`${bare}${chats}`, { 'X-PromptMeter-Token': token })).status, 200);
    assert.equal((await ask(`${bare}${chats}`, { Authorization: `Bearer ${token}` })).status, 200);
    assert.equal(provider.received.length, 2);
    assert.ok(!JSON.stringify(provider.received).includes(token));
  });

  it('says which providers there are', async (test) => {
    const { gateway } = await openBakery(test);
    const { status, text } = await ask(`${gateway.url}/oven/v1/chat/completions`);
    assert.equal(status, 404);
    assert.match(
      text,
      /no provider \\"oven\\": use one of openai, anthropic, gemini, harbour, or start it with/,
    );
  });

  it('is open on the loopback address alone', async (test) => {
    const { gateway } = await openBakery(test);
    const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const outside = others.find(({ internal, family }) => !internal && family === 'IPv4');
    if (outside === undefined) {
      test.skip('this machine has no other address');
      return;
    }
    const socket = connect(gateway.port, outside.address);
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    assert.equal(error.code, 'ECONNREFUSED');
  });

  it('tells a WebSocket to go to the provider', async (test) => {
    const { gateway } = await openBakery(test);
    const socket = connect(gateway.port, '127.0.0.1');
    const path = new URL(gateway.url).pathname;
    socket.write(
      `GET ${path}/openai/v1/realtime HTTP/1.1\r\nHost: 127.0.0.1:${gateway.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    assert.match(text, /^HTTP\/1\.1 501 .*let this connection go to the provider directly$/s);
  });
});
