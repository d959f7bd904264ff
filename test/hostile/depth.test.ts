import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf, texts } from './memory.ts';
import { assertSound } from './sound.ts';

const order = 'You are the harbour master. Name the berth and the tide.';

/** A module that sends `value` as its system prompt, after `before`. */
function typescript(value: string, before = ''): Record<string, string> {
  return {
    'harbour.ts': `import OpenAI from 'openai';
const client = new OpenAI();
${before}
export const answer = () => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: ${value} }] });
`,
  };
}

function python(value: string, before = ''): Record<string, string> {
  return {
    'harbour.py': `from openai import OpenAI
client = OpenAI()
${before}
client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": ${value}}])
`,
  };
}

const times = (count: number, make: (i: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between);

function java(value: string): Record<string, string> {
  return {
    'Harbour.java': `import dev.langchain4j.service.SystemMessage;
interface Harbour { @SystemMessage(${value}) String berth(String ship); }
`,
  };
}

function csharp(value: string): Record<string, string> {
  return {
    'Harbour.cs': `using Microsoft.Extensions.AI;
class Harbour { ChatMessage order = new ChatMessage(ChatRole.System, ${value}); }
`,
  };
}

/** A file that sends `value` in messages of a class of its own. */
function php(value: string): Record<string, string> {
  return {
    'prompts/Harbour.php': `<?php
class Turn { public function __construct(public string $role, public $text) {} }
return new Turn('system', ${value});
`,
  };
}

const deep: Readonly<Record<string, Record<string, string>>> = {
  '10,000 brackets in Java': java('('.repeat(10_000) + `"${order}"` + ')'.repeat(10_000)),
  '10,000 brackets in C#': csharp('('.repeat(10_000) + `"${order}"` + ')'.repeat(10_000)),
  '5,000 methods in a row in Java': java(`"${order}"` + '.trim()'.repeat(5000)),
  '5,000 methods in a row in C#': csharp(`"${order}"` + '.Trim()'.repeat(5000)),
  '3,000 lambdas in each other in Java': java('x -> '.repeat(3000) + `"${order}"`),
  '3,000 initialisers in each other in C#': csharp(
    'new Quay { Berth = '.repeat(3000) + `"${order}"` + ' }'.repeat(3000),
  ),
  '2,000 conditions in each other in Java': java(times(2000, (i) => `tide > ${i} ? "${order}" : `) + '""'),
  '2,000 conditions in each other in C#': csharp(times(2000, (i) => `tide > ${i} ? "${order}" : `) + '""'),
  '5,000 texts appended in a row in C#': csharp(
    `new StringBuilder("${order}")` + times(5000, (i) => `.AppendLine("Berth ${i}.")`) + '.ToString()',
  ),
  '5,000 builders in each other in C#': csharp(
    'new StringBuilder().Append('.repeat(5000) + `"${order}"` + ')'.repeat(5000),
  ),
  '2,000 messages of its own class in each other in PHP': php(
    `new Turn('user', `.repeat(2000) + `'${order}'` + ')'.repeat(2000),
  ),
  '5,000 replacements in PHP': php(
    `str_replace([${times(5000, (i) => `'{${i}}'`, ', ')}], $ships, '${order} ${times(5000, (i) => `{${i}}`)}')`,
  ),
  '2,000 replacements in each other in PHP': php(
    `str_replace('berth', $ships[0], `.repeat(2000) + `'${order}'` + ')'.repeat(2000),
  ),
  '10,000 brackets': typescript('('.repeat(10_000) + `'${order}'` + ')'.repeat(10_000)),
  '10,000 brackets in Python': python('('.repeat(10_000) + `"${order}"` + ')'.repeat(10_000)),
  '10,000 lists': typescript('['.repeat(10_000) + `'${order}'` + ']'.repeat(10_000)),
  '10,000 lists in Python': python('['.repeat(10_000) + `"${order}"` + ']'.repeat(10_000)),
  '3,000 objects': typescript('{ content: '.repeat(3000) + `'${order}'` + '}'.repeat(3000)),
  '3,000 dictionaries': python('{"content": '.repeat(3000) + `"${order}"` + '}'.repeat(3000)),
  '5,000 calls in each other': typescript('quay('.repeat(5000) + `'${order}'` + ')'.repeat(5000)),
  '5,000 methods in a row': typescript(`'${order}'` + '.trim()'.repeat(5000)),
  '5,000 methods in a row in Python': python(`"${order}"` + '.strip()'.repeat(5000)),
  '5,000 members in a row': typescript('quay' + '.berth'.repeat(5000)),
  '3,000 conditions in each other': typescript(times(3000, (i) => `tide > ${i} ? '${order}' : `) + `''`),
  '3,000 conditions in each other in Python': python(
    times(3000, (i) => `"${order}" if tide > ${i} else `) + '""',
  ),
  '5,000 alternatives': typescript(times(5000, (i) => `berth${i} ?? `) + `'${order}'`),
  '2,000 functions in each other': typescript(
    'tide()',
    'const tide = ' + '() => { return '.repeat(2000) + `'${order}'` + '}'.repeat(2000),
  ),
  '1,000 blocks in each other': typescript(`'${order}'`, 'if (tide) {'.repeat(1000) + '}'.repeat(1000)),
  '90 blocks in each other in Python': python(
    `"${order}"`,
    times(90, (i) => `${' '.repeat(i)}if tide > ${i}:\n`) + ' '.repeat(90) + 'pass\n',
  ),
  '3,000 calls of the SDK in each other': typescript(
    `client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: `.repeat(3000) +
      `'${order}'` +
      '}] })'.repeat(3000),
  ),
  '2,000 tags': { 'harbour.tsx': 'export const a = ' + '<p title={`'.repeat(500) + '`}/>'.repeat(500) },
};

for (const [name, files] of Object.entries(deep))
  test(`${name}: read to an end`, async () => {
    const report = await reportOf(files);
    assertSound(report, files);
    assert.equal(report.unread.length, 0, JSON.stringify(report.unread));
  });

test('a template nested 50 deep is one text', async () => {
  const files = typescript('`' + 'berth ${`'.repeat(50) + order + '`}'.repeat(50) + '`');
  const report = await reportOf(files);
  assertSound(report, files);
  assert.deepEqual(texts(report), ['berth '.repeat(50) + order]);
});

for (const [name, files] of Object.entries({
  '5,000 pluses': typescript(times(5000, (i) => `'berth ${i} '`, ' + ')),
  '5,000 pluses in Python': python(times(5000, (i) => `"berth ${i} "`, ' + ')),
  '5,000 literals side by side': python(`(${times(5000, (i) => `"berth ${i} "`, '\n')})`),
  '5,000 pluses in Java': java(times(5000, (i) => `"berth ${i} "`, ' + ')),
  '5,000 pluses in C#': csharp(times(5000, (i) => `"berth ${i} "`, ' + ')),
  '5,000 lines joined': typescript(`[${times(5000, (i) => `'berth ${i} '`, ',\n')}].join('')`),
  '5,000 lines joined in Python': python(`"".join([${times(5000, (i) => `"berth ${i} "`, ',\n')}])`),
}))
  test(`${name} are one text`, async () => {
    const report = await reportOf(files);
    assertSound(report, files);
    assert.deepEqual(texts(report), [times(5000, (i) => `berth ${i} `)], `${report.prompts.length} prompts`);
  });

test('10,000 parts, every other one a hole, are one prompt', async () => {
  const files = typescript(times(5000, (i) => `'berth ${i}: ' + ships[${i}]`, ' + '));
  const report = await reportOf(files);
  assertSound(report, files);
  assert.equal(report.prompts.length, 1);
  assert.equal(report.prompts[0]?.segments.length, 10_000);
});

test('a line of a megabyte is counted', async () => {
  const long = 'The tide is high. '.repeat(58_000);
  const files = typescript(`'${order} ${long}'`);
  const report = await reportOf(files);
  assertSound(report, files);
  assert.ok((report.prompts[0]?.tokens.count ?? 0) > 58_000 * 5);
});

test('3,000 prompts in one file are 3,000 prompts', async () => {
  const files = {
    'harbour.ts':
      `import OpenAI from 'openai';\nconst client = new OpenAI();\n` +
      times(
        3000,
        (i) =>
          `export const answer${i} = () => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: '${order} Berth ${i}.' }] });\n`,
      ),
  };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.equal(report.prompts.length, 3000);
});

test('a text on which the parser runs out of memory is named, and the next file is read', async () => {
  const files = { 'a.ts': `// openai\n${'quay<berth,'.repeat(12_000)}`, ...typescript(`'${order}'`) };
  const report = await reportOf(files);
  assert.deepEqual(
    report.unread.map(({ path }) => path),
    ['a.ts'],
  );
  assert.match(report.unread[0]?.why ?? '', /memory/);
  assert.deepEqual(texts(report), [order]);
});
