import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('Semantic Kernel', () => {
  it('functions, histories and agents', async () => {
    assert.deepEqual(
      await found(
        'shop/kernel.py',
        `from semantic_kernel import Kernel
from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.connectors.ai.open_ai import OpenAIChatCompletion
from semantic_kernel.contents import ChatHistory
from semantic_kernel.functions import kernel_function
kernel = Kernel()
kernel.add_function(plugin_name="bread", function_name="name", prompt="Name the bread {{$input}}.")
history = ChatHistory(system_message="You sell bread.")
history.add_user_message(f"One {bread}, please.")
agent = ChatCompletionAgent(service=OpenAIChatCompletion(ai_model_id="gpt-4o"), name="Seller", instructions="You sell cakes.")
class Shelf:
    @kernel_function(description="Counts the loaves on the shelf.")
    def count(self) -> int: ...`,
      ),
      [
        'template semantic-kernel -: Name the bread {input}.',
        'system semantic-kernel -: You sell bread.',
        'user semantic-kernel -: One {bread}, please.',
        'system semantic-kernel gpt-4o: You sell cakes.',
        'tool-description semantic-kernel -: Counts the loaves on the shelf.',
      ],
    );
  });

  it('is not the history of a shop', async () => {
    const source = `from shop.books import ChatHistory
history = ChatHistory()
history.add_user_message("Two loaves were sold to the neighbour")
history.add_function(name="sold", text="Two loaves were sold to the neighbour")`;
    assert.deepEqual(await found('shop/books.py', source), []);
  });
});

describe('Agent Framework', () => {
  it('agents made by a client', async () => {
    assert.deepEqual(
      await found(
        'shop/agents.py',
        `from agent_framework.openai import OpenAIChatClient
agent = OpenAIChatClient(model_id="gpt-4.1-mini").create_agent(name="Seller", instructions="You sell bread.")`,
      ),
      ['system agent-framework gpt-4.1-mini: You sell bread.'],
    );
  });
});
