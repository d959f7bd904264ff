import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chat, json, stream, chatEvents } from './fakeProvider.ts';
import { openBakery } from './running.ts';

const order = { model: 'gpt-4o', messages: [{ role: 'user', content: 'When is the rye bread baked?' }] };

/** What a test looks at of a recorded call. */
function numbers(call: Record<string, unknown> | undefined) {
  const {
    provider,
    model,
    operation,
    input,
    cache_read: read,
    output,
    reasoning,
    counted,
    status,
  } = call ?? {};
  return { provider, model, operation, input, read, output, reasoning, counted, status };
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer sk-bakery-key', ...headers },
    body: JSON.stringify(body),
  });
  return response.text();
}

describe('what the gateway records', () => {
  it('has the usage and the price of an answer', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    const answer = await post(`${gateway.environment['OPENAI_BASE_URL']}/chat/completions`, order);
    assert.deepEqual(JSON.parse(answer), chat('gpt-4o'));
    assert.equal(provider.received[0]?.path, '/v1/chat/completions');
    const [call] = await calls();
    assert.deepEqual(numbers(call), {
      ...{ provider: 'openai', model: 'gpt-4o', operation: 'chat', input: 1200, read: 1024 },
      ...{ output: 90, reasoning: 20, counted: 'provider', status: 'ok' },
    });
    assert.deepEqual([call?.['http_status'], call?.['streaming']], [200, 0]);
    // 176 × $2.50 + 1,024 × $1.25 + 90 × $10 per million.
    assert.equal(Number(call?.['usd_8']) / 1e8, 0.00262);
    assert.ok(Number(call?.['latency_ms']) >= Number(call?.['first_token_ms']));
  });

  it('has the usage at the end of a stream', async (test) => {
    const { gateway, calls } = await openBakery(test);
    const body = { ...order, stream: true, stream_options: { include_usage: true } };
    const answer = await post(`${gateway.url}/openai/v1/chat/completions`, body);
    assert.equal(answer, [...chatEvents('gpt-4o', true), 'data: [DONE]\n\n'].join(''));
    const [call] = await calls();
    assert.deepEqual(numbers(call), {
      ...{ provider: 'openai', model: 'gpt-4o', operation: 'chat', input: 1200, read: 0 },
      ...{ output: 7, reasoning: null, counted: 'provider', status: 'ok' },
    });
    assert.equal(call?.['streaming'], 1);
  });

  it('counts where a stream tells no usage, and says so', async (test) => {
    const { gateway, calls } = await openBakery(test);
    await post(`${gateway.url}/openai/v1/chat/completions`, { ...order, stream: true });
    const [call] = await calls();
    // Seven words and a mark in the question, seven for the framing; of the answer "Rye" is two.
    assert.deepEqual(numbers(call), {
      ...{ provider: 'openai', model: 'gpt-4o', operation: 'chat', input: 14, read: null },
      ...{ output: 8, reasoning: null, counted: 'counted', status: 'ok' },
    });
  });

  it('adds up what Anthropic tells apart, whole and streamed', async (test) => {
    const { gateway, calls } = await openBakery(test);
    const body = {
      model: 'claude-sonnet-4-5',
      max_tokens: 100,
      system: 'You sell bread.',
      messages: order.messages,
    };
    await post(`${gateway.url}/anthropic/v1/messages`, body);
    await post(`${gateway.url}/anthropic/v1/messages`, { ...body, stream: true });
    const [whole, streamed] = await calls();
    assert.deepEqual(numbers(whole), {
      ...{ provider: 'anthropic', model: 'claude-sonnet-4-5', operation: 'chat', input: 2240, read: 2000 },
      ...{ output: 60, reasoning: null, counted: 'provider', status: 'ok' },
    });
    assert.deepEqual([whole?.['cache_write'], whole?.['cache_write_1h']], [150, 50]);
    assert.deepEqual([streamed?.['input'], streamed?.['cache_read'], streamed?.['output']], [2040, 2000, 9]);
  });

  it('reads Responses, embeddings and Gemini, whole and streamed', async (test) => {
    const { gateway, calls } = await openBakery(test);
    await post(`${gateway.url}/openai/v1/responses`, { model: 'gpt-5', input: 'Rye?' });
    await post(`${gateway.url}/openai/v1/responses`, { model: 'gpt-5', input: 'Rye?', stream: true });
    await post(`${gateway.url}/openai/v1/embeddings`, { model: 'text-embedding-3-small', input: 'Rye' });
    const asked = { contents: [{ role: 'user', parts: [{ text: 'Rye?' }] }] };
    const gemini = `${gateway.url}/gemini/v1beta/models/gemini-2.5-flash`;
    await post(`${gemini}:generateContent?key=AIzaBakery`, asked);
    await post(`${gemini}:streamGenerateContent?alt=sse`, asked);
    const recorded = (await calls()).map((call) => {
      const { provider, model, operation, input, read, output, reasoning } = numbers(call);
      return [provider, model, operation, input, read, output, reasoning, call['streaming']];
    });
    assert.deepEqual(recorded, [
      ['openai', 'gpt-5', 'chat', 300, 0, 50, 30, 0],
      ['openai', 'gpt-5', 'chat', 300, 0, 50, 30, 1],
      ['openai', 'text-embedding-3-small', 'embeddings', 12, 0, 0, null, 0],
      ['google', 'gemini-2.5-flash', 'generate_content', 500, 100, 42, 12, 0],
      ['google', 'gemini-2.5-flash', 'generate_content', 500, 100, 42, 12, 1],
    ]);
  });

  it('keeps what the application says about a call, and does not pass it on', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    await post(`${gateway.url}/openai/v1/chat/completions`, order, {
      'X-PromptMeter-Prompt': 'src/desk.ts#ORDER',
      'X-PromptMeter-Feature': 'orders',
      'X-PromptMeter-User': 'B%C3%A4rbel',
      'X-PromptMeter-Session': 'till-7',
      'X-PromptMeter-Tags': 'shop=harbour, oven=2, rush',
    });
    const [call] = await calls();
    const { prompt, feature, user, session, tags } = call ?? {};
    assert.deepEqual([prompt, feature, user, session], ['src/desk.ts#ORDER', 'orders', 'Bärbel', 'till-7']);
    assert.deepEqual(JSON.parse(String(tags)), { shop: 'harbour', oven: '2', rush: '' });
    assert.ok(!provider.received[0]?.rawHeaders.some((name) => /promptmeter/i.test(name)));
  });

  it('knows a request that is made again after a limit', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    provider.next((response) => json(response, { error: { message: 'slow down' } }, 429));
    const url = `${gateway.url}/openai/v1/chat/completions`;
    await post(url, order);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await post(url, order);
    await post(url, { ...order, temperature: 0 });
    const [failed, again, other] = await calls();
    assert.deepEqual([failed?.['status'], failed?.['http_status'], failed?.['input']], ['error', 429, null]);
    assert.equal(again?.['retry_of'], failed?.['id']);
    assert.equal(other?.['retry_of'], null);
  });

  it('records an error in the middle of a stream, and an answer that was cut at its limit', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    const begun = chatEvents('gpt-4o', false).slice(0, 4);
    const url = `${gateway.url}/openai/v1/chat/completions`;
    provider.next(
      (response) => stream(response, [...begun, 'data: {"error":{"message":"overloaded"}}\n\n']),
      (response) =>
        stream(response, [
          ...begun,
          'data: {"choices":[{"index":0,"delta":{},"finish_reason":"length"}]}\n\ndata: [DONE]\n\n',
        ]),
    );
    await post(url, { ...order, stream: true });
    await post(url, { ...order, stream: true, max_tokens: 3 });
    assert.deepEqual(
      (await calls()).map(({ status, counted, output }) => [status, counted, output]),
      [
        ['error', 'counted', 4],
        ['incomplete', 'counted', 4],
      ],
    );
  });

  it('records nothing of what asks no model', async (test) => {
    const { gateway, provider, calls } = await openBakery(test);
    assert.equal((await fetch(`${gateway.url}/openai/v1/models`)).status, 404);
    await post(`${gateway.url}/anthropic/v1/messages/count_tokens`, order);
    assert.deepEqual(
      provider.received.map(({ method, path }) => [method, path]),
      [
        ['GET', '/v1/models'],
        ['POST', '/v1/messages/count_tokens'],
      ],
    );
    assert.deepEqual(await calls(), []);
  });
});
