import { lostPer1kCalls } from '../prices/savings.ts';
import type { MeteredCall } from '../report.ts';
import { markCache } from './markCache.ts';
import { perThousand, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * Anthropic's models, also on Bedrock, keep a prefix only where the request asks for it: with `cache_control`, or a
 * `cachePoint`. A long fixed prompt without a mark is paid in full with every call.
 *
 * A mark pays from the second call within its lifetime on: writing costs a quarter more than sending for five minutes,
 * reading a tenth. Where calls come further apart than the lifetime, a mark costs more than it saves; then keep this rule
 * silent, with that reason.
 *
 * The money is what 1,000 calls would save that find the prefix in the cache, less the price of writing it once.
 *
 * Sources: Anthropic, prompt caching (2026-07-01); Amazon Bedrock, prompt caching.
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
 *         messages=[{"role": "user", "content": question}],
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
  id: 'cache-never-marked',
  title: 'A long fixed prefix is not marked for the cache of a provider that asks for marks',
  severity: 'warning',
  confidence: 'medium',
  looksAt: 'request',
  fix: 'review',
  options: {},
  *check({ map, call, caching, price, certainty, sources }) {
    if (call === null || caching === null || map.manner !== 'marks' || map.marks.length > 0) return;
    // a history may bring its own marks along, and so may arguments that nobody saw
    const open = map.parts.some(({ kind }) => kind === 'messages') || !call.settled || call.batch;
    if (open || map.keepableTokens === 0) return;
    const usd = lostPer1kCalls(
      map.keepableTokens,
      map.totalTokens,
      price,
      caching.lifetimes[0]?.writeFactor ?? 1,
    );
    if (usd === 0n) return;
    const { path, range } = systemText(call) ?? call;
    yield {
      path,
      range,
      prompt: map.parts.find(({ prompt, tokens }) => prompt !== null && tokens > 0)?.prompt ?? null,
      evidence: call.sdk,
      data: { tokens: map.keepableTokens, certainty, usd },
      saves: { tokens: 0, usdPer1kCalls: usd },
      fix: markCache(call, map, sources),
    };
  },
  say: ({ tokens, certainty, usd }, money) =>
    `${tokensPhrase(tokens, certainty)} are the same in every call and never marked for the cache${perThousand(usd, money)} that follow each other closely`,
});

/** The system text, where the request has exactly one. */
function systemText({ messages }: MeteredCall) {
  const [only, another] = messages.filter(({ role }) => role === 'system').flatMap(({ parts }) => parts);
  return another === undefined ? only : undefined;
}
