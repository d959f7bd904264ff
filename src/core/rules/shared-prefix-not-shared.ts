import type { MapPart } from '../cache/parts.ts';
import { amount } from '../configValues.ts';
import { option } from '../shape.ts';
import { tokensPhrase } from './phrases.ts';
import { defineRule, type Subjects } from './rule.ts';

/**
 * Two prompts for the same model begin differently and then send the same long text. A provider's cache begins at the
 * first token, so each keeps the text for itself; put first, one of them would warm it for the other.
 *
 * Put the text that they share in front, and what is different behind it.
 *
 * How much that saves depends on how often each is called, so no money is named.
 *
 * Source: OpenAI, prompt caching guide (2026-11-01).
 *
 * ```ts bad
 * import OpenAI from 'openai';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 *
 * const client = new OpenAI();
 *
 * export async function answer(question: string) {
 *   const messages = [
 *     { role: 'system' as const, content: `You answer captains.\n${HANDBOOK}` },
 *     { role: 'user' as const, content: question },
 *   ];
 *   return client.chat.completions.create({ model: 'gpt-4.1', messages });
 * }
 *
 * export async function warn(forecast: string) {
 *   const messages = [
 *     { role: 'system' as const, content: `You warn of storms.\n${HANDBOOK}` },
 *     { role: 'user' as const, content: forecast },
 *   ];
 *   return client.chat.completions.create({ model: 'gpt-4.1', messages });
 * }
 * ```
 *
 * ```ts good
 * import OpenAI from 'openai';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 *
 * const client = new OpenAI();
 *
 * export async function answer(question: string) {
 *   const messages = [
 *     { role: 'system' as const, content: `${HANDBOOK}\nYou answer captains.` },
 *     { role: 'user' as const, content: question },
 *   ];
 *   return client.chat.completions.create({ model: 'gpt-4.1', messages });
 * }
 *
 * export async function warn(forecast: string) {
 *   const messages = [
 *     { role: 'system' as const, content: `${HANDBOOK}\nYou warn of storms.` },
 *     { role: 'user' as const, content: forecast },
 *   ];
 *   return client.chat.completions.create({ model: 'gpt-4.1', messages });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'shared-prefix-not-shared',
  title: 'Two prompts send the same long text behind different beginnings',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'report',
  fix: null,
  options: {
    minimumTokens: option(amount, 1024, 'Tokens that the text they share must have.'),
  },
  *check(report, { minimumTokens }) {
    const seen = new Map<string, Opening>();
    for (const opening of openings(report, minimumTokens)) {
      const { model, part, before, prompt } = opening;
      const key = [model, part.path, part.range.start, part.range.end].join('\0');
      const other = seen.get(key);
      if (other === undefined) seen.set(key, opening);
      if (other === undefined || other.before === before || other.prompt.id === prompt.id) continue;
      const { path, range, id } = prompt;
      const data = { tokens: part.tokens, certainty: prompt.tokens.certainty, other: other.prompt.id };
      yield { path, range, prompt: id, evidence: other.prompt.id, data };
    }
  },
  say: ({ tokens, certainty, other }) =>
    `this sends the same ${tokensPhrase(tokens, certainty)} as ${other} behind another beginning: put them first in both, and one warms the cache for the other`,
});

interface Opening {
  readonly model: string;
  readonly prompt: Subjects['prompt']['prompt'];
  readonly part: MapPart;
  /** What stands in front of the part, by its places in the source: the same places are the same text. */
  readonly before: string;
}

/** The first long text of each prompt that a call sends and whose model is known, where all before it is fixed. */
function openings({ prompts, calls, terms }: Subjects['report'], minimumTokens: number): Opening[] {
  const sent = new Set(calls.flatMap((call) => call.prompts));
  return prompts.flatMap((prompt) => {
    const { model, caching } = terms(prompt);
    const { parts } = prompt.map;
    const long = Math.max(minimumTokens, caching?.minimumTokens ?? 0);
    const at = parts.findIndex(({ tokens }) => tokens >= long);
    const part = parts[at];
    const before = parts.slice(0, at);
    if (model === null || caching === null || part === undefined || !sent.has(prompt.id)) return [];
    if (before.some(({ varies }) => varies !== 'never')) return [];
    const places = before.map(({ path, range }) => `${path}:${range.start}:${range.end}`);
    return [{ model, prompt, part, before: places.join(' ') }];
  });
}
