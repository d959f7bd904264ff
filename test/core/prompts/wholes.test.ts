import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportDocument } from '../../../src/report/entries.ts';
import { reportOf } from '../../hostile/memory.ts';

describe('a prompt that is part of a larger one', () => {
  it('names it, and counts with it only', async () => {
    const report = await reportOf({
      'shop/order.py': `from openai import OpenAI
RULES_PROMPT = "You sell bread. You never sell what was baked yesterday, and you say so."
SYSTEM_PROMPT = f"""You are the baker of this shop, and you are polite.
{RULES_PROMPT}"""
OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": SYSTEM_PROMPT}])`,
    });
    const [rules, whole] = report.prompts;
    assert.ok(rules !== undefined && whole !== undefined && report.prompts.length === 2);
    assert.deepEqual([rules.partOf, whole.partOf], [whole.id, null]);
    assert.ok(whole.tokens.count > rules.tokens.count);
    assert.equal(reportDocument(report, '0', null).summary.tokens, whole.tokens.count);
  });

  it('is none where the larger one has it only sometimes', async () => {
    const report = await reportOf({
      'shop/order.ts': `import OpenAI from 'openai';
const CALM_PROMPT = 'You are a calm baker, and you take your time to answer.';
const HURRIED_PROMPT = 'You are a hurried baker, and you answer in one line.';
await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [
  { role: 'system', content: \`You sell bread. \${hurry ? HURRIED_PROMPT : CALM_PROMPT}\` }] });`,
    });
    assert.deepEqual(
      report.prompts.map(({ partOf }) => partOf),
      [null, null, null],
    );
  });

  it('may be a file that is read', async () => {
    const report = await reportOf({
      'src/order.ts': `import OpenAI from 'openai';
import { readFileSync } from 'node:fs';
const system = readFileSync('prompts/baker.prompt.md', 'utf8') + 'Answer in one line.';
await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: system }] });`,
      'prompts/baker.prompt.md': 'You are a baker. You sell bread that was baked today.',
    });
    const parts = report.prompts.map(({ path, partOf }) => [path, partOf]);
    assert.deepEqual(parts, [
      ['prompts/baker.prompt.md', 'src/order.ts#system'],
      ['src/order.ts', null],
    ]);
  });
});

describe('a file that is a request', () => {
  it('is a call of its texts', async () => {
    const { calls } = await reportOf({
      'shop/order.prompty': `---
name: order
model:
  api: chat
  configuration:
    type: openai
    name: gpt-4o
---
system:
You take orders of bread.

user:
{{order}} please, and wrap it well.
`,
    });
    const [call] = calls;
    assert.ok(call !== undefined && calls.length === 1);
    assert.deepEqual(call.roles, ['system', 'user']);
    assert.deepEqual([call.complete, call.settled, call.tools], [true, false, null]);
    assert.ok(call.inputTokens !== null && call.inputTokens.count > 10);
  });
});
