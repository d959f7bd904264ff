import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Call } from '../../../../src/core/prompts/request.ts';
import { only } from './only.ts';

/** The messages of a call, each as its role and its parts: ids of prompts, a hole in braces, or the kind. */
function messages(call: Call): string[] {
  return call.messages.map(({ role, many, always, parts }) => {
    const shown = parts.map((part) => {
      if (part.kind !== 'text') return part.kind;
      return part.hole === null ? part.prompts.join(part.oneOf ? '|' : '+') : `{${part.hole.expression}}`;
    });
    return `${many ? 'many' : role}${always ? '' : '?'}: ${shown.join(', ')}`;
  });
}

describe('the tools of a request', () => {
  it('are read with their schemas, out of constants, spreads and other files', async () => {
    const call = await only({
      'harbour/tools.ts': `export const tide = { name: 'tide', description: 'Says how high the water stands.',
  input_schema: { type: 'object', properties: { pier: { type: 'string', enum: ['north', 'south'] } }, required: ['pier'] } };`,
      'harbour/pilot.ts': `import Anthropic from '@anthropic-ai/sdk';
import { tide } from './tools';
const shared = [tide];
await new Anthropic().messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9, messages: [],
  tools: [...shared, { name: 'moor', description: \`Moors \${ship}.\`, input_schema: { type: 'object', properties: {} } }] });`,
    });
    assert.deepEqual(
      call.tools?.map(({ name, path, definition, complete, prompts }) => ({
        name,
        path,
        definition,
        complete,
        prompts,
      })),
      [
        {
          name: 'tide',
          path: 'harbour/tools.ts',
          definition: {
            name: 'tide',
            description: 'Says how high the water stands.',
            input_schema: {
              type: 'object',
              properties: { pier: { type: 'string', enum: ['north', 'south'] } },
              required: ['pier'],
            },
          },
          complete: true,
          prompts: ['harbour/tools.ts#tide'],
        },
        {
          name: 'moor',
          path: 'harbour/pilot.ts',
          definition: {
            name: 'moor',
            description: 'Moors .',
            input_schema: { type: 'object', properties: {} },
          },
          complete: false,
          prompts: ['harbour/pilot.ts#moor'],
        },
      ],
    );
  });

  it('are read out of dictionaries in Python, in the form of OpenAI', async () => {
    const call = await only({
      'harbour/pilot.py': `from openai import OpenAI
PIER = {"type": "integer", "minimum": -2}
tools = [{"type": "function", "function": {"name": "tide", "description": "Says the " "tide.",
    "parameters": {"type": "object", "properties": {"pier": PIER}, "additionalProperties": False}}}]
OpenAI().chat.completions.create(model="gpt-4o", messages=[], tools=tools)`,
    });
    assert.deepEqual(
      call.tools?.map(({ definition }) => definition),
      [
        {
          type: 'function',
          function: {
            name: 'tide',
            description: 'Says the tide.',
            parameters: {
              type: 'object',
              properties: { pier: { type: 'integer', minimum: -2 } },
              additionalProperties: false,
            },
          },
        },
      ],
    );
  });

  it('are named by their entries in the Vercel AI SDK, their schemas made by Zod', async () => {
    const call = await only({
      'harbour/pilot.ts': `import { generateText, tool } from 'ai';
import { z } from 'zod';
const Ship = z.object({ name: z.string().min(1), length: z.number().int().optional() });
await generateText({ model: 'openai/gpt-4o', prompt: 'Moor them.', tools: {
  moor: tool({ description: 'Moors ships.', inputSchema: z.object({
    ships: z.array(Ship).describe('In this order'), pier: z.enum(['north', 'south']).default('north'), tug: z.boolean().nullable() }),
    execute: async () => 1 }),
  sink: tool({ description: 'Sinks one.', inputSchema: z.object({ at: z.custom() }) }) } });`,
    });
    const [moor, sink] = call.tools ?? [];
    assert.deepEqual(moor?.definition, {
      name: 'moor',
      description: 'Moors ships.',
      parameters: {
        type: 'object',
        properties: {
          ships: {
            type: 'array',
            items: {
              type: 'object',
              properties: { name: { type: 'string', minLength: 1 }, length: { type: 'integer' } },
              required: ['name'],
              additionalProperties: false,
            },
            description: 'In this order',
          },
          pier: { type: 'string', enum: ['north', 'south'], default: 'north' },
          tug: { anyOf: [{ type: 'boolean' }, { type: 'null' }] },
        },
        required: ['ships', 'tug'],
        additionalProperties: false,
      },
    });
    assert.equal(sink?.name, 'sink');
    assert.equal(sink.definition, null, 'a kind of schema that is not known is not guessed');
  });

  it('are none, some that nobody sees, or functions', async () => {
    const python = (tools: string): Readonly<Record<string, string>> => ({
      'harbour/pilot.py': `from openai import OpenAI
def tide(pier): ...
def ask(extra):
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[]${tools})`,
    });
    assert.deepEqual((await only(python(''))).tools, []);
    const unseen = await only(python(', tools=extra'));
    assert.equal(unseen.tools, null);
    assert.equal(unseen.toolsVary?.expression, 'extra');
    const [fn] = (await only(python(', tools=[tide]'))).tools ?? [];
    assert.deepEqual([fn?.name, fn?.definition, fn?.complete], ['tide', null, false]);
  });
});

