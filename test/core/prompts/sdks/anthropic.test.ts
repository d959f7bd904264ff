import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Anthropic', () => {
  it('system blocks with cache marks', async () => {
    assert.deepEqual(
      await found(
        'shop/order.ts',
        `import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();
await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 200,
  system: [{ type: 'text', text: 'You write receipts.', cache_control: { type: 'ephemeral' } }],
  messages: [{ role: 'user', content: \`The basket: \${basket}\` }] });`,
      ),
      [
        'system anthropic claude-sonnet-4-5: You write receipts.',
        'user anthropic claude-sonnet-4-5: The basket: {basket}',
      ],
    );
  });

  it('a batch of requests', async () => {
    const source = `from anthropic import Anthropic
client = Anthropic()
client.messages.batches.create(requests=[
    {"custom_id": "rye", "params": {"model": "claude-haiku-4-5", "max_tokens": 64, "system": "You name breads.",
        "messages": [{"role": "user", "content": "Name the rye."}]}},
])`;
    assert.deepEqual(await found('shop/names.py', source), [
      'system anthropic claude-haiku-4-5: You name breads.',
      'user anthropic claude-haiku-4-5: Name the rye.',
    ]);
    assert.deepEqual(await calls('shop/names.py', source), ['anthropic claude-haiku-4-5 64: system user']);
  });

  it('the beta, and clients of Bedrock and Vertex', async () => {
    assert.deepEqual(
      await found(
        'shop/order.ts',
        `import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';
import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
const bedrock = new AnthropicBedrock();
const vertex = new AnthropicVertex({ region: 'europe-west1' });
await bedrock.beta.messages.create({ model: 'anthropic.claude-3-5-haiku-20241022-v1:0', max_tokens: 9, messages: [{ role: 'user', content: 'Weigh the dough.' }] });
await vertex.messages.stream({ model: 'claude-sonnet-4@20250514', max_tokens: 9, messages: [{ role: 'user', content: 'Bake the dough.' }] });`,
      ),
      [
        'user anthropic anthropic.claude-3-5-haiku-20241022-v1:0: Weigh the dough.',
        'user anthropic claude-sonnet-4@20250514: Bake the dough.',
      ],
    );
  });

  it('the Agent SDK', async () => {
    assert.deepEqual(
      await found(
        'shop/agent.ts',
        `import { query, tool } from '@anthropic-ai/claude-agent-sdk';
const stock = tool('stock', 'Counts the loaves on the shelf.', { bread: z.string() }, count);
for await (const event of query({ prompt: 'Reorder what is missing.', options: { model: 'claude-opus-4-1', systemPrompt: 'You keep the shelves full.' } })) log(event);`,
      ),
      [
        'tool-description anthropic -: Counts the loaves on the shelf.',
        'user anthropic claude-opus-4-1: Reorder what is missing.',
        'system anthropic claude-opus-4-1: You keep the shelves full.',
      ],
    );
  });

  it('is not a query of a database', async () => {
    const source = `import { query } from './database';
query('The loaves of today, oldest first, and who baked them.', { options: { max: 5 } });`;
    assert.deepEqual(await found('shop/stock.ts', source), []);
  });

  it('is not every messages.create', async () => {
    const twilio = `import twilio from 'twilio';
const client = twilio(sid, token);
await client.messages.create({ body: 'Your order is ready, you can fetch it now.', from: '+49', to });`;
    assert.deepEqual(await found('shop/sms.ts', twilio), []);
  });
});
