import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportOf, texts } from '../../hostile/memory.ts';
import { found } from './sdks/found.ts';

const ask = `const { OpenAI } = require('openai');
const { MODEL } = require('./settings');
const client = new OpenAI();
async function ask(system) {
  return client.chat.completions.create({ model: MODEL, messages: [{ role: 'system', content: system }] });
}
`;
const settings = `module.exports = { MODEL: 'gpt-4o-mini', greeting: 'You greet each ship by its name.' };`;

describe('modules that are required', () => {
  const imports: readonly (readonly [string, string])[] = [
    ['taken apart', `const { GoogleGenerativeAI } = require('@google/generative-ai');`],
    [
      'under another name',
      `const { GoogleGenerativeAI: Other } = require('@google/generative-ai'); const GoogleGenerativeAI = Other;`,
    ],
    ['as one member', `const GoogleGenerativeAI = require('@google/generative-ai').GoogleGenerativeAI;`],
    ['when they are needed', `const { GoogleGenerativeAI } = await import('@google/generative-ai');`],
    ['in brackets', `const GoogleGenerativeAI = (await import('@google/generative-ai')).GoogleGenerativeAI;`],
  ];
  for (const [how, line] of imports)
    it(`are known by their name: ${how}`, async () => {
      const source = `${line}
const model = new GoogleGenerativeAI(key).getGenerativeModel({ model: 'gemini-2.5-flash' });
await model.generateContent('Name the ship at the quay.');`;
      assert.deepEqual(await found('harbour/quay.mjs', source), [
        'user google gemini-2.5-flash: Name the ship at the quay.',
      ]);
    });

  const exported: readonly (readonly [string, string, string])[] = [
    ['a list of names', `module.exports = { ask };`, `const { ask } = require('./ask'); ask`],
    ['another name', `module.exports = { say: ask };`, `const { say } = require('./ask'); say`],
    ['one by one', `exports.say = ask;`, `const desk = require('./ask'); desk.say`],
    [
      'on the module',
      `module.exports.say = ask;`,
      `require('./ask').say; const { say } = require('./ask'); say`,
    ],
    ['one value', `module.exports = ask;`, `const ask = require('./ask'); ask`],
    ['both at once', `exports = module.exports = ask;`, `const ask = require('./ask'); ask`],
    ['one value, to an import', `module.exports = ask;`, `import ask from './ask'; ask`],
  ];
  for (const [how, line, call] of exported)
    it(`give what they say: ${how}`, async () => {
      const report = await reportOf({
        'harbour/ask.js': ask + line,
        'harbour/settings.js': settings,
        'harbour/quay.js': `${call}('You tell ships where to moor.');`,
      });
      assert.deepEqual(
        report.prompts.map(({ path, role, model }) => [path, role, model?.id]),
        [['harbour/quay.js', 'system', 'gpt-4o-mini']],
      );
    });

  it('give a function without a name, that is called like its file', async () => {
    const report = await reportOf({
      'harbour/log/index.js': `const OpenAI = require('openai');
module.exports = async (text) => new OpenAI().responses.create({ model: 'gpt-4o', input: text });`,
      'harbour/quay.js': `const log = require('./log'); log(\`Log in one line that \${ship} came in.\`);`,
    });
    assert.deepEqual(texts(report), ['Log in one line that {} came in.']);
  });

  it('give texts to those that send them', async () => {
    const report = await reportOf({
      'harbour/ask.js': `${ask}module.exports = { ask };`,
      'harbour/settings.js': settings,
      'harbour/quay.js': `const { ask } = require('./ask');
const texts = require('./settings');
ask(texts.greeting);`,
    });
    assert.deepEqual(texts(report), ['You greet each ship by its name.']);
  });

  it('that require each other, or themselves, end', async () => {
    const report = await reportOf({
      'harbour/a.js': `module.exports = require('./b'); exports.ask = require('./a').ask;`,
      'harbour/b.js': `module.exports = require('./a');`,
      'harbour/quay.js': `const { ask } = require('./b'); ask('You tell ships where to moor.');`,
    });
    assert.deepEqual(report.unread, []);
  });
});

