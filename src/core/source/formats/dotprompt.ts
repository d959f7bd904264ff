import { verbatim } from '../decoded.ts';
import { contents, type Format, type Part } from './format.ts';
import { valueAt } from './reading/entries.ts';
import { readDocument, trimmed } from './reading/frontMatter.ts';

/**
 * Dotprompt: front matter and Handlebars. `{{role "system"}}` begins a message, text before it is the user's, and the
 * model speaks after `{{history}}`.
 * Source: github.com/google/dotprompt, js/src/parse.ts and the reference (read 2026-11).
 */
export const dotprompt: Format = {
  id: 'dotprompt',
  language: () => 'dotprompt',
  known: true,
  matches: (path) => path.endsWith('.prompt'),
  read({ text }) {
    const { entries, body, problem } = readDocument(text, true);
    const { model, provider } = splitModel(valueAt(entries, 'model'));
    return contents(messages(text, body.start), { model, provider, problem });
  },
};

const marker = /\{\{~?\s*(?:role\s+(?:"(\w+)"|'(\w+)'|[\w.@]+)|history)\s*~?\}\}/g;

function messages(text: string, start: number): Part[] {
  const parts: Part[] = [];
  const add = (role: string | null, from: number, to: number): void => {
    const { start: first, end } = trimmed(text, { start: from, end: to });
    if (first === end) return;
    const names = [role ?? 'message'];
    parts.push({ text: verbatim(text, first, end), names, role, engine: 'handlebars', certain: true });
  };
  let role: string | null = 'user';
  let from = start;
  for (const match of text.slice(start).matchAll(marker)) {
    add(role, from, start + match.index);
    from = start + match.index + match[0].length;
    role = match[0].includes('history') ? 'model' : (match[1] ?? match[2] ?? null);
  }
  add(role, from, text.length);
  return parts;
}

/** `googleai/gemini-2.5-flash`: who serves it, and what. */
function splitModel(model: string | null): { model: string | null; provider: string | null } {
  const match = /^(googleai|vertexai|openai|anthropic|ollama|xai|deepseek|mistral)\/(.+)$/.exec(model ?? '');
  return { model: match?.[2] ?? model, provider: match?.[1] ?? null };
}
