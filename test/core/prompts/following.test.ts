import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

/** `path role sdk model: text` of every prompt; the text of constants in place, other holes as `{expression}`. */
async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const report = await reportOf(files);
  return report.prompts.map(({ path, role, sdk, model, segments }) => {
    const text = segments.map((segment) => {
      if (segment.kind === 'text') return segment.text;
      const [only] = segment.arms?.length === 1 ? segment.arms : [];
      return only?.every((inner) => inner.kind === 'text') === true
        ? only.map((inner) => (inner.kind === 'text' ? inner.text : '')).join('')
        : `{${segment.expression}}`;
    });
    return `${path} ${role} ${sdk ?? '-'} ${model?.id ?? '-'}: ${text.join('')}`;
  });
}

const desk = `import OpenAI from 'openai';
export class Desk {
  constructor(private readonly client: OpenAI, private readonly style: string) {}
  async ask(question: string, model = 'gpt-4o-mini') {
    return this.client.chat.completions.create({ model, messages: [
      { role: 'system', content: this.style },
      { role: 'user', content: question },
    ] });
  }
}`;

describe("the workspace's own functions", () => {
  it('hand what they are given to the request', async () => {
    const files = {
      'harbour/ask.py': `from openai import OpenAI
client = OpenAI()
def ask(prompt, system="You run a harbour."):
    return client.chat.completions.create(model="gpt-4o", messages=[
        {"role": "system", "content": system}, {"role": "user", "content": prompt}])`,
      'harbour/ships.py': `from .ask import ask
def berth(ship):
    return ask(f"Find a berth for {ship}.", system="You know every berth.")`,
    };
    assert.deepEqual(await found(files), [
      'harbour/ask.py system openai gpt-4o: You run a harbour.',
      'harbour/ships.py user openai gpt-4o: Find a berth for {ship}.',
      'harbour/ships.py system openai gpt-4o: You know every berth.',
    ]);
  });

  it('also in an object with further names', async () => {
    const files = {
      'harbour/ask.ts': `import OpenAI from 'openai';
const client = new OpenAI();
export async function ask(options: Options) {
  return client.chat.completions.create({ model: options.model ?? 'gpt-4o', messages: [
    { role: 'user', content: options.prompt }] });
}
export async function tell(options: Options) {
  const { prompt } = options;
  return client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: prompt }] });
}`,
      'harbour/berth.ts': `import { ask, tell } from './ask';
ask({ prompt: 'Which berth is free?' });
ask({ prompt: 'Which berth is deep?', model: 'gpt-4.1' });
tell({ prompt: 'Which berth is long?' });`,
    };
    assert.deepEqual(await found(files), [
      'harbour/berth.ts user openai gpt-4o: Which berth is free?',
      'harbour/berth.ts user openai gpt-4.1: Which berth is deep?',
      'harbour/berth.ts user openai gpt-4o: Which berth is long?',
    ]);
  });

  it('through a parameter typed with their class, at the model the caller names', async () => {
    const caller = `import { Desk } from './desk';
export const berth = (desk: Desk) => desk.ask('Which berth is free?', 'gpt-4.1');`;
    assert.deepEqual(await found({ 'harbour/desk.ts': desk, 'harbour/berth.ts': caller }), [
      'harbour/berth.ts user openai gpt-4.1: Which berth is free?',
    ]);
  });

  it('through a function that hands it on once more', async () => {
    const files = {
      'harbour/ask.ts': `import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
const send = (text: string) => generateText({ model: openai('gpt-4o'), prompt: text });
export function ask(text: string) { return send(text); }
export const tides = () => ask('When is high tide?');`,
    };
    assert.deepEqual(await found(files), ['harbour/ask.ts user vercel-ai gpt-4o: When is high tide?']);
  });

  it('but not what only looks the same', async () => {
    const files = {
      'harbour/log.ts': `export function ask(text: string) { console.log(text); }
ask('Which berth is free?');`,
    };
    assert.deepEqual(await found(files), []);
  });
});

describe('a text that grows', () => {
  it('by adding to itself is read part by part, as with +=', async () => {
    const source = (line: string) => `def pilot_prompt(ship):
    text = "You guide ships."
    ${line}
    return text`;
    const [added] = await found({ 'harbour/pilot.py': source('text = text + " Be brief. " + ship') });
    const [appended] = await found({ 'harbour/pilot.py': source('text += " Be brief. " + ship') });
    assert.equal(added, 'harbour/pilot.py unknown - -: You guide ships.');
    assert.equal(appended, added);
  });

  it('under a condition counts with and without the addition', async () => {
    const report = await reportOf({
      'harbour/pilot.ts': `import OpenAI from 'openai';
function pilotPrompt(night: boolean) {
  let prompt = 'You guide ships.';
  if (night) prompt += ' Mind the lights, it is dark.';
  return \`\${prompt} Be brief.\`;
}
new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: pilotPrompt(true) }] });`,
    });
    const whole = report.prompts.find(({ segments }) => segments.length > 1);
    assert.ok(whole?.tokens.most !== undefined && whole.tokens.most > whole.tokens.count);
  });
});

