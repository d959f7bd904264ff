import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf, texts } from './memory.ts';
import { assertSound } from './sound.ts';

const system = 'You are the harbour master. Answer in one short sentence and name the berth.';
const head = `import OpenAI from 'openai';\nconst client = new OpenAI();\n`;
const call = `export async function berth(ship: string) {
  return client.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'system', content: '${system}' }, { role: 'user', content: ship }],
  });
}
`;
const pythonCall = `from openai import OpenAI
client = OpenAI()

def berth(ship):
    return client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "system", "content": "${system}"}, {"role": "user", "content": ship}],
    )
`;

/** What a person leaves behind in the middle of typing. */
const unfinished: Readonly<Record<string, string>> = {
  'a function that is never closed, after the call': `${head}${call}function tide( {\n`,
  'a stray bracket before the call': `${head}const x = );\n${call}`,
  'an object that is never closed, before the call': `${head}const ship = { name: 'Aurora',\n\n${call}`,
  'conflict marks': `${head}<<<<<<< HEAD\nconst a = 1;\n=======\nconst a = 2;\n>>>>>>> tide\n${call}`,
  'a keyword alone on its line': `${head}const\n\n${call}`,
  'half a call above': `${head}client.chat.completions.create({ model: \n\n${call}`,
};

for (const [name, source] of Object.entries(unfinished))
  test(`the prompt is still found: ${name}`, async () => {
    const files = { 'harbour.ts': source };
    const report = await reportOf(files);
    assertSound(report, files);
    assert.ok(
      texts(report).includes(system),
      `found only ${JSON.stringify(texts(report))}; unread: ${JSON.stringify(report.unread)}`,
    );
  });

const unfinishedPython: Readonly<Record<string, string>> = {
  'a def without a body, after the call': `${pythonCall}\ndef tide(:\n`,
  'an indented line that belongs nowhere': `${pythonCall}\n        pilots = 3\n`,
  'a stray bracket after the call': `${pythonCall}\nx = )\n`,
  'tabs and spaces mixed': `${pythonCall}\ndef a():\n\tb = 1\n        c = 2\n`,
  'Python 2': `print "moored"\n${pythonCall}`,
};

for (const [name, source] of Object.entries(unfinishedPython))
  test(`the prompt is still found in Python: ${name}`, async () => {
    const files = { 'harbour.py': source };
    const report = await reportOf(files);
    assertSound(report, files);
    assert.ok(texts(report).includes(system), `found only ${JSON.stringify(texts(report))}`);
  });

const hopeless: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'one quote': '"',
  'one backtick': '`',
  'an interpolation without an end': '`tide ${',
  'three quotes': '"""',
  'a comment without an end': '/* messages.create',
  'brackets that close only': ')'.repeat(2000),
  'brackets that open only': '('.repeat(2000),
  'escapes cut short': 'const prompt = "\\u{110000} \\u12 \\x \\',
  'another language': '#include <stdio.h>\nint main(void) { printf("messages.create openai"); }\n',
  'line ends of every kind': '\r\r\n\n\u2028\u2029\v\f',
  markup: '<html><body>openai prompt {{ messages }}</body></html>',
};

for (const path of ['harbour.ts', 'harbour.tsx', 'harbour.js', 'harbour.jsx', 'harbour.py'])
  test(`text that is no ${path.slice(path.lastIndexOf('.') + 1)} is read without a word`, async () => {
    for (const [name, source] of Object.entries(hopeless)) {
      const files = { [path]: source };
      const report = await reportOf(files);
      assertSound(report, files);
      assert.deepEqual(report.unread, [], name);
    }
  });

test('what stands in one broken file costs nothing of the next', async () => {
  const files = { 'broken.ts': '`${'.repeat(100), 'sound.ts': head + call };
  const report = await reportOf(files);
  assertSound(report, files);
  assert.ok(texts(report).includes(system));
});
