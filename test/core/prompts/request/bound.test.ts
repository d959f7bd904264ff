import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { only } from './only.ts';

const pilot = (lines: string): Record<string, string> => ({
  'harbour/pilot.py': `from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
@tool
def tide(pier: str) -> str:
    """Says how high the water stands at a pier of the harbour."""
    return pier
llm = ChatOpenAI(model="gpt-4o")
${lines}`,
});
const names = async (files: Readonly<Record<string, string>>): Promise<(string | null)[] | null> =>
  (await only(files)).tools?.map(({ name }) => name) ?? null;

describe('the tools of a request that are bound before it', () => {
  it('are those of the model that it is called on', async () => {
    const ready = 'ready = llm.bind_tools([tide]).with_retry()\nready.invoke("How high is the water?")';
    assert.deepEqual(await names(pilot(ready)), ['tide']);
    const script = `import { ChatOpenAI } from '@langchain/openai';
import { tools } from './tools';
const pilot = new ChatOpenAI({ model: 'gpt-4o' }).bindTools(tools);
await pilot.invoke('How high is the water at the north pier?');`;
    const tools = `export const tools = [{ type: 'function', function: { name: 'tide', description: 'Says the tide.',
  parameters: { type: 'object', properties: {} } } }];`;
    assert.deepEqual(await names({ 'harbour/pilot.ts': script, 'harbour/tools.ts': tools }), ['tide']);
    assert.deepEqual(
      await names({
        'harbour/tools.ts': tools,
        'harbour/pilot.ts': script.replace('bindTools(tools)', 'bind({ tools })'),
      }),
      ['tide'],
    );
  });

  it('are those of a field and of what a function returns', async () => {
    const desk = `class Desk:
    def __init__(self):
        self.model = llm.bind_tools([tide])
    def ask(self):
        return self.model.invoke("How high is the water?")`;
    assert.deepEqual(await names(pilot(desk)), ['tide']);
    const made = 'def ready():\n    return llm.bind_tools([tide])\nready().invoke("How high is the water?")';
    assert.deepEqual(await names(pilot(made)), ['tide']);
  });

  it('are unknown where nobody sees which, and none where nothing is bound', async () => {
    const bound = 'def ask(tools):\n    return llm.bind_tools(tools).invoke("How high is the water?")';
    assert.equal(await names(pilot(bound)), null);
    const either = 'ready = llm.bind_tools([tide]) if storm else llm\nready.invoke("How high is the water?")';
    assert.equal(await names(pilot(either)), null);
    assert.deepEqual(await names(pilot('llm.with_retry().invoke("How high is the water?")')), []);
  });

  it('are the last that were bound', async () => {
    const twice = 'llm.bind_tools(anything).bind_tools([tide]).invoke("How high is the water?")';
    assert.deepEqual(await names(pilot(twice)), ['tide']);
  });

  it('may be the schema of the answer, unless it is sent as a format', async () => {
    const asked = '.invoke("How high is the water?")';
    const call = await only(pilot(`llm.with_structured_output(Tide)${asked}`));
    assert.equal(call.tools, null);
    assert.equal(call.settings.responseFormat?.kind, 'dynamic');
    const format = await only(pilot(`llm.with_structured_output(Tide, method="json_schema")${asked}`));
    assert.deepEqual(format.tools, []);
    assert.equal(format.settings.responseFormat?.kind, 'dynamic');
  });
});

describe('tools in a form that only their SDK reads', () => {
  it('are not taken for none', async () => {
    const spring = (tools: string): Record<string, string> => ({
      'harbour/Pilot.java': `import org.springframework.ai.chat.client.ChatClient;
class Pilot {
  String ask(ChatClient.Builder builder) {
    ChatClient client = ChatClient.builder(model)${tools}.build();
    return client.prompt().user("How high is the water?").call().content();
  }
}`,
    });
    assert.equal(await names(spring('.defaultTools(new TideTools())')), null);
    assert.deepEqual(await names(spring('')), []);
  });

  it('are those of an agent, a decorator, a schema or a kernel', async () => {
    const given = {
      'mcp.py': `from agents import Agent, Runner
pilot = Agent(name="pilot", instructions="You are a harbour pilot.", mcp_servers=[tides])
Runner.run_sync(pilot, "How high is the water?")`,
      'decorated.py': `from pydantic_ai import Agent
pilot = Agent("openai:gpt-4o", system_prompt="You are a harbour pilot.")
@pilot.tool_plain
def tide():
    return 1
pilot.run_sync("How high is the water?")`,
      'schema.py': `import instructor
from openai import OpenAI
client = instructor.from_openai(OpenAI())
client.chat.completions.create(model="gpt-4o", response_model=Tide, messages=[{"role": "user", "content": "How high?"}])`,
      'Kernel.cs': `using Microsoft.SemanticKernel;
class Pilot { async Task Ask(Kernel kernel) {
  await kernel.InvokePromptAsync("How high is the water?", new(new OpenAIPromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }));
} }`,
    };
    for (const [name, text] of Object.entries(given))
      assert.equal(await names({ [`harbour/${name}`]: text }), null, name);
  });

  it('are named where the list of a model can be followed', async () => {
    const text = `from haystack.components.generators.chat import OpenAIChatGenerator
from haystack.dataclasses import ChatMessage
pilot = OpenAIChatGenerator(model="gpt-4o", TOOLS)
pilot.run(messages=[ChatMessage.from_user("How high is the water?")])`;
    const tide = 'tools=[{"name": "tide", "description": "Says the tide.", "parameters": {}}]';
    assert.deepEqual(await names({ 'harbour/pilot.py': text.replace('TOOLS', tide) }), ['tide']);
    assert.deepEqual(await names({ 'harbour/pilot.py': text.replace(', TOOLS', '') }), []);
  });
});