describe('the cache marks of a request', () => {
  it('stand behind tools, blocks and messages, with their lifetimes', async () => {
    const { cacheMarks } = await only({
      'harbour/pilot.ts': `import Anthropic from '@anthropic-ai/sdk';
const day = { type: 'ephemeral', ttl: '1h' };
await new Anthropic().messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9, cache_control: { type: 'ephemeral' },
  tools: [{ name: 'tide', description: 'Says the tide.', input_schema: { type: 'object' }, cache_control: day }],
  system: [{ type: 'text', text: 'You pilot.' }, { type: 'text', text: 'Be calm.', cache_control: { type: 'ephemeral' } }],
  messages: [{ role: 'user', content: 'Ahoy' }] });`,
    });
    assert.deepEqual(
      cacheMarks.map(({ after, style, lifetime }) => ({ after, style, lifetime })),
      [
        { after: { kind: 'tool', index: 0 }, style: 'anthropic', lifetime: '1h' },
        { after: { kind: 'message', message: 0, part: 1 }, style: 'anthropic', lifetime: null },
        { after: { kind: 'request' }, style: 'anthropic', lifetime: null },
      ],
    );
  });

  it('stand as blocks of their own at Bedrock', async () => {
    const { cacheMarks } = await only({
      'harbour/pilot.py': `import boto3
client = boto3.client("bedrock-runtime")
client.converse(modelId="anthropic.claude-sonnet-4-5-v1:0",
    toolConfig={"tools": [{"toolSpec": {"name": "tide", "description": "Says the tide.", "inputSchema": {"json": {"type": "object"}}}},
        {"cachePoint": {"type": "default"}}]},
    system=[{"text": "You pilot."}, {"cachePoint": {"type": "default"}}],
    messages=[{"role": "user", "content": [{"text": "Ahoy"}]}])`,
    });
    assert.deepEqual(
      cacheMarks.map(({ after, style }) => ({ after, style })),
      [
        { after: { kind: 'tool', index: 0 }, style: 'bedrock' },
        { after: { kind: 'message', message: 0, part: 0 }, style: 'bedrock' },
      ],
    );
  });

  it('come through providerOptions in the Vercel AI SDK', async () => {
    const { cacheMarks } = await only({
      'harbour/pilot.ts': `import { generateText } from 'ai';
await generateText({ model: 'anthropic/claude-sonnet-4.5', messages: [
  { role: 'system', content: 'You pilot.', providerOptions: { anthropic: { cacheControl: { type: 'ephemeral' } } } },
  { role: 'user', content: 'Ahoy' }] });`,
    });
    assert.deepEqual(
      cacheMarks.map(({ after }) => after),
      [{ kind: 'message', message: 0, part: 0 }],
    );
  });
});

