import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../hostile/memory.ts';
import type { MeteredPrompt } from '../../../src/core/report.ts';

const typescript = (before: string, content: string): Record<string, string> => ({
  'harbour.ts': `import OpenAI from 'openai';
const client = new OpenAI();
export async function berth(ship: string, tide: number) {
  ${before}
  return client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: ${content} }] });
}`,
});

const python = (before: readonly string[], content: string): Record<string, string> => ({
  'harbour.py': `from openai import OpenAI
client = OpenAI()
def berth(ship, tide):
${before.map((line) => `    ${line}`).join('\n')}
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": ${content}}])`,
});

const sources: Readonly<Record<string, Record<string, string>>> = {
  'pushed one by one': typescript(
    `const lines: string[] = [];\n  lines.push('You run a harbour.');\n  if (tide > 3) lines.push('The tide is high.');`,
    `lines.join('\\n')`,
  ),
  'pushed together': typescript(
    `const lines = ['You run a harbour.'];\n  lines.push(ship, 'The tide is high.');`,
    `lines.join('\\n')`,
  ),
  'without those that do not hold': typescript(
    '',
    `['You run a harbour.', tide > 3 && 'The tide is high.'].filter(Boolean).join('\\n')`,
  ),
  appended: python(
    ['lines = ["You run a harbour."]', 'if tide > 3:', '    lines.append("The tide is high.")'],
    '"\\n".join(lines)',
  ),
  extended: python(
    ['lines = []', 'lines.append("You run a harbour.")', 'lines.extend([ship, "The tide is high."])'],
    '"\\n".join(lines)',
  ),
};

const seen = ({ role, model, segments }: MeteredPrompt): string =>
  `${role} ${model?.id ?? '-'} ${segments.map((segment) => (segment.kind === 'text' ? segment.text : '{}')).join('')}`;

for (const [name, files] of Object.entries(sources))
  test(`lines of a list are sent by the call that joins them: ${name}`, async () => {
    const report = await reportOf(files);
    assert.deepEqual(report.prompts.map(seen), [
      'system gpt-4o You run a harbour.',
      'system gpt-4o The tide is high.',
    ]);
  });

test('a list that is joined for somebody else is no prompt', async () => {
  const report = await reportOf({
    'harbour.py': `from openai import OpenAI
def log(ships):
    lines = ["Ships in the harbour:"]
    lines.append("You have moored well today.")
    print("\\n".join(lines))`,
  });
  assert.deepEqual(report.prompts.map(seen), []);
});
