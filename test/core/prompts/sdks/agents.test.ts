import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('Google’s Agent Development Kit', () => {
  it('agents and their models', async () => {
    assert.deepEqual(
      await found(
        'harbour/adk.py',
        `from google.adk.agents import Agent, LlmAgent
from google.adk.models.lite_llm import LiteLlm
pilot = Agent(name="pilot", model="gemini-2.5-flash", description="Guides ships.", instruction="You guide {ship}.")
watch = LlmAgent(name="watch", model=LiteLlm(model="openai/gpt-4.1"), instruction="You watch the pier.")`,
      ),
      [
        'tool-description google-adk gemini-2.5-flash: Guides ships.',
        'system google-adk gemini-2.5-flash: You guide {ship}.',
        'system google-adk openai/gpt-4.1: You watch the pier.',
      ],
    );
  });
});

describe('Agno', () => {
  it('agents and their models', async () => {
    assert.deepEqual(
      await found(
        'harbour/agno_agent.py',
        `from agno.agent import Agent
from agno.models.openai import OpenAIChat
agent = Agent(model=OpenAIChat(id="gpt-4o"), description="You are a pilot.", instructions=["Answer briefly.", "Name the pier."])
agent.print_response("Where is the ferry?", stream=True)`,
      ),
      [
        'system agno gpt-4o: You are a pilot.',
        'system agno gpt-4o: Answer briefly.',
        'system agno gpt-4o: Name the pier.',
        'user agno gpt-4o: Where is the ferry?',
      ],
    );
  });
});

describe('Haystack', () => {
  it('builders and messages', async () => {
    assert.deepEqual(
      await found(
        'harbour/pipeline.py',
        `from haystack.components.builders import PromptBuilder, ChatPromptBuilder
from haystack.components.generators.chat import OpenAIChatGenerator
from haystack.dataclasses import ChatMessage
builder = PromptBuilder(template="Answer from these logs: {{ logs }}")
chat = ChatPromptBuilder(template=[ChatMessage.from_system("You read logs."), ChatMessage.from_user("What of {{ ship }}?")])
OpenAIChatGenerator(model="gpt-4o-mini").run(messages=[ChatMessage.from_user("List the logs.")])`,
      ),
      [
        'template haystack -: Answer from these logs: {logs}',
        'system haystack -: You read logs.',
        'user haystack -: What of {ship}?',
        'user haystack gpt-4o-mini: List the logs.',
      ],
    );
  });
});

describe('agents of nobody we know', () => {
  it('are silent', async () => {
    const source = `from harbour.staff import Agent, PromptBuilder
Agent(name="pilot", description="Guides ships.", duty="The pilot guides ships to their pier")
Agent(name="watch").print_response("The ferry lies at pier two")`;
    assert.deepEqual(await found('harbour/staff_use.py', source), []);
  });
});
