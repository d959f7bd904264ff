import type { Range } from '../../text.ts';
import { DecodedBuilder, slice, type Decoded } from '../decoded.ts';
import { withoutMargin } from '../margin.ts';
import { contents, type Format, type Part } from './format.ts';

/**
 * BAML: functions whose prompt is a template of Jinja between `#"` and `"#`, taken without its margin and the empty
 * lines around it; `{{ _.role("user") }}` begins a message. The client of a function names a model, or a client of the
 * same file or of `clients.baml` beside it does. Source: docs.boundaryml.com/ref/baml (read 2026-11).
 */
export const baml: Format = {
  id: 'baml',
  language: () => 'baml',
  known: true,
  matches: (path) => path.endsWith('.baml'),
  companions: ['clients.baml'],
  read({ text, beside }) {
    const { functions, models } = declared(text);
    const others = functions.every(
      ({ client }) => client === null || client.includes('/') || models.has(client),
    )
      ? new Map<string, string>()
      : declared(beside('clients.baml') ?? '').models;
    return contents(
      functions.flatMap(({ name, client, prompt }) => {
        const model = client?.includes('/')
          ? client.slice(client.indexOf('/') + 1)
          : (models.get(client ?? '') ?? others.get(client ?? ''));
        return messages(name, withoutFrame(text, prompt)).map((part) =>
          model === undefined ? part : { ...part, model },
        );
      }),
    );
  },
};

interface Prompted {
  readonly name: string;
  readonly client: string | null;
  readonly prompt: Range;
}

/** What matters of a file, one after the other; comments and other strings are passed over. */
const tokens =
  /\/\/[^\n]*|\b(function|template_string|client<llm>|class|enum|test|generator|retry_policy)\s+(\w+)|\bclient\s+"?([\w./:@-]+)"?|\bmodel\s+"?([\w./:@-]+)"?|(\bprompt\s{1,100})?(?<!#)(#{1,20})"|"(?:[^"\\\n]|\\.)*"/g;

function declared(text: string): { functions: readonly Prompted[]; models: ReadonlyMap<string, string> } {
  const models = new Map<string, string>();
  const functions: { name: string; client: string | null; prompt: Range }[] = [];
  let [kind, name]: readonly (string | undefined)[] = [];
  let client: string | null = null;
  /** Of the function that is being read. */
  let first = 0;
  const find = new RegExp(tokens);
  for (let match = find.exec(text); match !== null; match = find.exec(text)) {
    const [whole, keyword, called, ofClient, model, prompt, hashes] = match;
    if (keyword !== undefined) {
      [kind, name, client, first] = [keyword, called, null, functions.length];
    } else if (ofClient !== undefined && kind === 'function') {
      client = ofClient;
      for (const one of functions.slice(first)) one.client = client;
    } else if (model !== undefined && kind === 'client<llm>') {
      models.set(name ?? '', model);
    } else if (hashes !== undefined) {
      const start = match.index + whole.length;
      const closed = text.indexOf(`"${hashes}`, start);
      const end = closed === -1 ? text.length : closed;
      const isPrompt = kind === 'template_string' || (kind === 'function' && prompt !== undefined);
      if (isPrompt && name !== undefined) functions.push({ name, client, prompt: { start, end } });
      find.lastIndex = end + hashes.length + 1;
    }
  }
  return { functions, models };
}

/** A block string without the blanks that all of its lines begin with. */
function withoutFrame(source: string, range: Range): Decoded {
  const lines = source.slice(range.start, range.end).split('\n').slice(1);
  const margin = lines
    .filter((line) => line.trim() !== '')
    .reduce((least, line) => Math.min(least, line.length - line.trimStart().length), widest);
  const out = new DecodedBuilder();
  for (const { start, end } of withoutMargin(source, range, margin, false))
    out.add(source.slice(start, end), start);
  return out.build(range);
}

/** Nobody writes further to the right. */
const widest = 200;

const roleTag = /\{\{-?\s*_\.(?:role|chat)\(\s*(?:role\s*=\s*)?["'](\w+)["'][^)]*\)\s*-?\}\}/g;

function messages(name: string, block: Decoded): Part[] {
  const parts: Part[] = [];
  const add = (role: string | null, from: number, to: number): void => {
    const raw = block.text.slice(from, to);
    const start = from + raw.length - raw.trimStart().length;
    const end = to - (raw.length - raw.trimEnd().length);
    const names = role === null ? [name] : [name, role];
    if (start < end)
      parts.push({ text: slice(block, start, end), names, role, engine: 'jinja', certain: true });
  };
  let role: string | null = null;
  let from = 0;
  for (const match of block.text.matchAll(roleTag)) {
    add(role, from, match.index);
    role = match[1] ?? null;
    from = match.index + match[0].length;
  }
  add(role, from, block.text.length);
  return parts;
}
