import { verbatim } from '../decoded.ts';
import type { EngineName } from './engines/engine.ts';
import { contents, type Format } from './format.ts';
import { valueAt, type Entry } from './reading/entries.ts';
import { trimmed } from './reading/frontMatter.ts';
import { jsonEntries } from './reading/json.ts';

/**
 * A prompt function of Semantic Kernel: `skprompt.txt` and, beside it, `config.json`.
 * Source: learn.microsoft.com/semantic-kernel/concepts/prompts (read 2026-11).
 */
export const skprompt: Format = {
  id: 'skprompt',
  language: () => 'plaintext',
  known: true,
  companions: ['config.json'],
  matches: (path) => /(?:^|\/)skprompt\.(?:txt|handlebars|liquid)$/.test(path),
  read({ path, text, beside }) {
    const config = beside('config.json');
    const entries = config === null ? [] : jsonEntries(config).entries;
    const { start, end } = trimmed(text, { start: 0, end: text.length });
    const engine = engines.get(valueAt(entries, 'template_format') ?? '') ?? byEnding(path);
    return contents([{ text: verbatim(text, start, end), names: [], role: null, engine, certain: true }], {
      model: modelOf(entries),
    });
  },
};

/** A map, for the name comes from a file: `constructor` must not find what every object inherits. */
const engines: ReadonlyMap<string, EngineName> = new Map(
  Object.entries<EngineName>({
    handlebars: 'handlebars',
    liquid: 'liquid',
    jinja2: 'jinja',
    'semantic-kernel': 'mustache',
  }),
);

function byEnding(path: string): EngineName {
  return engines.get(path.slice(path.lastIndexOf('.') + 1)) ?? 'mustache';
}

/** The model of the default service, or the only one there is. */
function modelOf(entries: readonly Entry[]): string | null {
  const stated = entries.filter(({ keys }) => /^(?:ai_)?model_id$/.test(String(keys.at(-1))));
  const first =
    stated.find(({ keys }) => keys[1] === 'default') ?? (stated.length === 1 ? stated[0] : undefined);
  return first?.text.text ?? null;
}
