import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { found } from './found.ts';

describe('AutoGen', () => {
  it('agents of AgentChat, with the model of their client', async () => {
    assert.deepEqual(
      await found(
        'harbour/team.py',
        `from autogen_agentchat.agents import AssistantAgent
from autogen_ext.models.openai import OpenAIChatCompletionClient
client = OpenAIChatCompletionClient(model="gpt-4o")
pilot = AssistantAgent("pilot", model_client=client, description="Guides ships.", system_message="You guide ships.")
await pilot.run(task=f"Guide {ship} to pier two.")`,
      ),
      [
        'tool-description autogen gpt-4o: Guides ships.',
        'system autogen gpt-4o: You guide ships.',
        'user autogen gpt-4o: Guide {ship} to pier two.',
      ],
    );
  });

  it('agents of version 0.2, with the model of their configuration', async () => {
    assert.deepEqual(
      await found(
        'harbour/old.py',
        `import autogen
config_list = [{"model": "gpt-4-turbo", "api_key": key}]
pilot = autogen.AssistantAgent(name="pilot", llm_config={"config_list": config_list}, system_message="You guide ships.")
either = autogen.AssistantAgent(name="either", llm_config={"config_list": [{"model": "gpt-4"}, {"model": "o1"}]}, system_message="You watch ships.")
master = autogen.UserProxyAgent(name="master")
master.initiate_chat(pilot, message="Bring the ferry in.")`,
      ),
      [
        'system autogen gpt-4-turbo: You guide ships.',
        'system autogen -: You watch ships.',
        'user autogen -: Bring the ferry in.',
      ],
    );
  });

  it('is not every agent, and not every run', async () => {
    const source = `from desk import AssistantAgent
desk = AssistantAgent("desk", opened="The desk is open from nine to five on working days")
desk.run(task="The ferry leaves at ten and comes back at noon")`;
    assert.deepEqual(await found('harbour/desk.py', source), []);
  });
});
