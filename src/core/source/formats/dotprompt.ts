import type { Range } from '../../text.ts';
import { verbatim } from '../decoded.ts';
import type { EngineName } from './engines/engine.ts';
import { contents, type Format, type Part } from './format.ts';
import { valueAt } from './reading/entries.ts';
import { readDocument, trimmed } from './reading/frontMatter.ts';

/**
 * Dotprompt: front matter and Handlebars. `{{role "system"}}` begins a message, text before it is the user's, and the
 * model speaks after `{{history}}`. Others use the same ending for a bare template: nothing of the above stands in it.
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
    const bare = body.start === 0 && problem === null && text.search(roleTag) < 0;
    const parts = bare ? message(text, body, null, 'guess') : messages(text, body.start);
    return contents(parts, { model, provider, problem });
  },
};

const roleTag = /\{\{~?\s*(?:role\s+(?:"(\w+)"|'(\w+)'|[\w.@]+)|history)\s*~?\}\}/;

/** What begins a message, or is a comment, in which nothing does. */
const marker = new RegExp(`\\{\\{~?!--[^]*?--~?\\}\\}|\\{\\{~?![^}]*\\}\\}|${roleTag.source}`, 'g');

function messages(text: string, start: number): Part[] {
  const parts: Part[] = [];
  let role: string | null = 'user';
  let from = start;
  for (const match of text.slice(start).matchAll(marker)) {
    if (/^\{\{~?!/.test(match[0])) continue;
    parts.push(...message(text, { start: from, end: start + match.index }, role, 'handlebars'));
    from = start + match.index + match[0].length;
    role = match[0].includes('history') ? 'model' : (match[1] ?? match[2] ?? null);
  }
  return [...parts, ...message(text, { start: from, end: text.length }, role, 'handlebars')];
}

function message(text: string, range: Range, role: string | null, engine: EngineName): Part[] {
  const { start, end } = trimmed(text, range);
  const names = role === null ? [] : [role];
  return start === end ? [] : [{ text: verbatim(text, start, end), names, role, engine, certain: true }];
}

/** `googleai/gemini-2.5-flash`: who serves it, and what. */
function splitModel(model: string | null): { model: string | null; provider: string | null } {
  const match = /^(googleai|vertexai|openai|anthropic|ollama|xai|deepseek|mistral)\/(.+)$/.exec(model ?? '');
  return { model: match?.[2] ?? model, provider: match?.[1] ?? null };
}
