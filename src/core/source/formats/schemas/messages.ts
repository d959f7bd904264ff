import { contents, type Part } from '../format.ts';
import { namesOf, valueAt, type Entry, type Key } from '../reading/entries.ts';
import { groupsOf, type Schema } from './schema.ts';

const roles = /^(?:system|developer|user|human|assistant|ai|model)$/;

/**
 * Lists of messages, each with a role and a content, as providers take them. A list without a word of the system or a
 * placeholder is a conversation that somebody recorded, not a prompt.
 */
export const messages: Schema = (entries) => {
  const written = contentsOf(entries);
  const lists = new Map<string, { above: readonly Key[]; parts: Part[] }>();
  for (const { above, texts } of groupsOf(entries)) {
    const role = texts.get('role')?.text.text.toLowerCase() ?? '';
    const list = above.slice(0, -1);
    if (!roles.test(role) || typeof above.at(-1) !== 'number') continue;
    const found = lists.get(JSON.stringify(list)) ?? { above: list, parts: [] };
    lists.set(JSON.stringify(list), found);
    for (const entry of written.get(JSON.stringify(above)) ?? [])
      found.parts.push({
        text: entry.text,
        names: [...namesOf(list), role],
        role,
        engine: 'guess',
        certain: true,
      });
  }
  const templates = [...lists.values()].filter(({ parts }) =>
    parts.some(
      ({ role, text }) =>
        role === 'system' || role === 'developer' || /\{\{?\s*[a-z_]\w*\s*\}/i.test(text.text),
    ),
  );
  const parts = templates.flatMap((list) => list.parts);
  if (parts.length === 0) return null;
  const models = templates.map(({ above }) => valueAt(entries, ...above.slice(0, -1), 'model'));
  return contents(parts, { model: new Set(models).size === 1 ? (models[0] ?? null) : null });
};

/** The content as one text, or the text parts of a list, by the keys of their message. */
function contentsOf(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const at = entry.keys.lastIndexOf('content');
    const rest = entry.keys.length - at - 1;
    if (at < 0 || (rest > 0 && !(rest === 2 && entry.keys.at(-1) === 'text'))) continue;
    const message = JSON.stringify(entry.keys.slice(0, at));
    found.set(message, [...(found.get(message) ?? []), entry]);
  }
  return found;
}
