import type { Random } from '../../core/tokens/random.ts';

/** What a file of the made-up harbour may say, each time another thing: `null` where it may also be missing. */
type Maker = (random: Random) => string | null;

const models = ['gpt-4o', 'gpt-4.1', 'gpt-4o-mini'];
const tones = [
  'Be brief.',
  'Name the berth first.',
  'Never promise a tug.',
  'Answer in the language of the ship.',
];

const asks = (random: Random, body: string): string =>
  `import OpenAI from 'openai';\nconst client = new OpenAI();\n${'// tide\n'.repeat(random.below(3))}` +
  `export function ask(text: string, tone = 'You run a harbour.') {\n  ${body}\n}\n`;

const sends = (model: string): string =>
  `return client.chat.completions.create({ model: '${model}', messages: [{ role: 'system', content: tone }, { role: 'user', content: text }] });`;

/** Files that hand each other's texts on, import each other's constants, and are found by settings that come and go. */
export const makers: Readonly<Record<string, Maker>> = {
  'desk/ask.ts': (random) =>
    asks(random, random.below(3) === 0 ? 'console.log(text, tone);' : sends(random.pick(models))),
  'desk/pass.ts': (random) =>
    random.below(6) === 0
      ? null
      : `import { ask } from './ask';\n${'\n'.repeat(random.below(3))}export const relay = (note: string) => ${random.pick(['ask(note)', 'note.trim()', "ask(note, 'You are the pilot.')"])};\n`,
  'desk/relay.ts': (random) =>
    `import { relay } from './pass';\nexport function forward(words: string) { return ${random.pick(['relay(words)', 'relay(`Ship: ${words}`)', 'words'])}; }\n`,
  'berths/pilot.ts': (random) =>
    `import { forward } from '../desk/relay';\nimport { TONE } from '@texts/tone';\nforward('Which berth is free? ${random.pick(tones)}');\nexport const BERTH_PROMPT = \`You are the harbour master. \${TONE}\`;\n`,
  'berths/tug.ts': (random) =>
    `import { ask } from '../desk/ask';\nimport { RULES } from './rules';\n${random.pick(['', 'export function run(job: string) { return ask(job); }'])}\nask(RULES, '${random.pick(tones)}');\n`,
  'berths/rules.ts': (random) =>
    random.below(4) === 0
      ? null
      : `export const RULES = 'Every tug keeps to the left. ${random.pick(tones)}';\n`,
  'berths/rules/index.ts': (random) =>
    random.below(2) === 0
      ? null
      : `export const RULES = 'Every tug waits its turn. ${random.pick(tones)}';\n`,
  'texts/tone.ts': (random) => `export const TONE = '${random.pick(tones)}';\n`,
  'voices/tone.ts': (random) =>
    random.below(2) === 0 ? null : `export const TONE = 'Sing. ${random.pick(tones)}';\n`,
  'tsconfig.json': (random) =>
    random.below(4) === 0
      ? null
      : `{ "compilerOptions": { "paths": { "@texts/*": ["./${random.pick(['texts', 'voices'])}/*"] } } }`,
  'port/__init__.py': () => '',
  'port/ask.py': (random) =>
    `import anthropic\nclient = anthropic.Anthropic()\n\ndef tell(prompt, limit=${random.below(90)}):\n    ${
      random.below(3) === 0
        ? 'return prompt'
        : 'return client.messages.create(model="claude-sonnet-4-5", max_tokens=limit, messages=[{"role": "user", "content": prompt}])'
    }\n`,
  'port/ships.py': (random) =>
    `from .ask import tell\nfrom .words import GREETING\n\ndef berth(ship):\n    return tell(f"${random.pick(tones)} Ship: {ship}. " + GREETING)\n`,
  'port/words.py': (random) => (random.below(4) === 0 ? null : `GREETING = "${random.pick(tones)}"\n`),
  'go.mod': (random) => (random.below(3) === 0 ? null : 'module harbour.example/port\n'),
  'quay/ask.go': (random) =>
    `package quay\n\nconst tone = "You are the crane driver. ${random.pick(tones)}"\n\nvar craneSystemPrompt = tone + more\n`,
  'quay/more.go': (random) =>
    random.below(3) === 0 ? null : `package quay\n\nconst more = " ${random.pick(tones)}"\n`,
  'quay/extra.go': (random) =>
    random.below(2) === 0 ? null : `package quay\n\nconst most = " ${random.pick(tones)}"\n`,
  'prompts/pilot.md': (random) => `You are the pilot of this harbour. ${random.pick(tones)}\n`,
  'notes.ts': (random) =>
    `import { ask } from './desk/ask';\nexport const note = () => ask('Tide at ${random.below(24)}.');\n`,
};
