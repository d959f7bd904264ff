import { slice, verbatim } from '../decoded.ts';
import { contents, type Format, type Part } from './format.ts';
import { valueAt, type Entry } from './reading/entries.ts';
import { readDocument } from './reading/frontMatter.ts';

/**
 * Prompty: front matter, then messages under lines such as `system:`. Text before the first such line is the system's;
 * the empty lines around a message are not sent. Both are as the Python runtime reads them.
 * Source: github.com/microsoft/prompty, runtime/python, parsers/prompty.py and the specification (read 2026-11).
 */
export const prompty: Format = {
  id: 'prompty',
  language: () => 'prompty',
  known: true,
  matches: (path) => path.endsWith('.prompty'),
  read({ text }) {
    const { entries, body, problem } = readDocument(text);
    const engine = valueAt(entries, 'template', 'format', 'kind') ?? valueAt(entries, 'template', 'format');
    const parts = [
      ...tools(entries),
      ...messages(text, body.start, engine === 'mustache' ? 'mustache' : 'jinja'),
    ];
    return contents(parts, { ...modelOf(entries), problem });
  },
};

const roleLine =
  /^[ \t]*#?[ \t]*(system|user|assistant|developer)[ \t]*(?:\[[^\]\n]*\])?[ \t]*:[ \t]*\r?$/gim;

function messages(text: string, start: number, engine: Part['engine']): Part[] {
  const parts: Part[] = [];
  const add = (role: string, from: number, to: number): void => {
    const lines = /^(?:[ \t]*\r?\n)*/.exec(text.slice(from, to))?.[0].length ?? 0;
    const end = to - (/(?:\r?\n[ \t]*)*$/.exec(text.slice(from + lines, to))?.[0].length ?? 0);
    if (from + lines < end)
      parts.push({ text: verbatim(text, from + lines, end), names: [role], role, engine, certain: true });
  };
  let role = 'system';
  let from = start;
  const body = text.slice(start);
  for (const match of body.matchAll(roleLine)) {
    add(role, from, start + match.index);
    role = (match[1] ?? role).toLowerCase();
    from = start + match.index + match[0].length;
  }
  add(role, from, text.length);
  return parts;
}

/** What a model is told of the tools it may call. */
function tools(entries: readonly Entry[]): Part[] {
  return entries.flatMap(({ keys, text }): Part[] => {
    const [first, at, last] = keys;
    if (first !== 'tools' || last !== 'description' || keys.length !== 3 || at === undefined) return [];
    const name = valueAt(entries, 'tools', at, 'name') ?? String(at);
    return [
      {
        text: slice(text, 0),
        names: ['tools', name],
        role: 'tool-description',
        engine: 'none',
        certain: true,
      },
    ];
  });
}

/** `model: gpt-4o`, `model.id`, or the configuration of the first version. */
function modelOf(entries: readonly Entry[]): { model: string | null; provider: string | null } {
  const configuration = (key: string): string | null => valueAt(entries, 'model', 'configuration', key);
  return {
    model:
      valueAt(entries, 'model') ??
      valueAt(entries, 'model', 'id') ??
      configuration('azure_deployment') ??
      configuration('model') ??
      configuration('name'),
    provider: valueAt(entries, 'model', 'provider') ?? configuration('type'),
  };
}
