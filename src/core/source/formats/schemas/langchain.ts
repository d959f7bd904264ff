import type { EngineName } from '../engines/engine.ts';
import { contents, type Part } from '../format.ts';
import { namesOf } from '../reading/entries.ts';
import { groupsOf, type Schema } from './schema.ts';

/** A map, for the name comes from a file: `constructor` must not find what every object inherits. */
const engines: ReadonlyMap<string, EngineName> = new Map(
  Object.entries<EngineName>({
    'f-string': 'braces',
    jinja2: 'jinja',
    mustache: 'mustache',
  }),
);

/** A prompt that LangChain saved, told by its `_type`. Source: python.langchain.com, load_prompt (read 2026-11). */
export const langchain: Schema = (entries) => {
  const parts = groupsOf(entries)
    .filter(({ texts }) => /^(?:prompt|few_shot)$/.test(texts.get('_type')?.text.text ?? ''))
    .flatMap(({ texts }) =>
      ['template', 'prefix', 'suffix'].flatMap((key): Part[] => {
        const entry = texts.get(key);
        if (entry === undefined) return [];
        const engine = engines.get(texts.get('template_format')?.text.text ?? 'f-string') ?? 'guess';
        return [{ text: entry.text, names: namesOf(entry.keys), role: null, engine, certain: true }];
      }),
    );
  return parts.length === 0 ? null : contents(parts);
};
