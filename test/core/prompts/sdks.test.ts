import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { reportOf } from '../../hostile/memory.ts';

/** `role sdk model: text`, with `{expression}` for holes. */
async function found(path: string, source: string): Promise<string[]> {
  const report = await reportOf({ [path]: source });
  return report.prompts.map(
    ({ role, sdk, model, segments }) =>
      `${role} ${sdk ?? '-'} ${model?.id ?? '-'}: ${segments.map(text).join('')}`,
  );
}

function text(segment: Segment): string {
  return segment.kind === 'text' ? segment.text : `{${segment.expression}}`;
}

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
});

describe('Anthropic', () => {
  it('system blocks with cache marks', async () => {
    assert.deepEqual(
      await found(
        'shop/order.ts',
        `import Anthropic from '@anthropic-ai/sdk';
const anthropic = new Anthropic();
await anthropic.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 200,
  system: [{ type: 'text', text: 'You write receipts.', cache_control: { type: 'ephemeral' } }],
  messages: [{ role: 'user', content: \`The basket: \${basket}\` }] });`,
      ),
      [
        'system anthropic claude-sonnet-4-5: You write receipts.',
        'user anthropic claude-sonnet-4-5: The basket: {basket}',
      ],
    );
  });

  it('is not every messages.create', async () => {
    const twilio = `import twilio from 'twilio';
const client = twilio(sid, token);
await client.messages.create({ body: 'Your order is ready, you can fetch it now.', from: '+49', to });`;
    assert.deepEqual(await found('shop/sms.ts', twilio), []);
  });
});

describe('Vercel AI SDK', () => {
  it('the model inside a provider, the prompt from a function of the file', async () => {
    assert.deepEqual(
      await found(
        'shop/suggest.ts',
        `import { generateText, tool } from 'ai';
import { openai } from '@ai-sdk/openai';
function ask(guest: string) { return \`What would \${guest} like?\`; }
await generateText({ model: openai('gpt-4.1-nano'), system: 'You suggest cakes.', prompt: ask(guest),
  tools: { cakes: tool({ description: 'Lists the cakes of the day.', inputSchema: schema }) } });`,
      ),
      [
        'user vercel-ai gpt-4.1-nano: What would {guest} like?',
        'system vercel-ai gpt-4.1-nano: You suggest cakes.',
        'tool-description vercel-ai gpt-4.1-nano: Lists the cakes of the day.',
      ],
    );
  });

  it('is not a function of the same name from elsewhere', async () => {
    const own = `import { generateText } from './lorem';
generateText({ paragraphs: 3, model: 'lorem', text: 'You will see this text on the page.' });`;
    assert.deepEqual(await found('shop/lorem.ts', own), []);
  });
});

describe('LangChain', () => {
  it('a chain gives its template the model', async () => {
    assert.deepEqual(
      await found(
        'shop/plan.py',
        `from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
template = ChatPromptTemplate.from_messages([("system", "You plan {what}."), ("human", "{question}")])
chain = template | ChatOpenAI(model="gpt-4o")`,
      ),
      ['system langchain gpt-4o: You plan {what}.'],
    );
  });

  it('messages given to a model, in JavaScript', async () => {
    assert.deepEqual(
      await found(
        'shop/plan.js',
        `import { ChatAnthropic } from '@langchain/anthropic';
import { SystemMessage, HumanMessage } from '@langchain/core/messages';
const llm = new ChatAnthropic({ model: 'claude-haiku-4-5' });
await llm.invoke([new SystemMessage('You bake.'), new HumanMessage(\`Bake \${thing}.\`)]);`,
      ),
      ['system langchain claude-haiku-4-5: You bake.', 'user langchain claude-haiku-4-5: Bake {thing}.'],
    );
  });
});

describe('LiteLLM', () => {
  it('completion', async () => {
    assert.deepEqual(
      await found(
        'shop/label.py',
        `from litellm import completion
completion("gemini/gemini-2.5-flash", [{"role": "user", "content": "Name a bread."}], max_tokens=20)`,
      ),
      ['user litellm gemini/gemini-2.5-flash: Name a bread.'],
    );
  });
});

describe('DSPy', () => {
  it('the docstring of a signature', async () => {
    const source = `import dspy
class Name(dspy.Signature):
    """Give the bread a name."""
    bread: str = dspy.InputField()`;
    assert.deepEqual(await found('shop/name.py', source), ['system dspy -: Give the bread a name.']);
  });
});
