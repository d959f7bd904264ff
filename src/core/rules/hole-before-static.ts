import { discountPer1kCalls } from '../prices/savings.ts';
import type { Hole } from '../prompts/prompt.ts';
import { amount } from '../configValues.ts';
import { option } from '../shape.ts';
import { perThousand, quoted, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * A provider's prefix cache compares requests from their first token on, and ends at the first difference. A clock, an id
 * or the user's words in front of fixed text make every request different before the fixed text is reached: none of it can
 * ever be read from the cache, at a tenth to a half of the price. Nothing fails and nothing warns; only the bill is higher.
 *
 * Move what changes to the end of the prompt, or into the last message, and keep the fixed text in front.
 *
 * A value that certainly changes with each request (a clock, a random number, what a user said, what was retrieved) is a
 * warning. One of which nothing is known, such as a parameter, is information only. Values that change by session or by
 * deployment still allow hits in between and are not reported.
 *
 * The money is the discount lost on the fixed tokens behind the value, nothing else. Where all fixed text together stays
 * below the model's minimum, there is nothing to gain and nothing is said.
 *
 * Sources: OpenAI, prompt caching guide (2026-11-01); Anthropic, prompt caching (2026-07-01).
 *
 * ```ts bad
 * import OpenAI from 'openai';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [
 *       { role: 'system', content: `It is ${new Date().toISOString()}.\n${HANDBOOK}` },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import OpenAI from 'openai';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [
 *       { role: 'system', content: `${HANDBOOK}\nIt is ${new Date().toISOString()}.` },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'hole-before-static',
  title: 'A changing value stands before fixed text, which then is never read from the cache',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'prompt',
  fix: null,
  options: {
    minimumTokens: option(amount, 50, 'Fixed tokens that must stand behind the value to be worth a word.'),
    assumedMinimum: option(
      amount,
      1024,
      'Where it is not known from how many tokens on a model’s provider caches: what is assumed.',
    ),
  },
  *check({ prompt, price, caching }, { minimumTokens, assumedMinimum }) {
    const { segments, segmentTokens } = prompt;
    const total = segmentTokens.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (total < (caching?.minimumTokens ?? assumedMinimum)) return;
    const at = segments.findIndex((segment) => segment.kind === 'hole' && breaks(segment));
    const hole = segments[at];
    if (hole?.kind !== 'hole') return;
    const behind = segmentTokens.slice(at + 1).reduce<number>((sum, count) => sum + (count ?? 0), 0);
    if (behind < Math.max(1, minimumTokens)) return;
    const usd = discountPer1kCalls(behind, total, price);
    if (usd === 0n) return;
    const { expression, because, path, range, varies } = hole;
    yield {
      path,
      range,
      evidence: expression,
      data: {
        behind,
        certainty: prompt.tokens.certainty,
        expression,
        because,
        usd,
        proven: varies === 'request',
      },
      saves: { tokens: 0, usdPer1kCalls: usd },
      ...(varies === 'request' ? {} : { severity: 'info' as const, confidence: 'low' as const }),
    };
  },
  say: ({ behind, certainty, expression, because, usd, proven }) =>
    proven
      ? `${tokensPhrase(behind, certainty, 'fixed')} after ${quoted(expression)} (${because}) can never be read from the cache${perThousand(usd)}; move it behind them`
      : `${tokensPhrase(behind, certainty, 'fixed')} stand after ${quoted(expression)} (${because}) and are read from the cache only while it stays the same${perThousand(usd)} where it never does`,
});

function breaks({ varies }: Hole): boolean {
  return varies === 'request' || varies === 'unknown';
}
