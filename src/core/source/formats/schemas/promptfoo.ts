import { contents, type Part } from '../format.ts';
import { namesOf, type Entry } from '../reading/entries.ts';
import type { Schema } from './schema.ts';

/**
 * promptfoo: the prompts written in its configuration, in Nunjucks, and the model where only one provider is named.
 * Source: promptfoo.dev/docs/configuration/prompts (read 2026-11).
 */
export const promptfoo: Schema = (entries, path) => {
  if (!/(?:^|\/)promptfooconfig[\w.-]*\.(?:ya?ml|json)$/.test(path)) return null;
  return contents(entries.flatMap(promptOf), providerOf(entries));
};

function promptOf({ keys, text }: Entry): Part[] {
  const [first, , inner] = keys;
  const written = keys.length <= 2 || (keys.length === 3 && (inner === 'raw' || inner === 'prompt'));
  if (first !== 'prompts' || !written || isFile(text.text)) return [];
  return [{ text, names: namesOf(keys), role: null, engine: 'jinja', certain: true }];
}

/** `file://prompts/first.txt`, `prompts/*.txt`: where a prompt is, and not what it is. */
function isFile(text: string): boolean {
  return (
    /^\s*(?:file|https?|exec|python|langfuse|portkey|helicone):/.test(text) ||
    /^\s*[\w./*-]+\.\w{1,8}(?::\w+)?\s*$/.test(text)
  );
}

function providerOf(entries: readonly Entry[]): { model: string | null; provider: string | null } {
  const named = entries.filter(
    ({ keys: [first, at, inner, ...deeper] }) =>
      (first === 'providers' || first === 'targets') &&
      deeper.length === 0 &&
      (inner === undefined || inner === 'id') &&
      (at === undefined || typeof at === 'number'),
  );
  const [only] = named;
  const match = /^([\w-]+):(?:(?:chat|messages|completion|responses|assistant):)?([^:/].*)$/.exec(
    only?.text.text ?? '',
  );
  return named.length === 1 && match !== null && !/^(?:file|https?|exec|python)$/.test(match[1] ?? '')
    ? { model: match[2] ?? null, provider: match[1] ?? null }
    : { model: null, provider: null };
}
