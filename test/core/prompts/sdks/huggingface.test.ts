import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Hugging Face', () => {
  it('the inference client, in Python', async () => {
    const source = `from huggingface_hub import InferenceClient
client = InferenceClient("meta-llama/Llama-3.1-8B-Instruct")
client.chat_completion([{"role": "user", "content": "Who is in the dock?"}], max_tokens=30)
client.text_generation("The ships in the dock are", max_new_tokens=12)
client.chat.completions.create(model="Qwen/Qwen3-8B", messages=[{"role": "system", "content": "You know the dock."}])`;
    assert.deepEqual(await found('harbour/dock.py', source), [
      'user huggingface meta-llama/Llama-3.1-8B-Instruct: Who is in the dock?',
      'user huggingface meta-llama/Llama-3.1-8B-Instruct: The ships in the dock are',
      'system huggingface Qwen/Qwen3-8B: You know the dock.',
    ]);
    assert.deepEqual(await calls('harbour/dock.py', source), [
      'huggingface meta-llama/Llama-3.1-8B-Instruct 30: user',
      'huggingface meta-llama/Llama-3.1-8B-Instruct 12: user',
      'huggingface Qwen/Qwen3-8B -: system',
    ]);
  });

  it('the inference client, in TypeScript', async () => {
    assert.deepEqual(
      await found(
        'harbour/dock.ts',
        `import { InferenceClient } from '@huggingface/inference';
const hf = new InferenceClient(token);
await hf.textGeneration({ model: 'google/gemma-2-2b-it', inputs: 'The ships in the dock are', parameters: { max_new_tokens: 9 } });`,
      ),
      ['user huggingface google/gemma-2-2b-it: The ships in the dock are'],
    );
  });

  it('a chat laid out by the tokenizer of a model', async () => {
    assert.deepEqual(
      await found(
        'harbour/local.py',
        `from transformers import AutoTokenizer
tokenizer = AutoTokenizer.from_pretrained("Qwen/Qwen2.5-7B-Instruct")
chat = [{"role": "system", "content": "You watch the pier."}, {"role": "user", "content": f"What about {ship}?"}]
tokenizer.apply_chat_template(chat, tokenize=False)`,
      ),
      [
        'system transformers Qwen/Qwen2.5-7B-Instruct: You watch the pier.',
        'user transformers Qwen/Qwen2.5-7B-Instruct: What about {ship}?',
      ],
    );
  });

  it('smolagents', async () => {
    assert.deepEqual(
      await found(
        'harbour/smol.py',
        `from smolagents import CodeAgent, InferenceClientModel
agent = CodeAgent(tools=[], model=InferenceClientModel(model_id="Qwen/Qwen3-32B"), instructions="You load ships.")
agent.run("Load the ferry.")`,
      ),
      [
        'system smolagents Qwen/Qwen3-32B: You load ships.',
        'user smolagents Qwen/Qwen3-32B: Load the ferry.',
      ],
    );
  });

  it('is not any text generation', async () => {
    const source = `from harbour.signs import client
client.text_generation("The ships in the dock are listed here")
agent.run("The ships in the dock are listed here")`;
    assert.deepEqual(await found('harbour/signs_use.py', source), []);
  });
});
