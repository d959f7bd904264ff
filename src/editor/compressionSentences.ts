import type { Level } from '../core/compress/lexicons/lexicon.ts';
import type { Protection } from '../core/compress/protect.ts';
import type { EngineSetting } from './options.ts';
import { countWords } from '../report/words.ts';

/** What the editor says of how a prompt could be shorter. Text only. */
export const sayOfCompression = {
  tab: (id: string) => `Compress: ${id.slice(id.indexOf('#') + 1)}`,
  link: 'Compress…',
  lens: 'compress…',
  lensTooltip: 'Say the same with fewer tokens, edit by edit',
  action: 'Compress this prompt…',
  title: (name: string, path: string) => `${name} in ${path}, with fewer tokens`,
  summary: (before: number, after: number, saved: string | null) => {
    if (before === after) return `${countWords(before)} tokens, and nothing taken that saves any.`;
    const share = (((before - after) / before) * 100).toFixed(1);
    const money = saved === null ? '' : `, ${saved}`;
    return `${countWords(before)} → ${countWords(after)} tokens (−${share} %)${money}. Every constraint, placeholder, number and quotation was checked and is still there.`;
  },
  saves: (tokens: number) => (tokens === 1 ? '1 token' : `${countWords(tokens)} tokens`),
  stayed: 'Stays as it was: something that the prompt asks for would be lost without its neighbours.',
  unwritten: (why: string) => `The file stays as it is: ${why}.`,
  failed: (why: string) => `The prompt could not be compressed: ${why}.`,
  /** @param why fragments of host and core end with what to do. */
  notScored: (why: string) => `LLMLingua-2 could not shorten the prompt: ${why}.`,
  stale: 'The text has changed since it was compressed.',
  experimental:
    'LLMLingua-2 is experimental here: what constrains, names, numbers and placeholders were checked, but nobody has measured what else instructions lose by it. Read what is left.',
  slow: (why: string) =>
    `The model runs as WebAssembly, several times slower than native code, because of that ${why}.`,
  changedMeanwhile:
    'Nothing was changed: the file is not what it was when the edits were made. Look at the page again, it has new ones.',
  notApplied: 'Nothing was changed: the editor did not take the edit. Is the file read-only?',
  working: 'PromptMeter compresses the prompt',
  diffTitle: (name: string) => `${name}: now ↔ compressed`,
  evaluationTitle: 'Where the A/B evaluation goes',
  rewriting: (name: string, model: string) => `${model} says ${name} shorter`,
  section: (done: number, total: number) => `section ${Math.min(done + 1, total)} of ${total}`,
  pickLanguageModel: 'The language model that says the prompt shorter; it is sent the text of the prompt',
  noLanguageModel:
    'No language model is available in this editor. Install an extension that brings one, such as GitHub Copilot, and sign in; or run promptmeter compress --engine rewrite with an endpoint of your own.',
  justification: 'To say the prompt that you chose with fewer tokens.',
  notRewritten: (lost: readonly string[]) =>
    lost.length === 0
      ? 'The model found nothing to say shorter.'
      : `Nothing was taken: what the model wrote lost ${lost.slice(0, 3).join(', ')}.`,
  partlyRewritten: (lost: readonly string[]) =>
    `Some of the prompt stays as it was, because what the model wrote lost ${[...new Set(lost)].slice(0, 3).join(', ')}.`,
  applied: '$(check) Compressed. Undo brings all of it back.',
  kinds: {
    whitespace: 'blanks',
    phrases: 'wording',
    relatives: 'relative clause',
    complementizers: '“that”',
    manners: 'wording',
    owners: 'wording',
    distributives: 'wording',
    subjects: 'said before',
    labels: 'label',
    etcetera: 'said twice',
    charges: 'wording',
    roles: 'said before',
    addressees: 'who is told',
    articles: 'article',
    contractions: 'written as one word',
    duplicates: 'said before',
    json: 'JSON',
    tables: 'table',
    rulers: 'ruler',
    rewrite: 'rewritten section',
    llmlingua2: 'scored low',
  } as Readonly<Record<string, string>>,
  engines: {
    lexical: {
      name: 'Rules',
      text: 'Nothing is loaded; every edit means the same, and the same text always has the same edits',
    },
    llmlingua2: {
      name: 'LLMLingua-2 (experimental)',
      text: 'A small model on this machine scores words, and those go that it scores low; it is fetched once you have agreed',
    },
  } satisfies Record<EngineSetting, { name: string; text: string }>,
  rate: (percent: number) => ({
    name: `Keep ${percent} %`,
    text: `About ${percent} % of the tokens stay; what constrains stays in any case`,
  }),
  levels: {
    safe: {
      name: 'Safe',
      text: 'Blanks, JSON, tables, repeated lines, and wordy phrases of the same meaning',
    },
    balanced: { name: 'Balanced', text: 'Besides: what leads up to an instruction, and whom it tells' },
    aggressive: { name: 'Aggressive', text: 'Besides: articles and words that only strengthen others' },
  } satisfies Record<Level, { name: string; text: string }>,
  kept: (kind: string, count: number) => `${countWords(count)} ${nounOf(kind, count)}`,
} as const;

function nounOf(kind: string, count: number): string {
  const found = (nouns as Readonly<Record<string, readonly [string, string]>>)[kind];
  if (found === undefined) return kind;
  return count === 1 ? found[0] : found[1];
}

const nouns = {
  placeholder: ['placeholder', 'placeholders'],
  keep: ['marked text', 'marked texts'],
  code: ['piece of code', 'pieces of code'],
  example: ['line of an example', 'lines of examples'],
  tag: ['tag', 'tags'],
  url: ['address', 'addresses'],
  path: ['path', 'paths'],
  quotation: ['quotation', 'quotations'],
  heading: ['heading or list mark', 'headings and list marks'],
  number: ['number', 'numbers'],
  identifier: ['identifier', 'identifiers'],
  capitals: ['word in capitals', 'words in capitals'],
  symbol: ['symbol', 'symbols'],
  pattern: ['text of the configuration', 'texts of the configuration'],
} as const satisfies Record<Protection, readonly [string, string]>;
