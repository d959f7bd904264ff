import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { reportOf } from '../../hostile/memory.ts';

const shelf = {
  'src/prompts/bread.md': 'You are a baker. Answer in one line.\n',
  'src/prompts/cake.md': 'You are a confectioner. Answer in French.\n',
};

const python = (setup: string, ...systems: readonly string[]): string => `from pathlib import Path
from openai import OpenAI
${setup}
${systems.map((system) => `OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": ${system}}])`).join('\n')}`;

const typescript = (
  setup: string,
  ...systems: readonly string[]
): string => `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import OpenAI from 'openai';
${setup}
${systems.map((system) => `await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: ${system} }] });`).join('\n')}`;

const loader = `PROMPTS = Path(__file__).parent / "prompts"
def load_prompt(name: str) -> str:
    path = PROMPTS / f"{name}.md"
    with open(path, encoding="utf-8") as f:
        return f.read()`;

/** The texts of the messages that the calls of a file send, in order. */
async function sent(path: string, source: string): Promise<string[]> {
  const { calls, prompts } = await reportOf({ ...shelf, [path]: source });
  return calls.map((call) =>
    call.prompts
      .flatMap((id) => prompts.find((prompt) => prompt.id === id)?.segments ?? [])
      .map(textOf)
      .join(''),
  );
}

function textOf(segment: Segment): string {
  if (segment.kind === 'text') return segment.text;
  return segment.arms?.[0]?.map(textOf).join('') ?? `{${segment.expression}}`;
}

describe('a function that makes the path of a file of its parameter', () => {
  it('stands for another file in each call', async () => {
    assert.deepEqual(
      await sent('src/shop.py', python(loader, 'load_prompt("bread")', 'load_prompt("cake")')),
      ['You are a baker. Answer in one line.\n', 'You are a confectioner. Answer in French.\n'],
    );
  });

  it('may trim what it reads, and be given a name', async () => {
    const setup = `function loadPrompt(name: string): string {
  const file = join(__dirname, 'prompts', \`\${name}.md\`);
  return readFileSync(file, 'utf8').trim();
}
const WHICH = 'bread';`;
    assert.deepEqual(await sent('src/shop.ts', typescript(setup, 'loadPrompt(WHICH)')), [
      'You are a baker. Answer in one line.',
    ]);
  });

  it('may be a method', async () => {
    const setup = `class Shelf:
    def load(self, name):
        text = (Path(__file__).parent / "prompts" / name).read_text()
        return text`;
    assert.deepEqual(await sent('src/shop.py', python(setup, 'Shelf().load("cake.md")')), [
      'You are a confectioner. Answer in French.\n',
    ]);
  });

  it('stands for no file where nobody knows which', async () => {
    assert.deepEqual(await sent('src/shop.py', python(loader, 'load_prompt(chosen)')), ['']);
    assert.deepEqual(await sent('src/shop.py', python(loader, 'load_prompt("pie")')), ['']);
  });
});
