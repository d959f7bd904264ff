import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../../hostile/memory.ts';
import { only } from './only.ts';

const python = (body: string): Readonly<Record<string, string>> => ({
  'shop/order.py': `from openai import OpenAI
SYSTEM = {"role": "system", "content": "You take orders of bread."}
def ask(question, history, hurry):
${body.replace(/^/gm, '    ')}
    return OpenAI().chat.completions.create(model="gpt-4o", messages=messages)`,
});

const typescript = (body: string): Readonly<Record<string, string>> => ({
  'shop/order.ts': `import OpenAI from 'openai';
const SYSTEM = { role: 'system', content: 'You take orders of bread.' };
export async function ask(question: string, history: Message[], hurry: boolean) {
${body}
  return new OpenAI().chat.completions.create({ model: 'gpt-4o', messages });
}`,
});

const user = '{"role": "user", "content": "Two loaves of rye."}';
const lists: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
  [python(`messages = [${user}]\nmessages.insert(0, SYSTEM)`), 'system user'],
  [
    python(`messages = [SYSTEM, ${user}]\nmessages.insert(1, {"role": "assistant", "content": "Ready."})`),
    'system assistant user',
  ],
  [python(`messages = [${user}]\nmessages = [SYSTEM] + messages`), 'system user'],
  [python(`messages = [SYSTEM]\nmessages.extend([${user}])`), 'system user'],
  [python(`messages = [SYSTEM]\nmessages += [${user}]`), 'system user'],
  [python(`messages = [SYSTEM]\nmessages.extend(history)\nmessages.append(${user})`), 'system many user'],
  [python(`messages = [SYSTEM, *history]\nif hurry:\n    messages.append(${user})`), 'system many user?'],
  [python(`turn = ${user}\nmessages = [SYSTEM]\nmessages.append(turn)`), 'system user'],
  [typescript(`const messages = [${user}]; messages.unshift(SYSTEM);`), 'system user'],
  [typescript(`const messages = [SYSTEM, ...history, ${user}];`), 'system many user'],
  [typescript(`const messages = [SYSTEM]; messages.push(...history, ${user});`), 'system many user'],
  [typescript(`let messages = [${user}]; messages = [SYSTEM, ...messages];`), 'system user'],
  [typescript(`const messages = [SYSTEM]; if (hurry) messages.push(${user});`), 'system user?'],
];

describe('a list of messages that grows', () => {
  for (const [files, expected] of lists)
    it(`is told in its order: ${Object.values(files).join('').split('\n').slice(3, -1).join(' ')}`, async () => {
      const { messages } = await only(files);
      const shown = messages.map(({ role, many, always }) => `${many ? 'many' : role}${always ? '' : '?'}`);
      assert.equal(shown.join(' '), expected);
    });

  it('counts what is sent under a condition as at most', async () => {
    const files = python(`messages = [SYSTEM]\nif hurry:\n    messages.append(${user})`);
    const { calls, prompts } = await reportOf(files);
    const tokens = calls[0]?.inputTokens;
    const [system, turn] = prompts.map((prompt) => prompt.tokens.count);
    assert.ok(system !== undefined && turn !== undefined && tokens?.most !== undefined);
    assert.equal(tokens.most - tokens.count, turn);
  });

  it('counts one of several texts as the shortest and the longest', async () => {
    const { calls, prompts } = await reportOf({
      'shop/order.py': `from openai import OpenAI
LONG = "You take orders of bread, of cakes and of biscuits, and are in no hurry."
SHORT = "You take orders."
def ask(hurry):
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": SHORT if hurry else LONG}])`,
    });
    const counts = prompts.map((prompt) => prompt.tokens.count);
    const framing = calls[0]?.framingTokens ?? 0;
    assert.equal(calls[0]?.inputTokens?.count, Math.min(...counts) + framing);
    assert.equal(calls[0].inputTokens.most, Math.max(...counts) + framing);
  });

  it('does not have what is added after the use', async () => {
    const { calls, prompts } = await reportOf({
      'shop/order.py': `from openai import OpenAI
def ask(order):
    text = "You take orders of bread."
    answer = OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
    text += "And then you bake all of it, and write down what you baked."
    return answer, text`,
    });
    const sent = calls[0]?.prompts.map((id) => prompts.find((prompt) => prompt.id === id)?.segments.length);
    assert.deepEqual(sent, [1]);
  });
});
