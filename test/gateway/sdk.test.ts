import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { json, words } from './fakeProvider.ts';
import { openBakery, type Bakery } from './running.ts';

const messages = [{ role: 'user' as const, content: 'When is the rye bread baked?' }];
const said = words.join('');

/** As a program has it that knows nothing of the gateway but the variables. */
function clients({ gateway: { environment } }: Bakery) {
  const openai = new OpenAI({ apiKey: 'sk-bakery', baseURL: environment['OPENAI_BASE_URL'] ?? null });
  const anthropic = new Anthropic({
    apiKey: 'sk-ant-bakery',
    baseURL: environment['ANTHROPIC_BASE_URL'] ?? null,
  });
  return { openai, anthropic };
}

describe('the official clients', () => {
  it('of OpenAI get chats, whole and streamed', async (test) => {
    const bakery = await openBakery(test);
    const { openai } = clients(bakery);
    const whole = await openai.chat.completions.create({ model: 'gpt-4o', messages });
    assert.equal(whole.choices[0]?.message.content, said);
    const stream = await openai.chat.completions.create({
      ...{ model: 'gpt-4o', messages, stream: true },
      stream_options: { include_usage: true },
    });
    let text = '';
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? '';
    assert.equal(text, said);
    assert.equal(bakery.provider.received[0]?.headers.authorization, 'Bearer sk-bakery');
    assert.equal(bakery.provider.received[0]?.headers.host, new URL(bakery.provider.url).host);
    const told = (await bakery.calls()).map(({ input, output, status }) => [input, output, status]);
    assert.deepEqual(told, [
      [1200, 90, 'ok'],
      [1200, 7, 'ok'],
    ]);
  });

  it('of OpenAI get responses, whole and streamed, and embeddings', async (test) => {
    const bakery = await openBakery(test);
    const { openai } = clients(bakery);
    const whole = await openai.responses.create({ model: 'gpt-5', input: 'Rye?' });
    assert.equal(whole.output_text, said);
    const stream = await openai.responses.create({ model: 'gpt-5', input: 'Rye?', stream: true });
    let text = '';
    for await (const event of stream) if (event.type === 'response.output_text.delta') text += event.delta;
    assert.equal(text, said);
    const embedded = await openai.embeddings.create({
      ...{ model: 'text-embedding-3-small', input: 'Rye' },
      encoding_format: 'float',
    });
    assert.deepEqual(embedded.data[0]?.embedding, [0.25, -0.5, 0.125]);
    const told = (await bakery.calls()).map(({ operation, input, output }) => [operation, input, output]);
    assert.deepEqual(told, [
      ['chat', 300, 50],
      ['chat', 300, 50],
      ['embeddings', 12, 0],
    ]);
  });

  it('of Anthropic get messages, whole and streamed', async (test) => {
    const bakery = await openBakery(test);
    const { anthropic } = clients(bakery);
    const request = { model: 'claude-sonnet-4-5', max_tokens: 100, messages };
    const whole = await anthropic.messages.create(request);
    assert.deepEqual(whole.content, [{ type: 'text', text: said }]);
    const final = await anthropic.messages.stream(request).finalMessage();
    assert.deepEqual(final.content, [{ type: 'text', text: said }]);
    assert.equal(bakery.provider.received[0]?.headers.authorization, 'Bearer sk-ant-bakery');
    const told = (await bakery.calls()).map(({ input, output, cache_read: read }) => [input, output, read]);
    assert.deepEqual(told, [
      [2240, 60, 2000],
      [2040, 9, 2000],
    ]);
  });

  it('try again after a limit, and the second call names the first', async (test) => {
    const bakery = await openBakery(test);
    bakery.provider.next((response) => {
      response.setHeader('retry-after-ms', '30');
      json(response, { error: { message: 'slow down' } }, 429);
    });
    const { openai } = clients(bakery);
    await openai.chat.completions.create({ model: 'gpt-4o', messages });
    const [limited, again] = await bakery.calls();
    assert.deepEqual([limited?.['http_status'], limited?.['usd_8']], [429, null]);
    assert.equal(again?.['retry_of'], limited?.['id']);
  });

  it('show the sentence of the gateway where it refuses them', async (test) => {
    const { gateway } = await openBakery(test);
    const stranger = new OpenAI({
      ...{ apiKey: 'sk-bakery', maxRetries: 0 },
      baseURL: gateway.url.replace(/\/t\/.*/, '/t/guessed/openai/v1'),
    });
    await assert.rejects(
      stranger.chat.completions.create({ model: 'gpt-4o', messages }),
      /401 .*this token is not that of the gateway.*use the address/,
    );
  });
});
