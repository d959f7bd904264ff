import { contents, type Part } from '../format.ts';
import { namesOf } from '../reading/entries.ts';
import { groupsOf, type Schema } from './schema.ts';

/**
 * The templates of SWE-agent and its kin, in Jinja: `system_template`, and beside it those of the user's turns.
 * Source: swe-agent.com/latest/config/templates (read 2026-11).
 */
export const sweAgent: Schema = (entries) => {
  const parts = groupsOf(entries)
    .filter(({ texts }) => texts.has('system_template'))
    .flatMap(({ texts }) =>
      [...texts].flatMap(([key, { keys, text }]): Part[] => {
        if (!/_template$/.test(key)) return [];
        const role = key === 'system_template' ? 'system' : 'user';
        return [{ text, names: namesOf(keys), role, engine: 'jinja', certain: true }];
      }),
    );
  if (parts.length === 0) return null;
  const models = entries.filter(
    ({ keys }) => /^(?:name|model_name)$/.test(String(keys.at(-1))) && keys.at(-2) === 'model',
  );
  return contents(parts, { model: models.length === 1 ? (models[0]?.text.text ?? null) : null });
};
