import type { MapPart } from '../cache/parts.ts';
import { tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * Below a model's minimum a provider keeps nothing, and does not say so: the request succeeds, the usage shows no cache
 * tokens, and every call pays in full. The minimum differs from model to model and changes; the version that is used here
 * stands in `promptmeter models`, and can be overridden in the configuration.
 *
 * Mark a later block, so that more stands before the mark, or remove the mark.
 *
 * Only marks are reported before which all is known: behind a value that the program fills in, there may be more.
 *
 * ```ts bad
 * import Anthropic from '@anthropic-ai/sdk';
 *
 * export async function answer(question: string) {
 *   return new Anthropic().messages.create({
 *     model: 'claude-haiku-4-5',
 *     max_tokens: 400,
 *     system: [
 *       { type: 'text', text: 'You are the harbour master. Answer in one sentence.', cache_control: { type: 'ephemeral' } },
 *     ],
 *     messages: [{ role: 'user', content: question }],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import Anthropic from '@anthropic-ai/sdk';
 *
 * export async function answer(question: string) {
 *   return new Anthropic().messages.create({
 *     model: 'claude-haiku-4-5',
 *     max_tokens: 400,
 *     system: 'You are the harbour master. Answer in one sentence.',
 *     messages: [{ role: 'user', content: question }],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'prefix-below-minimum',
  title: 'What is marked for the cache is shorter than the model’s minimum, and is not kept',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'request',
  fix: null,
  options: {},
  *check({ map, call, prompts, model, certainty }) {
    const { minimumTokens } = map;
    if (call === null || minimumTokens === null || model === null) return;
    const band = Math.max(0, ...prompts.map(({ tokens }) => tokens.band));
    for (const { path, range, after, tokens } of map.marks) {
      const known = map.parts.slice(0, after + 1).every(isKnown);
      if (!known || tokens === 0 || tokens * (1 + band) >= minimumTokens) continue;
      const data = { tokens, certainty, minimumTokens, missing: minimumTokens - tokens, model };
      yield { path, range, prompt: map.parts[after]?.prompt ?? null, evidence: model, data };
    }
  },
  say: ({ tokens, certainty, minimumTokens, missing, model }) =>
    `${model} keeps no prefix of fewer than ${tokensPhrase(minimumTokens, 'exact')}, and ${tokensPhrase(tokens, certainty)} stand before this mark: ${tokensPhrase(missing, certainty)} are missing`,
});

function isKnown({ kind, varies }: MapPart): boolean {
  return kind === 'text' && varies === 'never';
}
