import { keepable } from '../cache/map.ts';
import type { Hole } from '../prompts/prompt.ts';
import { discountPer1kCalls } from '../prices/savings.ts';
import { perThousand, quoted, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * Every provider renders the tools in front of everything else, and keeps a cache for each model apart. Tools that are
 * chosen anew for each request, or a model that is drawn by lot, leave nothing that two requests have in common.
 *
 * Send the same tools with every request, in the same order, and say with `tool_choice` or in the last message which of
 * them to use. Choose the model once for a conversation.
 *
 * Which model a user has chosen is no fault, and is not reported.
 *
 * Source: Anthropic, tool use with prompt caching (2026-07-01): a changed tool definition ends the cache of tools, system
 * text and messages.
 *
 * ```ts bad
 * import OpenAI from 'openai';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 * import { tools } from './tools.ts';
 *
 * export async function answer(user: User, question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     tools: tools.filter((tool) => tool.allows(user)),
 *     messages: [
 *       { role: 'system', content: HANDBOOK },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import OpenAI from 'openai';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 * import { tools } from './tools.ts';
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     tools,
 *     messages: [
 *       { role: 'system', content: HANDBOOK },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'model-or-tools-vary-per-call',
  title: 'The tools, or the model, are chosen anew for each request',
  severity: 'warning',
  confidence: 'medium',
  looksAt: 'request',
  fix: null,
  options: {},
  *check({ map, call, caching, price, certainty }) {
    const varying = call === null ? null : varyingBy(call);
    if (call === null || varying === null || caching === null) return;
    const fixed = map.parts.reduce((sum, { tokens, movable }) => sum + (movable ? tokens : 0), 0);
    const gain = keepable(fixed, caching) - map.cachedTokens;
    const usd = discountPer1kCalls(gain, map.totalTokens, price);
    // marks, or the lack of them, are another matter
    if (gain <= 0 || usd === 0n || (map.manner === 'marks' && map.marks.length === 0)) return;
    const { what, hole } = varying;
    yield {
      path: hole.path,
      range: hole.range,
      evidence: hole.expression,
      data: { what, expression: hole.expression, because: hole.because, tokens: gain, certainty, usd },
      saves: { tokens: 0, usdPer1kCalls: usd },
    };
  },
  say: ({ what, expression, because, tokens, certainty, usd }, money) =>
    `${quoted(expression)} (${because}) chooses the ${what} for each request, and ${tokensPhrase(tokens, certainty)} behind it are never read from the cache${perThousand(usd, money)}; keep the ${what} the same`,
});

function varyingBy({ toolsVary, modelVaries }: { toolsVary: Hole | null; modelVaries: Hole | null }) {
  if (toolsVary?.varies === 'request') return { what: 'tools', hole: toolsVary };
  if (modelVaries?.because === 'random') return { what: 'model', hole: modelVaries };
  return null;
}
