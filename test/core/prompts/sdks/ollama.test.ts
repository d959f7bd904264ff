import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Ollama', () => {
  it('chat and generate, as functions of the module', async () => {
    const source = `import ollama
from ollama import chat
ollama.generate(model="llama3.2", system="You knead dough.", prompt="Knead ten loaves.", options={"num_predict": 64})
chat("qwen3", [{"role": "user", "content": "Is the dough ready?"}])`;
    assert.deepEqual(await found('shop/dough.py', source), [
      'system ollama llama3.2: You knead dough.',
      'user ollama llama3.2: Knead ten loaves.',
      'user ollama qwen3: Is the dough ready?',
    ]);
    assert.deepEqual(await calls('shop/dough.py', source), [
      'ollama llama3.2 64: system user',
      'ollama qwen3 -: user',
    ]);
  });

  it('a client in TypeScript', async () => {
    assert.deepEqual(
      await found(
        'shop/dough.ts',
        `import { Ollama } from 'ollama';
const client = new Ollama({ host });
await client.chat({ model: 'gemma3', messages: [{ role: 'system', content: 'You watch the oven.' }] });`,
      ),
      ['system ollama gemma3: You watch the oven.'],
    );
  });

  it('is not a generator of anything else', async () => {
    const source = `import { generate } from 'random-words';
generate('Words that you would find in a bakery', { system: 'metric', template: 'none' });`;
    assert.deepEqual(await found('shop/words.ts', source), []);
  });
});