describe('a prompt in a heredoc', () => {
  it('is sent by the call it is written in, though its text stands below', async () => {
    const report = await reportOf({
      'harbour/pilot.rb': `require "openai"
client = OpenAI::Client.new
client.chat(parameters: { model: "gpt-4o", messages: [{ role: "system", content: <<~TEXT }] })
  You guide ships into the harbour.
TEXT
`,
    });
    assert.deepEqual(
      report.calls.map(({ prompts }) => prompts),
      [report.prompts.map(({ id }) => id)],
    );
    assert.equal(report.prompts.length, 1);
  });
});

describe('a prompt that several calls send', () => {
  it('has no model of its own where they use different ones', async () => {
    const call = (model: string) =>
      `client.chat.completions.create({ model: '${model}', messages: [{ role: 'system', content: PILOT }] });`;
    const source = (...models: string[]) => `import OpenAI from 'openai';
const client = new OpenAI();
const PILOT = 'You guide ships.';
${models.map(call).join('\n')}`;
    assert.deepEqual(await found({ 'harbour/app.ts': source('gpt-4o', 'gpt-4o') }), [
      'harbour/app.ts system openai gpt-4o: You guide ships.',
    ]);
    assert.deepEqual(await found({ 'harbour/app.ts': source('gpt-4o', 'gpt-4.1', 'gpt-4o') }), [
      'harbour/app.ts system openai -: You guide ships.',
    ]);
  });
});

describe('modules', () => {
  it('are found by the paths of the nearest tsconfig.json, comments and all', async () => {
    const files = {
      'harbour/tsconfig.json': `{ "extends": "./base.json" }`,
      'harbour/base.json': `{ // where things are
        "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], } } }`,
      'harbour/src/texts/pilot.ts': `export const PILOT = 'You guide ships.';`,
      'harbour/src/app.ts': `import OpenAI from 'openai';
import { PILOT } from '@/texts/pilot';
new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: PILOT }] });`,
    };
    assert.deepEqual(await found(files), [
      'harbour/src/texts/pilot.ts system openai gpt-4o: You guide ships.',
    ]);
  });

  it('are found from any folder above, in Python', async () => {
    const files = {
      'app/texts/pilot.py': `PILOT = "You guide ships."`,
      'app/harbour/deep/main.py': `from litellm import completion
from texts.pilot import PILOT
completion(model="gpt-4o", messages=[{"role": "system", "content": PILOT}])`,
    };
    assert.deepEqual(await found(files), ['app/texts/pilot.py system litellm gpt-4o: You guide ships.']);
  });

  it('that pass on what others declare', async () => {
    const files = {
      'harbour/texts.ts': `export const PILOT = 'You guide ships.';`,
      'harbour/index.ts': `export * from './texts';\nexport { PILOT as GUIDE } from './texts';`,
      'harbour/app.ts': `import { GUIDE } from './index';
import Anthropic from '@anthropic-ai/sdk';
new Anthropic().messages.create({ model: 'claude-opus-4-1', max_tokens: 9, system: GUIDE, messages: [] });`,
    };
    assert.deepEqual(await found(files), [
      'harbour/texts.ts system anthropic claude-opus-4-1: You guide ships.',
    ]);
  });

  it('that import each other', async () => {
    const files = {
      'harbour/a.ts': `import { B } from './b';\nexport const A_PROMPT = \`You guide \${B}.\`;`,
      'harbour/b.ts': `import { A_PROMPT } from './a';\nexport const B = \`ships after \${A_PROMPT}\`;`,
    };
    assert.deepEqual((await found(files)).length, 1);
  });
});

describe('a changed file', () => {
  it('is read again together with what imports from it', async () => {
    const { Analyzer } = await import('../../../src/core/analyze.ts');
    const { defaultConfig } = await import('../../../src/core/config.ts');
    const { memoryHost } = await import('../../hostile/memory.ts');
    const files = new Map([
      ['harbour/texts.ts', `export const TONE = 'Write briefly.';`],
      [
        'harbour/app.ts',
        `import { TONE } from './texts';\nexport const PILOT_PROMPT = \`You guide ships. \${TONE}\`;`,
      ],
    ]);
    const analyzer = new Analyzer(memoryHost(files), defaultConfig);
    const before = await analyzer.analyze(['harbour/app.ts']);
    files.set('harbour/texts.ts', `export const TONE = 'Write at length, with every detail there is.';`);
    assert.deepEqual([...analyzer.changed('harbour/texts.ts')].sort(), [
      'harbour/app.ts',
      'harbour/texts.ts',
    ]);
    const after = await analyzer.analyze(['harbour/app.ts']);
    const count = (report: typeof before) => report.prompts[0]?.tokens.count ?? 0;
    assert.ok(count(after) > count(before), `${count(before)} tokens became ${count(after)}`);
  });
});
