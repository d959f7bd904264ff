import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';

async function found(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { prompts } = await reportOf(files);
  return prompts.map(({ path, role, sdk, model, segments }) => {
    const text = segments.map((segment) =>
      segment.kind === 'text' ? segment.text : `{${segment.expression}}`,
    );
    return `${path} ${role} ${sdk ?? '-'} ${model?.id ?? '-'}: ${text.join('')}`;
  });
}

const openai = `import OpenAI from 'openai';
import type { Pilot } from './pilot';
export class OpenAiPilot implements Pilot {
  constructor(private readonly client: OpenAI) {}
  async steer(order: string) {
    return this.client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: order }] });
  }
}`;

describe('a method that a type only declares', () => {
  it('sends what the methods send that stand for it', async () => {
    const files = {
      'harbour/pilot.ts': 'export interface Pilot { steer(order: string): Promise<unknown>; }',
      'harbour/openAi.ts': openai,
      'harbour/desk.ts': `import type { Pilot } from './pilot';
export class Desk {
  constructor(private readonly pilot: Pilot) {}
  open(ship: string) { return this.pilot.steer(\`Bring \${ship} to the quay.\`); }
}`,
    };
    assert.deepEqual(await found(files), ['harbour/desk.ts user openai gpt-4o: Bring {ship} to the quay.']);
  });

  it('is told of no model where they send to several', async () => {
    const files = {
      'harbour/pilot.ts': 'export interface Pilot { steer(order: string): Promise<unknown>; }',
      'harbour/openAi.ts': openai,
      'harbour/other.ts': openai.replace('OpenAiPilot', 'OtherPilot').replace('gpt-4o', 'gpt-4.1'),
      'harbour/desk.ts': `import type { Pilot } from './pilot';
export const open = (pilot: Pilot) => pilot.steer('Bring the ship to the quay.');`,
    };
    assert.deepEqual(await found(files), ['harbour/desk.ts user openai -: Bring the ship to the quay.']);
  });

  it('makes messages where the classes that are derived from its own do', async () => {
    const files = {
      'harbour/base.py': `class Desk:
    def told(self, text):
        raise NotImplementedError
    def note(self, text):
        pass
    def open(self):
        self.note("The harbour is open now.")
        return self.send([self.told("You run a harbour.")])`,
      'harbour/chat.py': `from .base import Desk
class Chat(Desk):
    def told(self, text):
        return {"role": "system", "content": text}
    def note(self, text):
        print(text)`,
    };
    assert.deepEqual(await found(files), ['harbour/base.py system - -: You run a harbour.']);
  });

  it('of a type of another name sends nothing', async () => {
    const files = {
      'harbour/openAi.ts': openai,
      'harbour/desk.ts': `interface Radio { steer(order: string): void }
export const call = (radio: Radio) => radio.steer('The harbour is closed today.');`,
    };
    assert.deepEqual(await found(files), []);
  });
});
