import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('LlamaIndex', () => {
  it('templates, messages and texts given to a model, in Python', async () => {
    assert.deepEqual(
      await found(
        'harbour/index.py',
        `from llama_index.core import PromptTemplate
from llama_index.core.llms import ChatMessage, MessageRole
from llama_index.llms.openai import OpenAI
llm = OpenAI(model="gpt-4o-mini")
question = PromptTemplate("Which pier is free for {ship}?")
llm.complete("List the piers.")
llm.chat([ChatMessage(role=MessageRole.SYSTEM, content="You know every pier."), ChatMessage(role="user", content=f"Where is {ship}?")])`,
      ),
      [
        'template llamaindex -: Which pier is free for {ship}?',
        'user llamaindex gpt-4o-mini: List the piers.',
        'system llamaindex gpt-4o-mini: You know every pier.',
        'user llamaindex gpt-4o-mini: Where is {ship}?',
      ],
    );
  });

  it('agents and their tools', async () => {
    assert.deepEqual(
      await found(
        'harbour/agent.py',
        `from llama_index.core.agent.workflow import FunctionAgent
from llama_index.core.tools import FunctionTool
from llama_index.llms.anthropic import Anthropic
moor = FunctionTool.from_defaults(fn=tie_up, name="moor", description="Ties a ship to a pier.")
agent = FunctionAgent(tools=[moor], llm=Anthropic(model="claude-sonnet-4-5"), system_prompt="You moor ships.")`,
      ),
      [
        'tool-description llamaindex -: Ties a ship to a pier.',
        'system llamaindex claude-sonnet-4-5: You moor ships.',
      ],
    );
  });

  it('an agent in TypeScript', async () => {
    assert.deepEqual(
      await found(
        'harbour/agent.ts',
        `import { agent } from '@llamaindex/workflow';
import { openai } from '@llamaindex/openai';
const pilot = agent({ llm: openai({ model: 'gpt-4.1' }), tools: [], systemPrompt: 'You pilot ships.' });`,
      ),
      ['system llamaindex gpt-4.1: You pilot ships.'],
    );
  });

  it('is not an agent of another protocol', async () => {
    const source = `import { agent } from 'supertest';
const request = agent({ app, systemHeader: 'The ships that lie at the pier right now' });
request.complete('The ships that lie at the pier right now');`;
    assert.deepEqual(await found('harbour/http.ts', source), []);
  });

  it('templates that have a class for each use', async () => {
    const source = `from llama_index.prompts.prompts import QuestionAnswerPrompt
TEMPLATE = "Aus dem Hafen: {context_str}. Die Frage: {query_str}"
prompt = QuestionAnswerPrompt(TEMPLATE)`;
    assert.deepEqual(await found('harbour/answer.py', source), [
      'template llamaindex -: Aus dem Hafen: {context_str}. Die Frage: {query_str}',
    ]);
  });
});