describe('what goes over a list that is written out', () => {
  const ships = `[{ name: 'Alma', orders: 'You moor at the north quay.' }, { name: 'Ida', orders: 'You wait for the tide.' }]`;
  const sources: Readonly<Record<string, string>> = {
    'harbour/a.js': `for (const ship of SHIPS) send(ship.orders);`,
    'harbour/b.js': `SHIPS.map(ship => { const orders = ship.orders; return send(orders); });`,
    'harbour/c.ts': `const ships = SHIPS; ships.forEach((ship, i) => send(ship.orders));`,
  };
  const send = `import OpenAI from 'openai';
const send = (text) => new OpenAI().responses.create({ model: 'gpt-4o', instructions: text, input: 'Ahoy' });
`;
  for (const [path, source] of Object.entries(sources))
    it(`is each of its items: ${path}`, async () => {
      assert.deepEqual(texts(await reportOf({ [path]: send + source.replace('SHIPS', ships) })), [
        'Ahoy',
        'You moor at the north quay.',
        'You wait for the tide.',
      ]);
    });

  it('is one of its texts, in a text around it', async () => {
    const source = `from openai import OpenAI
for quay in ["north", "south"]:
    OpenAI().responses.create(model="gpt-4o", input=f"Who moors at the {quay} quay?")`;
    const report = await reportOf({ 'harbour/quays.py': source });
    const arms = report.prompts.flatMap(({ segments }) =>
      segments.flatMap((one) => (one.kind === 'hole' ? (one.arms?.length ?? 0) : [])),
    );
    assert.deepEqual(arms, [2]);
  });

  it('is no number of an item, and no item of a list that nobody sees', async () => {
    const source = `for (const i in ['You moor at the quay.']) send(i);
for (const ship of await load()) send(ship.orders);
for (const ship of [...more, 'You moor at the quay.']) send(ship);`;
    assert.deepEqual(texts(await reportOf({ 'harbour/none.js': send + source })), ['Ahoy']);
  });
});

describe('a value that is taken out of another one', () => {
  it('changes as that does', async () => {
    const source = `export async function moor(req) {
  const { ship } = req.body;
  const systemPrompt = \`You tell the ship \${ship} where to moor, and who will take its lines there.\`;
  return ask(systemPrompt);
}`;
    const report = await reportOf({ 'harbour/moor.js': source });
    const [hole] = report.prompts.flatMap(({ segments }) => segments.filter(({ kind }) => kind === 'hole'));
    assert.ok(hole?.kind === 'hole');
    assert.deepEqual([hole.varies, hole.because], ['request', 'request']);
  });
});

describe('a parameter of the function that writes a text', () => {
  const variesIn = async (source: string): Promise<string[]> => {
    const report = await reportOf({ 'harbour/moor.py': source });
    return report.prompts.flatMap(({ segments }) =>
      segments.flatMap((segment) =>
        segment.kind === 'hole' ? [`${segment.varies}: ${segment.because}`] : [],
      ),
    );
  };

  it('is another one with each call', async () => {
    assert.deepEqual(
      await variesIn('def moor_prompt(ship):\n    return f"You tell {ship} where to moor, and when."'),
      ['request: parameter'],
    );
  });

  it('is not where it has a value to fall back on, is a setting, or makes what lasts', async () => {
    const lasting = [
      'def moor_prompt(quay="north"):\n    return f"You tell ships to moor at the quay {quay}, and when."',
      'def moor_prompt(language):\n    return f"You tell ships in {language} where to moor, and when."',
      'def make_pilot_agent(quay):\n    instructions = f"You guide ships to the quay {quay}, slowly."\n    return Agent(instructions)',
      'class Pilot:\n    def __init__(self, quay):\n        self.prompt = f"You guide ships to the quay {quay}, slowly."',
      'class Pilot:\n    def moor_prompt(self):\n        return f"You guide ships to the quay {self.quay}, slowly."',
    ];
    for (const source of lasting) assert.deepEqual(await variesIn(source), ['unknown: parameter'], source);
  });
});

describe('a member of one of several objects', () => {
  it('is what any of them has under the name', async () => {
    const source = `import OpenAI from 'openai';
let pilot = {};
if (night) pilot = { orders: 'You guide ships by their lights.' };
else pilot = { orders: 'You guide ships by their flags.' };
await new OpenAI().responses.create({ model: 'gpt-4o', instructions: pilot.orders });`;
    assert.deepEqual(await found('harbour/pilot.ts', source), [
      'system openai gpt-4o: You guide ships by their lights.',
      'system openai gpt-4o: You guide ships by their flags.',
    ]);
  });

  it('is looked for in an end, where each leads to the next', async () => {
    const report = await reportOf({
      'harbour/queue.py': `from openai import OpenAI
class Queue:
    def __init__(self, first):
        self.ship = Ship(first)
    def advance(self):
        self.ship = self.ship.next
    def keep(self, other):
        self.pilot = self.pilot if self.pilot else other
    def ask(self):
        return OpenAI().responses.create(model="gpt-4o", instructions=self.ship.orders, input=self.pilot.orders)`,
    });
    assert.deepEqual(report.unread, []);
  });

  it('is not known where one of them is not', async () => {
    const source = `import OpenAI from 'openai';
const pilot = night ? { orders: 'You guide ships by their lights.' } : await load();
await new OpenAI().responses.create({ model: 'gpt-4o', input: \`Go. \${pilot.orders}\` });`;
    assert.deepEqual(await found('harbour/pilot.ts', source), ['user openai gpt-4o: Go. {pilot.orders}']);
  });
});
