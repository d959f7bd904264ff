import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../core/tokens/random.ts';
import type { Sandbox } from './console.ts';
import { agent } from './gateHarbour.ts';
import { git } from './git.ts';

const sentences = [
  'You are the harbour master.',
  'Answer briefly, in the language of the captain.',
  'Name the berth, the tide and the tug of every ship that asks.',
  'In order to find a berth, ask for the length of the ship prior to anything else.',
  'Never forget the fog: “slow” means three knots.',
  'Explain every rule in great detail.',
];

/** A harbour of files that use each other, and what people do to it from one commit to the next. */
export class HarbourEdits {
  readonly #sandbox: Sandbox;
  readonly #random: Random;
  readonly #files = new Map<string, string>();
  /** What once stood somewhere, so that it may stand there again. */
  readonly #past: (readonly [path: string, text: string])[] = [];

  constructor(sandbox: Sandbox, random: Random) {
    this.#sandbox = sandbox;
    this.#random = random;
    for (const path of Object.keys(kinds)) this.#write(path, this.#textFor(path));
    git(['init', '-q'], sandbox.root);
    this.stage();
    git(['commit', '-qm', 'Begin'], sandbox.root);
  }

  stage(): void {
    git(['add', '-A'], this.#sandbox.root);
  }

  /** Does one thing to the files. @returns what. */
  edit(): string {
    const [path, text] = this.#random.pick([...this.#files]);
    const what = this.#random.pick([
      'reword',
      'reword',
      'comment',
      'move',
      'remove',
      'restore',
      'add',
    ] as const);
    if (what === 'comment') this.#write(path, `${text}${remarks[endingOf(path)] ?? '\n'}`);
    if (what === 'reword') this.#write(path, this.#textFor(path));
    if (what === 'add') this.#write(...this.#added());
    if (what === 'restore') this.#write(...this.#random.pick(this.#past));
    const isNeeded = path === configuration || this.#files.size < 5;
    if (what === 'move' && !isNeeded) this.#write(`moved/${path.replaceAll('/', '-')}`, text);
    if ((what === 'move' || what === 'remove') && !isNeeded) {
      this.#files.delete(path);
      rmSync(join(this.#sandbox.root, path));
    }
    return `${what} ${path}`;
  }

  #added(): [string, string] {
    const path = this.#random.pick(Object.keys(kinds));
    return [path, this.#textFor(path)];
  }

  #textFor(path: string): string {
    const said = Array.from({ length: 1 + this.#random.below(4) }, () => this.#random.pick(sentences)).join(
      ' ',
    );
    return (kinds[path] ?? ((words: string) => words))(said, this.#random);
  }

  #write(path: string, text: string): void {
    this.#files.set(path, text);
    this.#past.push([path, text]);
    this.#sandbox.write(path, text);
  }
}

const configuration = 'promptmeter.config.json';

/** Each file, made of what it says. */
const kinds: Readonly<Record<string, (said: string, random: Random) => string>> = {
  [configuration]: (_, random) =>
    JSON.stringify({
      pricing: { asOf: '2026-11-01' },
      budgets: [{ prompts: '**', maxTokens: random.pick([20, 40, 4000]), maxIncrease: '10%' }],
      rules: random.pick([{}, { 'filler-phrase': 'error' }, { 'filler-phrase': 'off' }]),
      failOn: random.pick(['warning', 'info']),
    }),
  'src/agent.ts': agent,
  'src/tide.ts': (said) => `export const TIDE = ${JSON.stringify(said)};\n`,
  'src/pilot.ts': (said) =>
    `import { TIDE } from './tide';\n${agent(said).replace(JSON.stringify(said), `\`\${TIDE} ${said}\``)}`,
  'src/send.ts': () => agent('text').replace('() =>', '(text: string) =>').replace('"text"', 'text'),
  'src/fog.ts': (said) =>
    `import { ask } from './send';\nexport const fog = () => ask(${JSON.stringify(said)});\n`,
  'desk/berth.py': (said) => `BERTH_PROMPT = """${said}\n{question}"""\n`,
  'desk/clerk.py': () =>
    'from openai import OpenAI\nfrom desk.berth import BERTH_PROMPT\n\n\ndef ask(question):\n    return OpenAI().responses.create(model="gpt-4.1", input=BERTH_PROMPT.format(question=question))\n',
  'prompts/tug.prompt.md': (said) => `# Tugs\n\n${said}\n`,
  'notes/quay.md': (said) => `${said}\n`,
};

const remarks: Readonly<Record<string, string>> = { ts: '// steady\n', py: '# steady\n', json: '\n' };

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
