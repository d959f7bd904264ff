import type { MapPart } from '../cache/parts.ts';
import { expressionIn, textOf, valueOf } from './code.ts';
import { quoted } from './phrases.ts';
import { defineRule, type Sources } from './rule.ts';

/**
 * A conversation that only grows is read from the cache up to its newest message. One that is cut at the front, to the
 * last ten messages, begins differently with every turn once it is that long, and nothing behind the system text is read
 * from the cache any more.
 *
 * Cut rarely and much: when the history grows too long, drop half of it at once, or replace the oldest part by a summary
 * that then stays as it is.
 *
 * How long the histories are is not known, so no money is named.
 *
 * Sources: OpenAI, prompt caching guide (2026-11-01); Anthropic, prompt caching (2026-07-01).
 *
 * ```ts bad
 * import OpenAI from 'openai';
 *
 * export async function answer(history: OpenAI.ChatCompletionMessageParam[]) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [{ role: 'system', content: 'You are the harbour master.' }, ...history.slice(-10)],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import OpenAI from 'openai';
 *
 * export async function answer(history: OpenAI.ChatCompletionMessageParam[]) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [{ role: 'system', content: 'You are the harbour master.' }, ...history],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'message-history-rewritten',
  title: 'A conversation is cut at the front with every turn, and begins differently each time',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'request',
  fix: null,
  options: {},
  *check({ map, call, caching, sources }) {
    if (call === null || caching === null) return;
    for (const part of map.parts) {
      const expression = part.kind === 'messages' || part.kind === 'hole' ? cutHistory(part, sources) : null;
      if (expression === null) continue;
      const { path, range } = part;
      yield { path, range, evidence: expression, data: { expression } };
    }
  },
  say: ({ expression }) =>
    `${quoted(expression)} drops the oldest messages with every turn: once it does, nothing of the history is read from the cache; drop many at once instead, and rarely`,
});

/** The last few of a list: Python's `[-10:]`, JavaScript's `.slice(-10)`, Ruby's `.last(10)`. */
const lastFew = /\[\s*-\s*[\w.]+\s*:\s*\]\s*$|\.slice\(\s*-\s*[\w.]+\s*\)\s*$|\.last\(\s*[\w.]+\s*\)\s*$/;

function cutHistory(part: MapPart, sources: Sources): string | null {
  const { path, range } = part;
  if (part.kind !== 'messages' && part.because !== 'history') return null;
  const written = sources.text(path)?.slice(range.start, range.end) ?? '';
  const place = expressionIn(sources, { path, range, name: part.name === '' ? written : part.name });
  const text = place === null ? written : textOf(valueOf(place));
  return lastFew.test(text) ? text : null;
}
