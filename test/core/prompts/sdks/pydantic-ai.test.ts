import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('Pydantic AI', () => {
  it('an agent, what decorated functions add to it, and its runs', async () => {
    const source = `from pydantic_ai import Agent, RunContext
baker = Agent("openai:gpt-4o", system_prompt="You run a bakery.", instructions=["Be brief.", "Be kind."])
@baker.system_prompt
def guest(ctx: RunContext[str]) -> str:
    return f"The guest is {ctx.deps}."
@baker.tool_plain
def stock() -> int:
    """Count the loaves that are left."""
    return 3
baker.run_sync("What should I buy?", model_settings={"max_tokens": 50})`;
    assert.deepEqual(await found('shop/baker.py', source), [
      'system pydantic-ai openai:gpt-4o: You run a bakery.',
      'system pydantic-ai openai:gpt-4o: Be brief.',
      'system pydantic-ai openai:gpt-4o: Be kind.',
      'system pydantic-ai openai:gpt-4o: The guest is {ctx.deps}.',
      'tool-description pydantic-ai openai:gpt-4o: Count the loaves that are left.',
      'user pydantic-ai openai:gpt-4o: What should I buy?',
    ]);
    assert.deepEqual(await calls('shop/baker.py', source), [
      'pydantic-ai openai:gpt-4o 50: system system user …',
    ]);
  });

  it('the model of a model class, and none of one that falls back on others', async () => {
    assert.deepEqual(
      await found(
        'shop/models.py',
        `from pydantic_ai import Agent
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.fallback import FallbackModel
first = Agent(AnthropicModel("claude-sonnet-4-5"), instructions="You knead dough.")
second = Agent(FallbackModel("openai:gpt-4o", "anthropic:claude-haiku-4-5"), instructions="You shape dough.")`,
      ),
      ['system pydantic-ai claude-sonnet-4-5: You knead dough.', 'system pydantic-ai -: You shape dough.'],
    );
  });

  it('is not a decorator of the same name', async () => {
    const source = `from shop.registry import agent
@agent.system_prompt
def greeting(guest):
    return "Welcome to the bakery at the corner"
agent.run("Welcome to the bakery at the corner")`;
    assert.deepEqual(await found('shop/registry_use.py', source), []);
  });
});
