import { discountPer1kCalls } from '../prices/savings.ts';
import { brokenMark } from './brokenMark.ts';
import { moveMark } from './moveMark.ts';
import { perThousand, quoted, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * The mark stands on the block that changes with every call, such as the user's question, and so what is written under
 * it is never found again. The fixed text before it would be, had it a mark of its own.
 *
 * Put the mark on the last block that stays the same. In a conversation a second mark on the newest message is right:
 * the next turn finds it.
 *
 * Source: Anthropic, prompt caching (2026-07-01): entries are found by the exact bytes up to each mark.
 *
 * ```py bad
 * from anthropic import Anthropic
 * from handbook import HANDBOOK  # 2,000 tokens that never change
 *
 *
 * def answer(question):
 *     return Anthropic().messages.create(
 *         model="claude-sonnet-4-5",
 *         max_tokens=400,
 *         system=HANDBOOK,
 *         messages=[
 *             {
 *                 "role": "user",
 *                 "content": [{"type": "text", "text": question, "cache_control": {"type": "ephemeral"}}],
 *             }
 *         ],
 *     )
 * ```
 *
 * ```py good
 * from anthropic import Anthropic
 * from handbook import HANDBOOK  # 2,000 tokens that never change
 *
 *
 * def answer(question):
 *     return Anthropic().messages.create(
 *         model="claude-sonnet-4-5",
 *         max_tokens=400,
 *         system=[{"type": "text", "text": HANDBOOK, "cache_control": {"type": "ephemeral"}}],
 *         messages=[{"role": "user", "content": question}],
 *     )
 * ```
 */
export const rule = defineRule({
  id: 'mark-after-hole',
  title: 'The cache mark stands on what changes with every call',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'request',
  fix: 'review',
  options: {},
  *check({ map, call, caching, price, certainty, prompts, sources }) {
    const broken = brokenMark(map, caching);
    if (broken === null || broken.between > 0) return;
    const { mark, hole, gain } = broken;
    const usd = discountPer1kCalls(gain, map.totalTokens, price);
    yield {
      path: mark.path,
      range: mark.range,
      prompt: hole.prompt,
      evidence: hole.name,
      data: { expression: hole.name, because: hole.because, tokens: gain, certainty, usd },
      saves: { tokens: 0, usdPer1kCalls: usd },
      fix: call === null ? null : moveMark({ map, call, hole, mark, prompts, sources }),
    };
  },
  say: ({ expression, because, tokens, certainty, usd }, money) =>
    `this cache mark stands after ${quoted(expression)} (${because}), so every call writes it and none finds it: mark the ${tokensPhrase(tokens, certainty)} before that instead${perThousand(usd, money)}`,
});
