import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Mistral', () => {
  it('chat, agents and code in the middle', async () => {
    const source = `import { Mistral } from '@mistralai/mistralai';
const client = new Mistral({ apiKey });
await client.chat.complete({ model: 'mistral-large-latest', maxTokens: 30, messages: [{ role: 'system', content: 'You load ships.' }] });
await client.agents.complete({ agentId, messages: [{ role: 'user', content: 'Load the ferry.' }] });
await client.fim.complete({ model: 'codestral-latest', prompt: 'function load(ship) {', suffix: 'return ship; }' });`;
    assert.deepEqual(await found('harbour/load.ts', source), [
      'system mistral mistral-large-latest: You load ships.',
      'user mistral -: Load the ferry.',
      'user mistral codestral-latest: function load(ship) {',
      'user mistral codestral-latest: return ship; }',
    ]);
    assert.deepEqual(await calls('harbour/load.ts', source), [
      'mistral mistral-large-latest 30: system',
      'mistral - -: user',
      'mistral codestral-latest -: user user',
    ]);
  });

  it('the first Python client and its messages', async () => {
    assert.deepEqual(
      await found(
        'harbour/load.py',
        `from mistralai.client import MistralClient
from mistralai.models.chat_completion import ChatMessage
client = MistralClient()
client.chat(model="mistral-small", messages=[ChatMessage(role="user", content="Unload the ferry.")])`,
      ),
      ['user mistral mistral-small: Unload the ferry.'],
    );
  });

  it('is not a chat of somebody else', async () => {
    const source = `from harbour.rooms import Room
room = Room()
room.chat(model="none", text="Please unload the ferry before noon.")
room.chat.complete("Please unload the ferry before noon.")`;
    assert.deepEqual(await found('harbour/room.py', source), []);
  });
});
