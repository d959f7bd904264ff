import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf, texts } from './memory.ts';
import { assertSound } from './sound.ts';

/** More than a call of a function can be given as its arguments. */
const many = 150_000;
const order = 'You are the harbour master. Name the berth and the tide.';
const call = `import OpenAI from 'openai';
await new OpenAI().chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: '${order}' }] });
`;

test('a table of very many entries below a comment for us ends nothing', async () => {
  const table = `[${'7,'.repeat(many)}]`;
  const files = {
    'ignoring.ts': `${call}// promptmeter-ignore-next-line filler-phrase -- tides\nconst tides = ${table};\n`,
    'naming.ts': `${call}// promptmeter: model=gpt-4o\nconst depths = ${table};\n`,
  };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.deepEqual(texts(report), [order, order]);
});

test('a text with very many lines in a macro that takes away their indentation ends nothing', async () => {
  const files = {
    'berths.rs': `const SYSTEM_PROMPT: &str = indoc! {"\n    ${order}\n${'    7\n'.repeat(many)}"};\n`,
    'harbour.ts': call,
  };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.ok(texts(report).includes(order));
});
