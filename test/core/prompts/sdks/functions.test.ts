import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('functions that are prompts', () => {
  it('ell', async () => {
    assert.deepEqual(
      await found(
        'shop/greet.py',
        `import ell
@ell.simple(model="gpt-4o-mini")
def greet(name: str):
    """You greet the guests of a bakery."""
    return f"Greet {name}."`,
      ),
      ['system ell gpt-4o-mini: You greet the guests of a bakery.', 'user ell gpt-4o-mini: Greet {name}.'],
    );
  });

  it('Magentic, Mirascope and Marvin', async () => {
    assert.deepEqual(
      await found(
        'shop/decorated.py',
        `import marvin
from magentic import prompt
from mirascope.core import openai, prompt_template
@prompt("Name a bread with {grain}.")
def name(grain: str) -> str: ...
@openai.call("gpt-4o-mini")
@prompt_template("Name a cake with {fruit}.")
def cake(fruit: str): ...
@marvin.fn
def price(bread: str) -> float:
    """Estimate the price of a bread."""`,
      ),
      [
        'user magentic -: Name a bread with {grain}.',
        'template mirascope -: Name a cake with {fruit}.',
        'system marvin -: Estimate the price of a bread.',
      ],
    );
  });

  it('with the model that the decorator is told', async () => {
    const source = `from mirascope import llm
from mirascope.core import openai
@openai.call("gpt-4o-mini")
def loaf(grain: str): return f"Name a loaf with {grain}."
@llm.call(provider="anthropic", model="claude-haiku-4-5")
def roll(grain: str): return f"Name a roll with {grain}."`;
    assert.deepEqual(await found('shop/loaves.py', source), [
      'user mirascope gpt-4o-mini: Name a loaf with {grain}.',
      'user mirascope claude-haiku-4-5: Name a roll with {grain}.',
    ]);
  });

  it('are not all functions under a decorator of that name', async () => {
    const source = `from click import prompt
from shop.shell import simple
@simple
def greet(name):
    """Greets the guests of the bakery by their name."""
    return f"Good morning, {name}, and welcome to the bakery"
prompt("Which bread would you like today?")`;
    assert.deepEqual(await found('shop/shell_use.py', source), []);
  });
});

describe('Model Context Protocol', () => {
  it('descriptions of a server’s tools', async () => {
    assert.deepEqual(
      await found(
        'shop/server.ts',
        `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
const server = new McpServer({ name: 'bakery', version: '1' }, { instructions: 'Ask before you order.' });
server.tool('stock', 'Counts the loaves on the shelf.', { bread: z.string() }, count);
server.registerTool('order', { description: 'Orders flour.', inputSchema }, order);`,
      ),
      [
        'system mcp -: Ask before you order.',
        'tool-description mcp -: Counts the loaves on the shelf.',
        'tool-description mcp -: Orders flour.',
      ],
    );
    assert.deepEqual(
      await found(
        'shop/server.py',
        `from mcp.server.fastmcp import FastMCP
mcp = FastMCP("bakery", instructions="Ask before you order.")
@mcp.tool()
def stock(bread: str) -> int:
    """Count the loaves on the shelf."""
    return 3`,
      ),
      ['system mcp -: Ask before you order.', 'tool-description mcp -: Count the loaves on the shelf.'],
    );
  });
});

describe('Replicate and promptfoo', () => {
  it('inputs of a language model', async () => {
    assert.deepEqual(
      await found(
        'shop/replicate.ts',
        `import Replicate from 'replicate';
const replicate = new Replicate();
await replicate.run('meta/meta-llama-3-70b-instruct', { input: { prompt: \`Name \${bread}\`, system_prompt: 'You name breads.' } });`,
      ),
      [
        'user replicate meta/meta-llama-3-70b-instruct: Name {bread}',
        'system replicate meta/meta-llama-3-70b-instruct: You name breads.',
      ],
    );
  });

  it('prompts of an evaluation, and no model where there are several', async () => {
    assert.deepEqual(
      await found(
        'shop/evaluate.ts',
        `import promptfoo from 'promptfoo';
await promptfoo.evaluate({ prompts: ['Name {{bread}}.', 'Give {{bread}} a name.'], providers: ['openai:gpt-4o', 'openai:gpt-4o-mini'], tests });
await promptfoo.evaluate({ prompts: ['Price {{bread}}.'], providers: ['openai:gpt-4o'], tests });`,
      ),
      [
        'user promptfoo -: Name {bread}.',
        'user promptfoo -: Give {bread} a name.',
        'user promptfoo openai:gpt-4o: Price {bread}.',
      ],
    );
  });
});
