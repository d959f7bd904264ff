import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Segment } from '../../../src/core/prompts/prompt.ts';
import { reportOf } from '../../hostile/memory.ts';

/** A text with what its holes are known to be: `(a|b)` where it is one of several. */
function shown(segments: readonly Segment[]): string {
  return segments
    .map((segment) => {
      if (segment.kind === 'text') return segment.text;
      if (segment.arms === undefined) return `{${segment.expression}}`;
      const arms = segment.arms.map(shown);
      return arms.length === 1 ? (arms[0] ?? '') : `(${arms.join('|')})`;
    })
    .join('');
}

/** The system prompt that a file sends to a model. */
async function system(path: string, source: string): Promise<string> {
  const { prompts, calls } = await reportOf({ [path]: source });
  const [id] = calls[0]?.prompts ?? [];
  return shown(prompts.find((prompt) => prompt.id === id)?.segments ?? []);
}

const typescript = (setup: string, text: string): string => `import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';
${setup}
export const ask = (night: boolean, ships: string[]) => {
  const greeting = ['Good morning.', 'Be brief.'];
  return generateText({ model: openai('gpt-4o'), system: ${text} });
};`;

const cases: Readonly<Record<string, readonly [setup: string, text: string, expected: string]>> = {
  'a list by its name': [
    '',
    "`You run a harbour.\\n${greeting.join('\\n')}`",
    'You run a harbour.\nGood morning.\nBe brief.',
  ],
  'a list of a function': [
    "function rules() { return ['Name the berth.', 'Name the pilot.'] as const; }",
    "`You run a harbour. ${rules().join(' ')}`",
    'You run a harbour. Name the berth. Name the pilot.',
  ],
  'one list or another': [
    "const day = ['Greet the ship.'];\nconst quiet = ['Whisper.', 'Show lights.'];",
    "`You run a harbour. ${(night ? quiet : day).join(' ')}`",
    'You run a harbour. (Whisper. Show lights.|Greet the ship.)',
  ],
  'a list within a list': [
    "const rules = ['Name the berth.', 'Name the pilot.'];",
    "['You run a harbour.', ...rules, 'Answer in one line.'].join('\\n')",
    'You run a harbour.\nName the berth.\nName the pilot.\nAnswer in one line.',
  ],
  'a list that grows': [
    "const rules = ['Name the berth.'];\nif (late) rules.push('Be quick.');\nrules.unshift('Greet first.');",
    "`You run a harbour. ${rules.join(' ')}`",
    'You run a harbour. Greet first. Name the berth.( Be quick.|)',
  ],
  'a list of which some items are left out': [
    "const rules = ['Name the berth.', 'Name the pilot.'];",
    "`You run a harbour. ${rules.filter(isNeeded).join(' ')}`",
    'You run a harbour. (Name the berth.|)( Name the pilot.|)',
  ],
  'a list that nobody can see': [
    '',
    "`You run a harbour. ${ships.join(', ')}`",
    "You run a harbour. {ships.join(', ')}",
  ],
};

describe('a list that is joined into a prompt', () => {
  for (const [what, [setup, text, expected]] of Object.entries(cases))
    it(what, async () => {
      assert.equal(await system('harbour/ask.ts', typescript(setup, text)), expected);
    });

  it('in Python, with what comes from another list', async () => {
    const source = `from openai import OpenAI
RULES = ["Name the berth.", "Name the pilot."]
def ask(night):
    lines = ["You run a harbour.", *RULES]
    if night:
        lines.append("Show lights.")
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"Hello.\\n{' '.join(lines)}"}])`;
    assert.equal(
      await system('harbour/ask.py', source),
      'Hello.\nYou run a harbour. Name the berth. Name the pilot.( Show lights.|)',
    );
  });

  it('takes the longest list there is in bounded time', async () => {
    const lists = Array.from(
      { length: 60 },
      (_, i) => `const l${i + 1} = night ? [...l${i}, 'a ship'] : [...l${i}, 'two ships'];`,
    );
    const source = typescript(
      `const l0 = ['You run a harbour.'];\n${lists.join('\n')}`,
      "`Hello. ${l60.join(' ')}`",
    );
    assert.equal(await system('harbour/ask.ts', source), "Hello. {l60.join(' ')}");
  });
});
