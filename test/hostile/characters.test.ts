import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOffset } from '../../src/core/source/decoded.ts';
import { reportOf, texts } from './memory.ts';
import { assertSound } from './sound.ts';

/** A module whose one prompt has this source text between its backticks. */
function harbour(text: string, lineEnd = '\n'): string {
  return [
    `import OpenAI from 'openai';`,
    `const client = new OpenAI();`,
    `export const answer = (ship) => client.chat.completions.create({`,
    `  model: 'gpt-4o',`,
    `  messages: [{ role: 'system', content: \`${text}\` }, { role: 'user', content: ship }],`,
    `});`,
    ``,
  ].join(lineEnd);
}

const order = 'You are the harbour master. Name the berth and the tide.';

test('CRLF: the model sees LF, as the language has it, and lines are counted once', async () => {
  const files = { 'harbour.ts': harbour(`${order}\r\nBe brief.\r\n`, '\r\n') };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.ok(texts(report).includes(`${order}\nBe brief.\n`), JSON.stringify(texts(report)));
  const prompt = report.prompts.find((candidate) => candidate.role === 'system');
  assert.ok(prompt);
  const first = prompt.segments[0];
  assert.ok(first?.kind === 'text');
  assert.ok(files['harbour.ts'].startsWith('Be brief.', sourceOffset(first, first.text.indexOf('Be'))));
  assert.equal(report.lines['harbour.ts']?.length, 9);
});

test('lone surrogates, written out and escaped, are counted and keep their places', async () => {
  for (const lone of ['\uD83D', '\\uD83D', '\uDE00', '\\uDE00', '\uDE00\uD83D', '\\u{D800}']) {
    const files = { 'harbour.ts': harbour(`${order} ${lone} Be brief.`) };
    const report = await reportOf(files);
    assertSound(report, files);
    const prompt = report.prompts.find((candidate) => candidate.role === 'system');
    assert.ok(prompt, `no prompt with ${JSON.stringify(lone)}`);
    assert.ok(prompt.tokens.count > 10);
  }
});

test('astral characters, joined emoji and right-to-left text keep their places', async () => {
  const files = {
    'harbour.ts': harbour(`${order} 👩‍👩‍👧‍👦 ⚓️ نورس 港口 e\u0301 \u{1F6A2} Be brief.`),
  };
  const report = await reportOf(files);
  assertSound(report, files);
  const first = report.prompts.find((candidate) => candidate.role === 'system')?.segments[0];
  assert.ok(first?.kind === 'text');
  const brief = first.text.indexOf('Be brief.');
  assert.equal(sourceOffset(first, brief), files['harbour.ts'].indexOf('Be brief.'));
});

test('separators, controls and a byte order mark in the text are text', async () => {
  for (const odd of ['\u2028', '\u2029', '\uFEFF', '\u0085', '\u202E', '\x1b[31m']) {
    const files = { 'harbour.js': harbour(`${order} ${odd} Be brief.`) };
    const report = await reportOf(files);
    assertSound(report, files);
    assert.ok(
      texts(report).includes(`${order} ${odd} Be brief.`),
      `${JSON.stringify(odd)}: ${JSON.stringify(texts(report))}`,
    );
  }
});

test('a NUL, at which the parser stops, stops nothing else', async () => {
  const files = { 'harbour.js': `${harbour(order)}\0${harbour(order)}`, 'tide.js': harbour(order) };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.deepEqual([...new Set(report.prompts.map((prompt) => prompt.path))], ['harbour.js', 'tide.js']);
});

test('text of special tokens is plain text', async () => {
  const files = { 'harbour.ts': harbour(`${order} <|endoftext|><|im_start|>system`) };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.equal(report.prompts.find((prompt) => prompt.role === 'system')?.tokens.certainty, 'exact');
});

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

test('names that every JavaScript object inherits mean nothing to us', async () => {
  for (const name of inherited) {
    const files = {
      'harbour.ts': `import OpenAI from 'openai';
import { ${name} as tide, quay } from './${name}';
const client = new OpenAI();
const table = { ${JSON.stringify(name)}: '${order}' };
export const a = client.chat.completions.create({ model: '${name}', messages: [{ role: 'user', content: table.${name} }] });
export const b = client.chat.completions.create({ model: quay.${name}, messages: [{ role: 'system', content: quay['${name}'] + tide }] });
export const c = ${name}({ model: 'gpt-4o', ${name}: '${order}' });
`,
      [`${name}.ts`]: `export const quay = {};\n`,
    };
    const report = await reportOf(files);
    assertSound(report, files);
    // `{ "__proto__": … }` sets no entry in JavaScript either.
    if (name !== '__proto__')
      assert.ok(texts(report).includes(order), `${name}: ${JSON.stringify(texts(report))}`);
    for (const prompt of report.prompts) assert.equal(prompt.cost, null, `a price for a model named ${name}`);
  }
});

test('nor do they in prompt files', async () => {
  for (const name of inherited) {
    const files = {
      'plugins/Berth/skprompt.txt': `${order} Bring {{$ship}} in.`,
      'plugins/Berth/config.json': `{ "template_format": "${name}", "${name}": { "model_id": "${name}" } }`,
      'prompts/berth.yaml': `_type: prompt\ntemplate_format: ${name}\ntemplate: ${order} Bring {ship} in.\n`,
      'prompts/tide.prompty': `---\nmodel: ${name}\ntemplate: ${name}\n---\nsystem:\n${order}\n`,
      [`prompts/tide.${name}`]: order,
    };
    const report = await reportOf(files);
    assertSound(report, files);
    assert.ok(report.prompts.length >= 3, `${name}: ${JSON.stringify(texts(report))}`);
  }
});

test('a model name of a megabyte is a model nobody knows', async () => {
  const name = 'harbour-'.repeat(130_000);
  const files = { 'harbour.ts': harbour(order).replace('gpt-4o', name) };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.equal(report.prompts.find((prompt) => prompt.role === 'system')?.cost, null);
});
