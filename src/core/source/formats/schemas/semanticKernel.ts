import type { EngineName } from '../engines/engine.ts';
import { contents } from '../format.ts';
import { valueAt } from '../reading/entries.ts';
import type { Schema } from './schema.ts';

/** A map, for the name comes from a file: `constructor` must not find what every object inherits. */
const engines: ReadonlyMap<string, EngineName> = new Map(
  Object.entries<EngineName>({
    handlebars: 'handlebars',
    liquid: 'liquid',
    jinja2: 'jinja',
    'semantic-kernel': 'mustache',
  }),
);

/**
 * A prompt function of Semantic Kernel in one file. Source: learn.microsoft.com/semantic-kernel/concepts/prompts/yaml-schema
 * (read 2026-11).
 */
export const semanticKernel: Schema = (entries) => {
  const entry = entries.find(({ keys }) => keys.length === 1 && keys[0] === 'template');
  const beside = entries.some(({ keys }) =>
    /^(?:template_format|input_variables|execution_settings)$/.test(String(keys[0])),
  );
  if (entry === undefined || !beside) return null;
  const engine = engines.get(valueAt(entries, 'template_format') ?? 'semantic-kernel') ?? 'guess';
  const models = entries.filter(({ keys }) => keys[0] === 'execution_settings' && keys.at(-1) === 'model_id');
  const model =
    models.find(({ keys }) => keys[1] === 'default') ?? (models.length === 1 ? models[0] : undefined);
  return contents([{ text: entry.text, names: ['template'], role: null, engine, certain: true }], {
    model: model?.text.text ?? null,
  });
};
