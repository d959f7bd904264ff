import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calls, found } from './found.ts';

describe('OpenAI', () => {
  it('chat completions, with content parts and a model by a constant', async () => {
    assert.deepEqual(
      await found(
        'shop/order.ts',
        `import OpenAI from 'openai';
const client = new OpenAI();
const MODEL = 'gpt-4o';
await client.chat.completions.create({ model: MODEL, messages: [
  { role: 'developer', content: 'You take orders.' },
  { role: 'user', content: [{ type: 'text', text: \`An order: \${order}\` }, { type: 'image_url', image_url: { url } }] },
  ...history,
] });`,
      ),
      ['system openai gpt-4o: You take orders.', 'user openai gpt-4o: An order: {order}'],
    );
  });

  it('responses, on a client that is an attribute', async () => {
    assert.deepEqual(
      await found(
        'shop/order.py',
        `from openai import AsyncOpenAI
class Desk:
    def __init__(self):
        self.client = AsyncOpenAI()
    async def ask(self, question):
        return await self.client.responses.create(
            model="gpt-4.1-mini", instructions="You answer questions about bread.", input=f"Question: {question}")`,
      ),
      [
        'system openai gpt-4.1-mini: You answer questions about bread.',
        'user openai gpt-4.1-mini: Question: {question}',
      ],
    );
  });

  it('keyword arguments spread from a dictionary, and tools', async () => {
    assert.deepEqual(
      await found(
        'shop/order.py',
        `import openai
tools = [{"type": "function", "function": {"name": "stock", "description": "Looks up how many loaves are left.", "parameters": {}}}]
params = {"model": "gpt-4o-mini", "tools": tools}
openai.chat.completions.create(messages=[dict(role="system", content="You count loaves.")], **params)`,
      ),
      [
        'tool-description openai gpt-4o-mini: Looks up how many loaves are left.',
        'system openai gpt-4o-mini: You count loaves.',
      ],
    );
  });

  it('messages that are put together before the call', async () => {
    assert.deepEqual(
      await found(
        'shop/order.py',
        `from openai import OpenAI
client = OpenAI()
def ask(question):
    messages = [{"role": "system", "content": "You sell rolls."}]
    messages += [{"role": "user", "content": "Question: " + question}]
    return client.chat.completions.create(model="gpt-4o", messages=messages)`,
      ),
      ['system openai gpt-4o: You sell rolls.', 'user openai gpt-4o: Question: {question}'],
    );
  });

  it('no model where the source does not show one', async () => {
    assert.deepEqual(
      await found(
        'shop/order.ts',
        `import OpenAI from 'openai';
const client = new OpenAI();
export const ask = (model: string) => client.chat.completions.create({ model, messages: [{ role: 'user', content: 'Say hello to the baker.' }] });`,
      ),
      ['user openai -: Say hello to the baker.'],
    );
  });

  it('an agent, its runs and its tools, in Python', async () => {
    assert.deepEqual(
      await found(
        'harbour/agent.py',
        `from agents import Agent, Runner, function_tool
@function_tool
def tide(day: str) -> str:
    """Look up when the tide is high."""
    return table[day]
pilot = Agent(name="Pilot", instructions="You guide ships into the harbour.", model="gpt-4.1", tools=[tide],
              handoff_description="Guides ships.")
Runner.run_sync(pilot, "Bring the ferry in.")`,
      ),
      [
        'tool-description openai -: Look up when the tide is high.',
        'system openai gpt-4.1: You guide ships into the harbour.',
        'tool-description openai gpt-4.1: Guides ships.',
        'user openai gpt-4.1: Bring the ferry in.',
      ],
    );
  });

  it('an agent, its runs and its tools, in TypeScript', async () => {
    assert.deepEqual(
      await found(
        'harbour/agent.ts',
        `import { Agent, run, tool } from '@openai/agents';
const tide = tool({ name: 'tide', description: 'Looks up when the tide is high.', parameters, execute });
const pilot = new Agent({ name: 'Pilot', instructions: 'You guide ships.', model: 'gpt-4.1-mini', tools: [tide] });
await run(pilot, 'Bring the ferry in.');`,
      ),
      [
        'tool-description openai gpt-4.1-mini: Looks up when the tide is high.',
        'system openai gpt-4.1-mini: You guide ships.',
        'user openai gpt-4.1-mini: Bring the ferry in.',
      ],
    );
  });

  it('the Agents SDK in Python, with a typed context, handoffs and namespaces of tools', async () => {
    assert.deepEqual(
      await found(
        'harbour/pilots.py',
        `from agents import Agent, handoff, tool_namespace
pilot = Agent[Watch](name="Pilot", model="gpt-4.1-mini", handoff_description="Guides ships to their pier.", instructions="You guide ships.")
watch = Agent(name="Watch", handoffs=[handoff(pilot, tool_description_override="Calls the pilot on duty.")])
cranes = tool_namespace(name="cranes", description="Moves the cranes of the pier.", tools=[])
HANDLERS[kind](handoff_description="Is no agent at all.")`,
      ),
      [
        'tool-description openai gpt-4.1-mini: Guides ships to their pier.',
        'system openai gpt-4.1-mini: You guide ships.',
        'tool-description openai -: Calls the pilot on duty.',
        'tool-description openai -: Moves the cranes of the pier.',
      ],
    );
  });

  it('a run carries its agent’s instructions', async () => {
    assert.deepEqual(
      await calls(
        'harbour/run.py',
        `from agents import Agent, Runner
pilot = Agent(name="Pilot", instructions="You guide ships.", model="gpt-4.1", handoff_description="Guides ships.")
Runner.run_sync(pilot, "Bring the ferry in.")`,
      ),
      ['openai gpt-4.1 -: system user'],
    );
  });

  it('embeddings, and sessions in real time', async () => {
    assert.deepEqual(
      await found(
        'harbour/radio.py',
        `from openai import OpenAI
client = OpenAI()
client.embeddings.create(model="text-embedding-3-small", input="Ships that may enter at night")
client.realtime.client_secrets.create(session={"type": "realtime", "model": "gpt-realtime", "instructions": "You answer on channel 16."})`,
      ),
      [
        'user openai text-embedding-3-small: Ships that may enter at night',
        'system openai gpt-realtime: You answer on channel 16.',
      ],
    );
  });

  it('texts beside pictures and speech only where the model bills them as tokens', async () => {
    assert.deepEqual(
      await found(
        'harbour/poster.py',
        `from openai import OpenAI
client = OpenAI()
client.images.generate(model="dall-e-3", prompt="A ship by the piece")
client.images.generate(model="gpt-image-1", prompt="A ship by the token")
client.audio.speech.create(model="gpt-4o-mini-tts", voice="ash", input="All aboard.", instructions="Speak like a captain.")`,
      ),
      [
        'user openai gpt-image-1: A ship by the token',
        'user openai gpt-4o-mini-tts: All aboard.',
        'system openai gpt-4o-mini-tts: Speak like a captain.',
      ],
    );
  });

  it('is not an agent of somebody else, nor a run of anything', async () => {
    const source = `import { Agent } from 'undici';
import { run } from './engine';
const agent = new Agent({ connect: { name: 'Keep connections open for a while' }, keepAliveTimeout: 10 });
run(agent, 'Start the engine and wait for it.');`;
    assert.deepEqual(await found('harbour/http.ts', source), []);
  });
});

