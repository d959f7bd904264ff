import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOn } from './world.ts';

function asking(system: string): string {
  return `import OpenAI from 'openai';
import { HANDBOOK } from './handbook.ts';

export async function answer(content: string) {
  return new OpenAI().chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'system', content: ${system} }, { role: 'user', content }],
  });
}
`;
}

async function told(system: string): Promise<readonly (readonly [rule: string, ...fixes: string[]])[]> {
  const { findings } = await reportOn('harbour.ts', asking(system));
  return findings
    .filter(({ rule }) => rule === 'hole-before-static' || rule === 'date-finer-than-needed')
    .map(({ rule, fix, otherFixes }) => [
      rule,
      ...(fix ? [fix, ...otherFixes] : []).map(({ title }) => title),
    ]);
}

describe('a clock of which two rules could speak', () => {
  it('is told once, with the way to move it, and the other rule’s to choose instead', async () =>
    assert.deepEqual(await told('`It is ${new Date().toISOString()}.\\n${HANDBOOK}`'), [
      ['hole-before-static', 'Move this line to the end of the prompt', 'Use the day alone'],
    ]));

  it('is told once, with the other rule’s fix where it cannot be moved', async () =>
    assert.deepEqual(await told("'It is ' + new Date().toISOString() + '.' + HANDBOOK"), [
      ['hole-before-static', 'Use the day alone'],
    ]));

  it('names the day in the message', async () => {
    const { findings } = await reportOn(
      'harbour.ts',
      asking("'It is ' + new Date().toISOString() + HANDBOOK"),
    );
    const [finding] = findings.filter(({ rule }) => rule === 'hole-before-static');
    assert.match(finding?.message ?? '', /or write `new Date\(\)\.toISOString\(\)\.slice\(0, 10\)`$/);
  });
});
