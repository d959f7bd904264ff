import { amount } from '../configValues.ts';
import { discountPer1kCalls } from '../prices/savings.ts';
import { option } from '../shape.ts';
import { coarser } from './coarser.ts';
import { perThousand, quoted, tokensPhrase } from './phrases.ts';
import { defineRule } from './rule.ts';

/**
 * A time down to the second makes every request different; the day alone changes once in 24 hours, and in between all
 * that stands behind it can be read from the cache. A model rarely needs more than the day.
 *
 * The fix cuts the time off. Look at it: where the prompt really needs the hour, move the time behind the fixed text instead.
 *
 * Where another rule speaks of the same clock already, this one is silent, and its fix is offered there.
 *
 * Only expressions whose form is known are reported: those of JavaScript's `Date` and of Python's `datetime`.
 *
 * ```ts bad
 * import OpenAI from 'openai';
 * import { HANDBOOK } from './handbook.ts'; // 2,000 tokens that never change
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [
 *       { role: 'system', content: `Today is ${new Date().toISOString()}.\n${HANDBOOK}` },
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
 *       { role: 'system', content: `Today is ${new Date().toISOString().slice(0, 10)}.\n${HANDBOOK}` },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'date-finer-than-needed',
  title: 'A time down to the second stands where the day would do',
  severity: 'info',
  confidence: 'medium',
  looksAt: 'request',
  fix: 'review',
  yieldsTo: ['hole-before-static', 'hole-inside-marked-prefix'],
  options: {
    minimumTokens: option(amount, 50, 'Fixed tokens that must be won to be worth a word.'),
    assumedMinimum: option(
      amount,
      1024,
      'Where it is not known from how many tokens on a model’s provider caches: what is assumed.',
    ),
  },
  *check({ map, caching, price, certainty, sources }, { minimumTokens, assumedMinimum }) {
    const first = map.breaks.find(({ varies }) => varies === 'request');
    const part = first === undefined ? undefined : map.parts[first.part];
    if (first === undefined || part?.kind !== 'hole') return;
    const coarse = coarser(part.name);
    const next = map.breaks.find((one) => one.varies === 'request' && one.part > first.part);
    const behind = map.parts
      .slice(first.part + 1, next?.part ?? map.parts.length)
      .reduce((sum, { tokens, movable }) => sum + (movable ? tokens : 0), 0);
    const gain = caching === null ? behind : Math.min(behind, map.cacheableTokens - map.keepableTokens);
    const enough = map.totalTokens >= (caching?.minimumTokens ?? assumedMinimum) && gain >= minimumTokens;
    if (coarse === null || !enough) return;
    const source = sources.text(part.path);
    if (source === null) return;
    const usd = discountPer1kCalls(gain, map.totalTokens, price);
    const written = source.slice(part.range.start, part.range.end);
    const { path, range } = part;
    yield {
      path,
      range,
      prompt: part.prompt,
      evidence: part.name,
      data: { expression: part.name, coarse, behind: gain, certainty, usd },
      saves: { tokens: 0, usdPer1kCalls: usd },
      fix: written.includes(part.name)
        ? {
            title: 'Use the day alone',
            disposition: 'review',
            edits: [{ path, range, text: written.replace(part.name, () => coarse) }],
          }
        : null,
    };
  },
  say: ({ expression, coarse, behind, certainty, usd }, money) =>
    `${quoted(expression)} changes with every call; ${quoted(coarse)} changes once a day, and ${tokensPhrase(behind, certainty, 'fixed')} could be read from the cache until then${perThousand(usd, money)}`,
});
