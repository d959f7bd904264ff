import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { order, post } from './asking.ts';
import { chat, json } from './fakeProvider.ts';
import { openBakery, type Bakery } from './running.ts';

/** JSON nested so deep that whoever walks it level by level runs out of stack. */
const deep = (open: string, close: string) => `${open.repeat(200_000)}1${close.repeat(200_000)}`;

/** A gateway in front of a server that answers whatever is asked with these bytes. */
async function openQuay(test: TestContext, answer: (socket: Socket) => void): Promise<Bakery> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => server.close());
  return openBakery(test, {}, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

describe('a provider that answers what cannot be', () => {
  it('in depth is passed on and recorded, in a stream and as a whole', async (test) => {
    const { gateway, provider, mistakes, calls } = await openBakery(test);
    const texts = [
      `data: ${deep('{"response":', '}')}\n\n`,
      `data: {"candidates":[{"content":{"parts":[{"functionCall":{"order":${deep('[', ']')}}}]}}]}\n\n`,
    ];
    for (const text of texts) {
      provider.next((response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.end(text);
      });
      const answer = await post(`${gateway.url}/openai/v1/chat/completions`, { ...order, stream: true });
      assert.equal(await answer.text(), text);
    }
    const whole = deep('{"content":[', ']}');
    provider.next((response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(whole);
    });
    const answer = await post(`${gateway.url}/anthropic/v1/messages`, order);
    assert.equal(await answer.text(), whole);
    const tags = (await calls()).map((call) => call['tags']);
    assert.deepEqual(mistakes, []);
    assert.deepEqual(tags, Array<string>(3).fill('{"promptmeter.unread":"answer"}'));
  });

  it('in tokens is recorded without them', async (test) => {
    const { gateway, provider, mistakes, calls } = await openBakery(test);
    const usage = { prompt_tokens: Number.MAX_SAFE_INTEGER, completion_tokens: 3 };
    provider.next((response) => json(response, { ...chat('gpt-4o'), usage }));
    await (await post(`${gateway.url}/openai/v1/chat/completions`, order)).text();
    const [call] = await calls();
    assert.deepEqual(mistakes, []);
    assert.deepEqual([call?.['counted'], call?.['input']], ['counted', 14]);
  });

  it('in its status is taken for one that did not answer', async (test) => {
    const { gateway, calls } = await openQuay(test, (socket) =>
      socket.end('HTTP/1.1 099 Early\r\nContent-Length: 2\r\n\r\n{}'),
    );
    const answer = await post(`${gateway.url}/openai/v1/chat/completions`, order);
    assert.equal(answer.status, 502);
    await answer.text();
    const [call] = await calls();
    assert.deepEqual([call?.['status'], call?.['http_status']], ['error', null]);
  });
});

describe('a program that sends what cannot be', () => {
  it('in depth is told so', async (test) => {
    const { gateway, mistakes } = await openBakery(test);
    const value = deep('{"arrayValue":{"values":[', ']}}').replace('1', '{}');
    const span = `{"attributes":[{"key":"oven","value":${value}}]}`;
    const body = `{"resourceSpans":[{"scopeSpans":[{"spans":[${span}]}]}]}`;
    const answer = await post(`${gateway.url}/v1/traces`, Buffer.from(body));
    assert.deepEqual([answer.status, mistakes], [400, []]);
  });

  it('in time is recorded without it', async (test) => {
    const { gateway, mistakes, calls } = await openBakery(test);
    const at = `${Date.UTC(2026, 10, 2, 8)}000000`;
    const attributes = [
      { key: 'gen_ai.operation.name', value: { stringValue: 'chat' } },
      { key: 'gen_ai.response.time_to_first_chunk', value: { doubleValue: 1e300 } },
      { key: 'gen_ai.usage.input_tokens', value: { intValue: '9007199254740991' } },
    ];
    const ids = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) };
    const spans = [
      { ...ids, startTimeUnixNano: at, endTimeUnixNano: at, attributes },
      { ...ids, startTimeUnixNano: at, endTimeUnixNano: 'Infinity', attributes },
    ];
    const answer = await post(`${gateway.url}/v1/traces`, { resourceSpans: [{ scopeSpans: [{ spans }] }] });
    assert.match(await answer.text(), /"rejectedSpans":"1"/);
    const told = (await calls()).map(({ input, first_token_ms: first }) => ({ input, first }));
    assert.deepEqual([told, mistakes], [[{ input: null, first: null }], []]);
  });
});
