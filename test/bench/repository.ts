import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Random } from '../core/tokens/random.ts';

/**
 * Writes a made-up application of `files` source files into `root`, the same on every machine: two in three TypeScript,
 * one in three Python; one in four calls a model, and as many again only look as if they might.
 */
export function makeRepository(root: string, files: number): void {
  rmSync(root, { recursive: true, force: true });
  const random = new Random(2026);
  for (let i = 0; i < files; i++) {
    const language = i % 3 === 2 ? python : typescript;
    const path = join(root, `${random.pick(folders)}/${random.pick(nouns)}${i}.${language.extension}`);
    const parts = Array.from({ length: 6 + random.below(14) }, (_, part) =>
      language.routine(random, `${i}x${part}`),
    );
    if (i % 4 === 0) parts.splice(random.below(parts.length), 0, language.agent(random, i));
    if (i % 4 === 1) parts.unshift(language.lookalike);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${parts.join('\n')}\n`);
  }
}

/** One file of about `lines` lines with prompts all through it. */
export function makeLongFile(lines: number, extension: 'ts' | 'py' = 'ts'): string {
  const language = extension === 'ts' ? typescript : python;
  const random = new Random(7);
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; length < lines; i++) {
    const part = i % 6 === 3 ? language.agent(random, i) : language.routine(random, String(i));
    parts.push(part);
    length += part.split('\n').length;
  }
  return parts.join('\n');
}

const folders = [
  'src/ovens',
  'src/orders',
  'src/counter',
  'src/stock/flour',
  'src/stock/yeast',
  'services/delivery',
  'lib/pricing',
  'app',
];
const nouns = [
  'loaf',
  'crust',
  'batch',
  'order',
  'ledger',
  'recipe',
  'courier',
  'shelf',
  'invoice',
  'season',
];
const adjectives = ['warm', 'fresh', 'stale', 'sliced', 'wholemeal', 'seeded', 'sold', 'frozen'];
const sentences = [
  'You are the night baker of a small bakery and answer questions of its customers.',
  'Name the three loaves that suit the occasion, and say for each how long it keeps.',
  'Never promise a cake for the same day; offer tomorrow morning instead.',
  'When a customer is allergic to nuts, list only what is baked in the second oven.',
  'Answer in the language of the question, in no more than four sentences.',
  'Prices include the deposit for the basket; say so when a basket is part of the order.',
];

interface Language {
  readonly extension: string;
  readonly lookalike: string;
  routine(random: Random, id: string): string;
  agent(random: Random, id: number): string;
}

function prompt(random: Random): string {
  return Array.from({ length: 4 + random.below(20) }, () => random.pick(sentences)).join('\n');
}

const typescript: Language = {
  extension: 'ts',
  lookalike: `export interface Notice { readonly message: string; readonly template: string; readonly description: string }`,
  routine(random, id) {
    const [noun, adjective] = [random.pick(nouns), random.pick(adjectives)];
    return `
/** Keeps the ${adjective} ones and says how many there are. */
export function ${adjective}${id}(${noun}s: readonly { grams: number; name: string; baked: Date }[], limit = ${random.below(900)}): string {
  const kept: string[] = [];
  for (const ${noun} of ${noun}s) {
    if (${noun}.grams < limit) continue;
    const share = Math.round((${noun}.grams / limit) * 100) / 100;
    kept.push(\`\${${noun}.name}: \${share} of \${limit} g\`);
  }
  const total = kept.reduce((sum, line) => sum + line.length, 0);
  return kept.length === 0 ? 'nothing ${adjective} today' : kept.sort().join(', ') + String(total);
}`;
  },
  agent(random, id) {
    return `
import OpenAI from 'openai';
const client${id} = new OpenAI();
const BAKER_PROMPT_${id} = \`${prompt(random)}\`;
export async function answer${id}(question: string, customer: { name: string }) {
  const reply = await client${id}.chat.completions.create({
    model: 'gpt-4o',
    max_tokens: ${100 + random.below(400)},
    messages: [
      { role: 'system', content: BAKER_PROMPT_${id} + \`Today is \${new Date().toISOString()}. ${random.pick(sentences)}\` },
      { role: 'user', content: \`\${customer.name} asks: \${question}\` },
    ],
  });
  return reply.choices[0]?.message.content;
}`;
  },
};

const python: Language = {
  extension: 'py',
  lookalike: `class Notice:\n    """A message with its template and its description."""\n    message = ""\n    template = ""\n`,
  routine(random, id) {
    const [noun, adjective] = [random.pick(nouns), random.pick(adjectives)];
    return `
def ${adjective}_${id}(${noun}s, limit=${random.below(900)}):
    """Keep the ${adjective} ones and say how many there are."""
    kept = []
    for ${noun} in ${noun}s:
        if ${noun}["grams"] < limit:
            continue
        share = round(${noun}["grams"] / limit, 2)
        kept.append(f"{${noun}['name']}: {share} of {limit} g")
    total = sum(len(line) for line in kept)
    return ", ".join(sorted(kept)) + str(total) if kept else "nothing ${adjective} today"
`;
  },
  agent(random, id) {
    return `
import anthropic

client_${id} = anthropic.Anthropic()
BAKER_PROMPT_${id} = """${prompt(random)}"""


def answer_${id}(question, customer):
    reply = client_${id}.messages.create(
        model="claude-sonnet-4-5",
        max_tokens=${100 + random.below(400)},
        system=BAKER_PROMPT_${id},
        messages=[{"role": "user", "content": f"{customer.name} asks: {question}"}],
    )
    return reply.content[0].text
`;
  },
};
