import { keepable, type MapBreak, type RequestMap } from '../cache/map.ts';
import type { MapPart } from '../cache/parts.ts';
import { amount } from '../configValues.ts';
import type { CacheFacts } from '../prices/cacheFacts.ts';
import { discountPer1kCalls } from '../prices/savings.ts';
import { option } from '../shape.ts';
import { otherBranches } from './branches.ts';
import { coarser } from './coarser.ts';
import { moveToEnd } from './moveToEnd.ts';
import { moveToUser, type InFront } from './moveToUser.ts';
import { perThousand, quoted, tokensPhrase } from './phrases.ts';
import { isProven } from './proven.ts';
import { defineRule, type Sources, type Subjects } from './rule.ts';

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
  looksAt: 'request',
  fix: 'review',
  options: {
    minimumTokens: option(amount, 50, 'Fixed tokens that must stand behind the value to be worth a word.'),
    assumedMinimum: option(
      amount,
      1024,
      'Where it is not known from how many tokens on a model’s provider caches: what is assumed.',
    ),
  },
  *check({ map, call, caching, price, certainty, prompts, sources }, { minimumTokens, assumedMinimum }) {
    if (map.totalTokens < (caching?.minimumTokens ?? assumedMinimum)) return;
    for (const { part, because, varies } of worthTelling(map)) {
      const hole = map.parts[part];
      const apart = notSentWith(map, part, sources);
      const behind = fixedBehind(map, part) - apart;
      const enough =
        caching === null && price === null
          ? Math.max(unknownStep, minimumTokens)
          : Math.max(1, minimumTokens);
      if (hole === undefined || behind < enough) continue;
      const gain = caching === null ? behind : map.cacheableTokens - keptBefore(map, part, caching) - apart;
      const usd = gain <= 0 ? 0n : discountPer1kCalls(gain, map.totalTokens, price);
      if (usd === 0n) continue;
      const prompt = prompts.find(({ id }) => id === hole.prompt);
      // last, because it may take the tree of a file
      const proven = varies === 'request' && isProven(hole, prompt?.sdk ?? null, sources);
      // that nothing is known of a value is no news where nothing is known of the model
      if (caching === null && !proven) continue;
      yield {
        path: hole.path,
        range: hole.range,
        prompt: hole.prompt,
        evidence: hole.name,
        data: { behind, certainty, expression: hole.name, because, usd, proven, day: coarser(hole.name) },
        saves: { tokens: 0, usdPer1kCalls: usd },
        fix: prompt === undefined ? null : moved({ map, call, hole, prompt, sources }),
        ...(proven ? {} : { severity: 'info' as const, confidence: 'low' as const }),
      };
    }
  },
  say: ({ behind, certainty, expression, because, usd, proven, day }, money) => {
    const fixed = tokensPhrase(behind, certainty, 'fixed');
    const hole = `${quoted(expression)} (${because})`;
    return proven
      ? `${fixed} after ${hole} can never be read from the cache${perThousand(usd, money)}; move it behind them${day === null ? '' : `, or write ${quoted(day)}`}`
      : `${fixed} after ${hole} are read from the cache only while it stays the same${perThousand(usd, money)} where it never does`;
  },
});

/** Fewer are not worth a word where nothing is known of the model: caches grow in steps about as large. Tokens. */
const unknownStep = 100;

/** The first hole that ends the prefix for certain, and the first before it of which nothing is known. */
function worthTelling({ parts, breaks, marks }: RequestMap): MapBreak[] {
  const ends = breaks.findIndex(({ varies }) => varies === 'request');
  const before = ends < 0 ? breaks : breaks.slice(0, ends);
  const unknown = before.find(({ varies }) => varies === 'unknown');
  const first = breaks[ends];
  return [
    ...(unknown === undefined ? [] : [unknown]),
    ...(first === undefined ? [] : [first]),
    // of what stands inside a marked prefix another rule speaks
  ].filter(({ part }) => parts[part]?.kind === 'hole' && marks.every(({ after }) => after < part));
}

/** Behind the fixed text of its own prompt; where other messages hold most of that, into the last one. */
function moved({ map, call, ...about }: Omit<InFront, 'call'> & Pick<Subjects['request'], 'map' | 'call'>) {
  const { hole, prompt, sources } = about;
  const part = map.parts.indexOf(hole);
  const behind = map.parts.slice(part + 1).filter(({ movable }) => movable);
  const own = tokensOf(behind.filter((one) => one.prompt === prompt.id));
  const toUser = call !== null && tokensOf(behind) > 2 * own ? moveToUser({ call, ...about }) : null;
  return toUser ?? moveToEnd(prompt, hole.range, sources);
}

function tokensOf(parts: readonly MapPart[]): number {
  return parts.reduce((sum, { tokens }) => sum + tokens, 0);
}

function fixedBehind({ parts }: RequestMap, part: number): number {
  return tokensOf(parts.slice(part + 1).filter(({ movable }) => movable));
}

/** Fixed tokens behind a hole that stand in another branch of the same choice of a template. */
function notSentWith({ parts }: RequestMap, part: number, sources: Sources): number {
  const hole = parts[part];
  const source = hole === undefined ? null : sources.text(hole.path);
  const others = hole === undefined || source === null ? [] : otherBranches(source, hole.range.start);
  const isApart = ({ path, range }: MapPart): boolean =>
    path === hole?.path && others.some(({ start, end }) => start <= range.start && range.start < end);
  return tokensOf(parts.slice(part + 1).filter((one) => one.movable && isApart(one)));
}

/** What is read from the cache in spite of the hole, or would be with a mark before it. */
function keptBefore({ parts }: RequestMap, part: number, caching: CacheFacts): number {
  return keepable(tokensOf(parts.slice(0, part)), caching);
}
