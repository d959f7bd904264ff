import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serialize } from 'node:v8';
import { reportOf, texts } from './memory.ts';
import { assertSound } from './sound.ts';

const order = 'You are the harbour master. Name the berth and the tide.';

const send = (value: string): string => `import OpenAI from 'openai';
const client = new OpenAI();
export const answer = () => client.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'system', content: ${value} }] });
`;
const sendPython = (value: string): string => `from openai import OpenAI
client = OpenAI()
client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": ${value}}])
`;

test('files that import each other are both read', async () => {
  const files = {
    'quay.ts': `import { tide } from './tide';\nexport const quay = '${order} ' + tide;\n${send('quay')}`,
    'tide.ts': `import { quay } from './quay';\nexport const tide = 'High at noon.';\nexport const both = quay + tide;\n${send('both')}`,
  };
  const report = await reportOf(files);
  assertSound(report, files);
  const sent = texts(report);
  assert.ok(sent.includes(`${order} High at noon.`), JSON.stringify(sent));
  assert.ok(sent.includes(`${order} High at noon.High at noon.`), JSON.stringify(sent));
});

const circles: Readonly<Record<string, Record<string, string>>> = {
  'a name that is itself': { 'a.ts': `const tide = tide;\n${send('tide')}` },
  'two names that are each other': {
    'a.ts': `const tide = quay + '.'; const quay = tide + '.';\n${send('tide')}`,
  },
  'a name imported from the file itself': {
    'a.ts': `import { tide } from './a';\nexport { tide };\n${send('tide')}`,
  },
  'exports that lead in a circle': {
    'a.ts': `export { tide } from './b';\n${send("'The tide: ' + tide")}`,
    'b.ts': `export { tide } from './c';\n`,
    'c.ts': `export { tide } from './b';\n`,
  },
  'star exports in a circle': {
    'a.ts': `import { tide } from './b';\n${send('tide')}`,
    'b.ts': `export * from './c';\n`,
    'c.ts': `export * from './b';\nexport * from './c';\n`,
  },
  'star imports in a circle': {
    'a.py': `from b import *\n${sendPython('TIDE')}`,
    'b.py': `from a import *\nfrom b import *\n`,
  },
  'a package that imports itself': {
    'quay/__init__.py': `from . import quay\nfrom .quay import TIDE\nimport quay\n${sendPython('TIDE')}`,
    'quay/quay.py': `from . import *\nfrom quay import TIDE\n`,
  },
  'a function that calls itself': {
    'a.ts': `function tide(n: number): string { return 'High, ' + tide(n - 1); }\n${send('tide(3)')}`,
  },
  'functions that call each other': {
    'a.ts': `const tide = (n: number) => 'high ' + ebb(n);\nconst ebb = (n: number) => 'low ' + tide(n);\n${send('tide(3)')}`,
  },
  'a function that calls itself twice': {
    'a.py': `def tide(n):\n    return tide(n - 1) + "." + tide(n - 2)\n${sendPython('tide(30)')}`,
  },
  'a function that returns itself': { 'a.ts': `const tide = () => tide;\n${send('tide()()()()')}` },
  'text added to itself': {
    'a.py': `tide = "${order}"\ntide += tide\ntide = tide + tide\n${sendPython('tide')}`,
  },
  'a class that extends itself': {
    'a.py': `class Quay(Quay):\n    tide = Quay.tide\n${sendPython('Quay().tide')}`,
  },
  'classes that extend each other': {
    'a.py': `class Quay(Tide):\n    pass\nclass Tide(Quay):\n    pass\n${sendPython('Quay.master')}`,
  },
  'an object that holds itself': {
    'a.ts': `const quay = { tide: quay.tide, ...quay };\n${send('quay.tide')}`,
  },
  'messages that hold themselves': {
    'a.ts': `import OpenAI from 'openai';
const client = new OpenAI();
const messages = [...messages, { role: 'system', content: '${order}' }];
client.chat.completions.create({ model: 'gpt-4o', messages });
`,
  },
  'a default that is the parameter': {
    'a.ts': `function tide(master = master) { return client.chat.completions.create({ model: master, messages: [{ role: 'system', content: master }] }); }\n${send("'x'")}`,
  },
};

