import { discountPer1kCalls } from '../prices/savings.ts';
import { brokenMark } from './brokenMark.ts';
import { moveBehindMark } from './moveBehindMark.ts';
import { perThousand, quoted, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * A marked prefix is kept all or nothing: one value in it that changes with every call, and every call writes the cache
 * anew, at a quarter more than it costs to send, and none ever reads it.
 *
 * Put what changes behind the last mark: into a block of its own after the marked one, or into the user's message.
 *
 * Source: Anthropic, prompt caching (2026-07-01): entries are found by the exact bytes up to each mark.
 *
 * ```ts bad
 * import Anthropic from '@anthropic-ai/sdk';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 *
 * export async function answer(question: string) {
 *   return new Anthropic().messages.create({
 *     model: 'claude-sonnet-4-5',
 *     max_tokens: 400,
 *     system: [
 *       { type: 'text', text: `It is ${new Date().toISOString()}.` },
 *       { type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } },
 *     ],
 *     messages: [{ role: 'user', content: question }],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import Anthropic from '@anthropic-ai/sdk';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 *
 * export async function answer(question: string) {
 *   return new Anthropic().messages.create({
 *     model: 'claude-sonnet-4-5',
 *     max_tokens: 400,
 *     system: [
 *       { type: 'text', text: HANDBOOK, cache_control: { type: 'ephemeral' } },
 *       { type: 'text', text: `It is ${new Date().toISOString()}.` },
 *     ],
 *     messages: [{ role: 'user', content: question }],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'hole-inside-marked-prefix',
  title: 'A changing value stands inside a prefix that is marked for the cache',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'request',
  fix: 'review',
  options: {},
  *check({ map, caching, price, certainty, prompts, sources }) {
    const broken = brokenMark(map, caching);
    if (broken === null || broken.between === 0 || broken.hole.role === 'tool-description') return;
    const { hole, mark, gain } = broken;
    const prompt = prompts.find(({ id }) => id === hole.prompt);
    const usd = discountPer1kCalls(gain, map.totalTokens, price);
    yield {
      path: hole.path,
      range: hole.range,
      prompt: hole.prompt,
      evidence: hole.name,
      data: { expression: hole.name, because: hole.because, tokens: gain, certainty, usd },
      saves: { tokens: 0, usdPer1kCalls: usd },
      fix: moveBehindMark({ map, hole, mark, prompt, sources }),
    };
  },
  say: ({ expression, because, tokens, certainty, usd }, money) =>
    `${quoted(expression)} (${because}) stands before a cache mark: ${tokensPhrase(tokens, certainty)} are written with every call and never read${perThousand(usd, money)}; move it behind the mark`,
});
