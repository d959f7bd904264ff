import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Cohere', () => {
  it('the first API: a preamble, a history in its own words, a message', async () => {
    const source = `import cohere
co = cohere.Client()
co.chat(model="command-r", preamble="You sell tickets for the ferry.", message=f"A ticket to {place}", max_tokens=20,
        chat_history=[{"role": "USER", "message": "Hello there"}, {"role": "CHATBOT", "message": "Where to?"}])`;
    assert.deepEqual(await found('harbour/tickets.py', source), [
      'system cohere command-r: You sell tickets for the ferry.',
      'user cohere command-r: A ticket to {place}',
      'user cohere command-r: Hello there',
      'assistant cohere command-r: Where to?',
    ]);
    assert.deepEqual(await calls('harbour/tickets.py', source), [
      'cohere command-r 20: system user assistant user',
    ]);
  });

  it('the second API, in TypeScript', async () => {
    assert.deepEqual(
      await found(
        'harbour/tickets.ts',
        `import { CohereClientV2 } from 'cohere-ai';
const cohere = new CohereClientV2({});
await cohere.chat({ model: 'command-a-03-2025', messages: [{ role: 'system', content: 'You sell day passes.' }] });`,
      ),
      ['system cohere command-a-03-2025: You sell day passes.'],
    );
  });

  it('is not a chat with a message alone', async () => {
    const source = `const desk = openDesk();
desk.chat({ message: 'Please wait here for the next ferry to the island.', model: 'desk' });`;
    assert.deepEqual(await found('harbour/desk.ts', source), []);
  });
});
