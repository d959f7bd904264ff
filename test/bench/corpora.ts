import { readFileSync } from 'node:fs';

export type CorpusName = 'prose' | 'code' | 'cjk';
export const corpusNames: readonly CorpusName[] = ['prose', 'code', 'cjk'];

/** UTF-16 units of a corpus. */
const length = 224 * 1024;

/** Real texts of packages that are installed anyway, so that every machine with the same lock file measures the same. */
export function corpus(name: CorpusName): string {
  const text = sources[name].map((path) => read(path)).join('\n\n');
  if (text.length < length) throw new Error(`${name}: only ${text.length} characters of text are installed`);
  return text.slice(0, length);
}

const readmes = [
  'ajv',
  'yaml',
  'picomatch',
  'mocha',
  'ignore',
  'jsonc-parser',
  'gpt-tokenizer',
  'tiktoken',
  'web-tree-sitter',
  'eslint',
  'smol-toml',
];
const messages = (language: string) => `typescript/lib/${language}/diagnosticMessages.generated.json`;

const sources = {
  prose: [...readmes.map((name) => `${name}/README.md`), messages('fr'), messages('de'), messages('es')],
  code: [
    'eslint/lib/linter/linter.js',
    'yaml/dist/compose/compose-node.js',
    'js-tiktoken/dist/lite.cjs',
    'typescript/lib/lib.es5.d.ts',
    'typescript/lib/lib.dom.d.ts',
  ],
  cjk: [messages('zh-cn'), messages('ja'), messages('ko')],
} satisfies Record<CorpusName, string[]>;

/** Of TypeScript's translated messages the sentences alone; equal shares of each language come from cutting them. */
function read(path: string): string {
  const text = readFileSync(`node_modules/${path}`, 'utf8');
  if (!path.endsWith('.json')) return text;
  return Object.values(JSON.parse(text) as Record<string, string>)
    .join('\n')
    .slice(0, 88 * 1024);
}