describe('clients made like OpenAI’s', () => {
  it('Groq, Together and Fireworks by their own clients', async () => {
    const source = `from groq import Groq
from together import Together
from fireworks.client import Fireworks
ask = [{"role": "user", "content": "Which ship is in the dock?"}]
Groq().chat.completions.create(model="llama-3.3-70b-versatile", messages=ask, max_tokens=50)
client = Together()
client.completions.create(model="meta-llama/Llama-3.3-70B-Instruct-Turbo", prompt="The ships in the dock are:")
fire = Fireworks()
fire.chat.completions.create(model="accounts/fireworks/models/deepseek-v3", messages=[{"role": "system", "content": "You know docks."}])`;
    assert.deepEqual(await found('harbour/dock.py', source), [
      'user groq llama-3.3-70b-versatile: Which ship is in the dock?',
      'user together meta-llama/Llama-3.3-70B-Instruct-Turbo: The ships in the dock are:',
      'system fireworks accounts/fireworks/models/deepseek-v3: You know docks.',
    ]);
    assert.deepEqual(await calls('harbour/dock.py', source), [
      'groq llama-3.3-70b-versatile 50: user',
      'together meta-llama/Llama-3.3-70B-Instruct-Turbo -: user',
      'fireworks accounts/fireworks/models/deepseek-v3 -: system',
    ]);
  });

  it('DeepSeek, OpenRouter and Ollama by the address that OpenAI’s client is given', async () => {
    assert.deepEqual(
      await found(
        'harbour/dock.ts',
        `import OpenAI from 'openai';
const ROUTER = 'https://openrouter.ai/api/v1';
const deepseek = new OpenAI({ baseURL: 'https://api.deepseek.com', apiKey });
class Dock {
  private router = new OpenAI({ baseURL: ROUTER, apiKey });
  ask() { return this.router.chat.completions.create({ model: 'x-ai/grok-4', messages: [{ role: 'user', content: 'Who is at pier two?' }] }); }
}
await deepseek.chat.completions.create({ model: 'deepseek-chat', messages: [{ role: 'user', content: 'Who is at pier one?' }] });
await new OpenAI({ baseURL: \`http://localhost:11434/v1\` }).chat.completions.create({ model: 'llama3.2', messages: [{ role: 'user', content: 'Who is at pier three?' }] });`,
      ),
      [
        'user openrouter x-ai/grok-4: Who is at pier two?',
        'user deepseek deepseek-chat: Who is at pier one?',
        'user ollama llama3.2: Who is at pier three?',
      ],
    );
  });

  it('also for a text that a function of the file hands on', async () => {
    assert.deepEqual(
      await found(
        'harbour/hand.py',
        `from openai import OpenAI
client = OpenAI(base_url="https://api.deepseek.com")
def ask(question):
    return client.chat.completions.create(model="deepseek-chat", messages=[{"role": "user", "content": question}])
ask("Which ships are due tonight?")`,
      ),
      ['user deepseek deepseek-chat: Which ships are due tonight?'],
    );
  });

  it('Azure by its class of OpenAI’s client', async () => {
    assert.deepEqual(
      await found(
        'harbour/dock.py',
        `from openai import AzureOpenAI
client = AzureOpenAI(azure_endpoint=endpoint, api_version="2024-10-21")
client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "You log arrivals."}])`,
      ),
      ['system azure gpt-4o: You log arrivals.'],
    );
  });

  it('Azure by its own clients', async () => {
    assert.deepEqual(
      await found(
        'harbour/log.py',
        `from azure.ai.inference import ChatCompletionsClient
from azure.ai.inference.models import SystemMessage, UserMessage
client = ChatCompletionsClient(endpoint=endpoint, credential=key)
client.complete(model="gpt-4o-mini", messages=[SystemMessage("You log arrivals."), UserMessage(content=f"Log {ship}.")])`,
      ),
      ['system azure gpt-4o-mini: You log arrivals.', 'user azure gpt-4o-mini: Log {ship}.'],
    );
    assert.deepEqual(
      await found(
        'harbour/log.ts',
        `import ModelClient from '@azure-rest/ai-inference';
const client = ModelClient(endpoint, credential);
await client.path('/chat/completions').post({ body: { model: 'gpt-4o', messages: [{ role: 'system', content: 'You log departures.' }] } });`,
      ),
      ['system azure gpt-4o: You log departures.'],
    );
  });

  it('is not a message of a chat on a page', async () => {
    const source = `import { UserMessage } from './bubbles';
export const Hello = () => new UserMessage('Good morning, which pier are you looking for today?');`;
    assert.deepEqual(await found('harbour/bubble.ts', source), []);
  });
});
