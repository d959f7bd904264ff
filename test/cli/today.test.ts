import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { promptmeter, Sandbox } from './console.ts';

const bell = `import OpenAI from 'openai';
const BELL = 'You ring the bell of the harbour when fog comes in, twice for each ship that is still out.';
export const ring = () => new OpenAI().chat.completions.create({
  model: 'gpt-4o', messages: [{ role: 'system', content: BELL }],
});
`;
const exempt = (more: object = {}): string =>
  JSON.stringify({
    budgets: [
      { prompts: '**', maxTokens: 5 },
      { prompts: '**', until: '2026-12-10', because: 'the old bell' },
    ],
    ...more,
  });

describe('the day of the machine', () => {
  const sandbox = new Sandbox();
  sandbox.write('bell.ts', bell);
  after(() => sandbox.remove());
  const said = async (command: string, today: string) =>
    (await promptmeter([command, '--format', 'json', '-q'], { cwd: sandbox.root, today })).stdout;

  it('ends an exemption in a scan as it does in a check', async () => {
    sandbox.write('promptmeter.config.json', exempt());
    assert.doesNotMatch(await said('scan', '2026-12-10'), /"over-budget"/);
    assert.match(await said('scan', '2026-12-11'), /"over-budget"/);
    assert.match(await said('check', '2026-12-10'), /"status": "exempt"/);
    assert.match(await said('check', '2026-12-11'), /"status": "exceeded"/);
  });

  it('changes nothing where the configuration pins one', async () => {
    sandbox.write('promptmeter.config.json', exempt({ pricing: { asOf: '2026-12-09' } }));
    for (const command of ['scan', 'check'])
      assert.equal(await said(command, '2030-01-01'), await said(command, '2026-05-01'));
  });
});