for (const [name, files] of Object.entries(circles))
  test(`${name}: read to an end`, async () => {
    const report = await reportOf(files);
    assertSound(report, files);
    assert.equal(report.files, Object.keys(files).length);
  });

test('a chain of 2,000 files is followed as far as it may be, and ends', async () => {
  const files: Record<string, string> = { 'f0.ts': `export const tide0 = '${order}';\n` };
  for (let i = 1; i < 2000; i++)
    files[`f${i}.ts`] =
      `import { tide${i - 1} } from './f${i - 1}';\nexport const tide${i} = tide${i - 1};\n`;
  files['last.ts'] =
    `import { tide1999 } from './f1999';\nimport { tide20 } from './f20';\n${send('tide20')}${send("'See: ' + tide1999")}`;
  const report = await reportOf(files);
  assertSound(report, files);
  assert.ok(texts(report).includes(order), 'a chain of twenty is not too long');
});

test('imports never lead out of the workspace', async () => {
  const outside = [
    '../../../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    '..\\..\\tide',
    '',
    '.',
    '..',
    './',
    '\0',
  ];
  const files = {
    'a.ts': outside
      .map((path, i) => `import tide${i} from ${JSON.stringify(path)};\n${send(`tide${i}`)}`)
      .join(''),
    'b.py': `from ............ import tide\nfrom . import tide2\nfrom .. import a\n${sendPython('tide + tide2')}`,
  };
  const report = await reportOf(files);
  assertSound(report, files);
});

test('a text that doubles sixty times over is not written out', async () => {
  const doubling = Array.from({ length: 60 }, (_, i) => `const tide${i + 1} = tide${i} + tide${i};`).join(
    '\n',
  );
  const files = { 'a.ts': `const tide0 = '${order.repeat(50)}';\n${doubling}\n${send('tide60')}` };
  const report = await reportOf(files);
  assertSound(report, files);
  const characters = report.prompts
    .flatMap((prompt) => prompt.segments)
    .reduce((sum, segment) => sum + (segment.kind === 'text' ? segment.text.length : 0), 0);
  assert.ok(characters < 20_000_000, `${characters} characters were made of ${files['a.ts'].length}`);
});

test('sixty conditions in a row are not multiplied out', async () => {
  const choices = Array.from(
    { length: 60 },
    (_, i) => `const tide${i + 1} = ships > ${i} ? tide${i} + 'a' : tide${i} + 'b';`,
  ).join('\n');
  const files = { 'a.ts': `const tide0 = '${order}';\n${choices}\n${send('tide60')}` };
  assertSound(await reportOf(files), files);
});

test('three hundred conditions that each add to the text do not double it each time', async () => {
  const adding = Array.from({ length: 300 }, (_, i) => `if ships > ${i}:\n    tide = tide + "Berth ${i}. "`);
  const files = { 'a.py': `tide = "${order}"\n${adding.join('\n')}\n${sendPython('tide')}` };
  const report = await reportOf(files);
  assertSound(report, files);
  const written = serialize(report.prompts).length;
  assert.ok(written < 3_000_000, `${written} bytes were made of ${files['a.py'].length}`);
});

test('a text repeated a billion times is not written out', async () => {
  const huge = [
    `'${order}'.repeat(1e9)`,
    `'${order}'.padEnd(1e9)`,
    `'${order}'.replaceAll('', '${order}'.repeat(1e9))`,
    `Array(1e9).fill('${order}').join('')`,
  ];
  const hugePython = [
    `"${order}" * 10**9`,
    `"%1000000000d ${order}" % 1`,
    `f"{1:>1000000000} ${order}"`,
    `"{:>1000000000} ${order}".format(1)`,
    `"${order}".ljust(10**9)`,
  ];
  const files = { 'a.ts': huge.map(send).join(''), 'a.py': hugePython.map(sendPython).join('') };
  assertSound(await reportOf(files), files);
});

test('a pattern in the source is never run', async () => {
  const files = {
    'a.ts': send(`'${'a'.repeat(60)}!'.replace(/^(a+)+$/, 'x').split(/(a|aa)+$/).join('')`),
    'a.py': `import re\n${sendPython(`re.sub(r"^(a+)+$", "x", "${'a'.repeat(60)}!")`)}`,
  };
  assertSound(await reportOf(files), files);
});