describe('the settings of a request', () => {
  it('are values, expressions, or not given', async () => {
    const { settings, settled } = await only({
      'harbour/pilot.ts': `import OpenAI from 'openai';
await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [], temperature: 0, seed, stream: true,
  stop: ['Over.'], max_tokens: limit, prompt_cache_key: 'pilot', response_format: { type: 'json_object' } });`,
    });
    const shown = Object.entries(settings).map(([name, setting]) => [
      name,
      setting.kind === 'literal' ? setting.value : setting.expression,
    ]);
    assert.deepEqual(Object.fromEntries(shown), {
      temperature: 0,
      seed: 'seed',
      stream: true,
      stop: ['Over.'],
      maxOutputTokens: 'limit',
      cacheKey: 'pilot',
      responseFormat: { type: 'json_object' },
    });
    assert.equal(settings.seed?.kind, 'dynamic');
    assert.equal(settled, true);
  });

  it('may hide behind what is spread among the arguments', async () => {
    const call = await only({
      'harbour/pilot.py': `from openai import OpenAI
def ask(**more):
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Ahoy"}], **more)`,
    });
    assert.equal(call.settled, false);
    assert.equal(call.tools, null);
  });

  it('may be put into what is handed on after it was written', async () => {
    const py = (between: string) =>
      only({
        'harbour/pilot.py': `from openai import OpenAI
def ask(limit):
    options = {"temperature": 0}
    ${between}
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Ahoy"}], **options)`,
      });
    assert.equal((await py('if limit: options["max_tokens"] = limit')).settled, false);
    assert.equal((await py('options.update(limit)')).settled, false);
    assert.equal((await py('my_options["max_tokens"] = limit')).settled, true);
    const ts = (between: string) =>
      only({
        'harbour/pilot.ts': `import OpenAI from 'openai';
const options = { model: 'gpt-4o', messages: [{ role: 'user', content: 'Ahoy' }] };
${between}
await new OpenAI().chat.completions.create(options);`,
      });
    assert.equal((await ts('options.max_tokens = limit;')).settled, false);
    assert.equal((await ts('print(options);')).settled, true);
  });
});

describe('the messages of a request', () => {
  it('are told in order, with histories, pictures and texts that come from outside', async () => {
    const call = await only({
      'harbour/pilot.ts': `import Anthropic from '@anthropic-ai/sdk';
export const ask = (history: Message[], question: string) => new Anthropic().messages.create({ model: 'claude-sonnet-4-5', max_tokens: 9,
  messages: [...history, { role: 'user', content: [{ type: 'image', source }, { type: 'text', text: question }] }],
  system: 'You are the pilot.' });`,
    });
    assert.deepEqual(messages(call), [
      'system: harbour/pilot.ts#ask.system',
      'many: {history}',
      'user: image, {question}',
    ]);
    assert.equal(call.complete, false);
  });

  it('may be one of several, and may be left out', async () => {
    const call = await only({
      'harbour/pilot.py': `from openai import OpenAI
CALM = "You are a calm pilot."
STERN = "You are a stern pilot."
def ask(storm):
    messages = [{"role": "system", "content": STERN if storm else CALM}]
    if storm:
        messages.append({"role": "user", "content": "Mind the waves."})
    return OpenAI().chat.completions.create(model=f"gpt-{storm}", messages=messages)`,
    });
    assert.deepEqual(messages(call), [
      'system: harbour/pilot.py#STERN|harbour/pilot.py#CALM',
      'user?: harbour/pilot.py#ask.user',
    ]);
    assert.equal(call.modelVaries?.expression, 'f"gpt-{storm}"');
  });
});
