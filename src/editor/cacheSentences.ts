import type { RequestMap } from '../core/cache/map.ts';
import type { PartState } from '../core/cache/coverage.ts';
import type { Money } from '../core/prices/money.ts';
import { times, type Usd } from '../core/prices/usd.ts';
import type { ModelUse, Role, Varies } from '../core/prompts/prompt.ts';
import { countWords, modelWords, oneLine, roleWords } from '../report/words.ts';
import type { Spot } from './convert.ts';
import { variesLong } from './sentences.ts';

/** What ends the stable prefix. */
interface Breaking {
  readonly name: string;
  readonly spot: Spot;
}

/** What the editor says of how a request is cached. Text only; who shows it escapes what comes from a source file. */
export const sayOfCache = {
  tab: (id: string) => `Cache: ${id.slice(id.indexOf('#') + 1)}`,
  link: 'Show cache map…',
  title: (name: string, path: string) => `How ${name} in ${path} is cached`,
  call: (model: ModelUse | null, sdk: string, spot: Spot) =>
    `${modelWords(model)} · ${sdk} · call at ${spotWords(spot)}`,
  alone: (model: ModelUse | null) => `${modelWords(model)} · as a request of its own`,
  lens: (cached: number, tokens: number) => `cached ${countWords(cached)} of ${countWords(tokens)}`,

  request: (cached: number, tokens: number) =>
    `The request reads ${countWords(cached)} of ${countWords(tokens)} known tokens from the cache.`,

  summary: (map: RequestMap, breaking: Breaking | null, money: Money) =>
    [reads(map, breaking), couldRead(map, money)].filter((sentence) => sentence !== '').join(' '),

  note: (state: PartState, varies: Varies, because: string, cached: number, tokens: number) => {
    if (state === 'cached' && cached < tokens)
      return `${countWords(cached)} read from the cache, the rest sent`;
    if (state === 'changes' || state === 'sometimes') return `${oneLine(because)}: ${variesLong[varies]}`;
    return states[state];
  },
  /** @param lifetime as written; `null` for the provider's own. */
  mark: (lifetime: string | null, holds: boolean) =>
    `${lifetime === null ? 'breakpoint' : `breakpoint, ${lifetime}`}${holds ? '' : ': never hit'}`,
  unseen: 'not seen',
  history: 'messages of the conversation',
  image: 'image or other data',
  role: (role: Role) => (role === 'unknown' ? '' : roleWords(role)),
  where: (spot: Spot) => spotWords(spot),

  per1k: (perCall: Usd, money: Money) => money(times(perCall, 1000)),
  cold: ['Cold', 'nothing is in the cache yet'],
  warm: ['Warm', 'what can be is read from the cache'],
  fixed: ['Warm, mended', 'if nothing that changes stood before what stays the same'],

  facts: ({ minimumTokens, lifetimeSeconds, manner }: RequestMap) => [
    ...(manner === null ? [] : [manners[manner]]),
    ...(minimumTokens === null ? [] : [`A prefix is kept from ${countWords(minimumTokens)} tokens on.`]),
    ...(lifetimeSeconds === null ? [] : [`It lives for ${lifetime(lifetimeSeconds)} after its last use.`]),
    'Counted is the known text of one request; the prices are those of 1,000 calls, input only.',
  ],
  noCall: 'No call that sends this prompt could be followed whole, so what stands before it is not known.',
} as const;

function spotWords({ file, line }: Spot): string {
  return file === null ? `line ${line}` : `${file}:${line}`;
}

function reads(map: RequestMap, breaking: Breaking | null): string {
  const { cachedTokens, cacheableTokens, totalTokens, minimumTokens, manner, marks } = map;
  if (manner === null) return 'No prefix cache is known for this model.';
  if (cachedTokens > 0)
    return `A call that follows another reads ${countWords(cachedTokens)} of ${countWords(totalTokens)} known tokens from the cache.`;
  if (cacheableTokens === 0)
    return minimumTokens === null || totalTokens >= minimumTokens
      ? 'Nothing that stays the same is long enough to be kept.'
      : `Too short for the cache, which starts at ${countWords(minimumTokens)} tokens: nothing is lost.`;
  if (manner === 'marks' && marks.length === 0)
    return 'Nothing is read from the cache: the request does not ask for any of it to be kept.';
  if (breaking === null) return 'Nothing is read from the cache.';
  return `Nothing is read from the cache: ${oneLine(breaking.name)} at ${spotWords(breaking.spot)} changes with every request and stands before the rest.`;
}

function couldRead(
  { cachedTokens, cacheableTokens, lostUsdPer1kCalls: lost }: RequestMap,
  money: Money,
): string {
  if (cacheableTokens <= cachedTokens) return '';
  const loss = lost !== null && lost > 0n ? `: ${money(lost)} lost per 1,000 calls` : '';
  return `It could read ${countWords(cacheableTokens)}${loss}.`;
}

function lifetime(seconds: number): string {
  if (seconds % 3600 === 0) return seconds === 3600 ? 'an hour' : `${seconds / 3600} hours`;
  return seconds % 60 === 0 ? `${seconds / 60} minutes` : `${seconds} seconds`;
}

const manners = {
  prefix: 'The provider looks for the longest beginning that it has seen before, by itself.',
  marks: 'The provider keeps what stands before a breakpoint of the request, all of it or nothing.',
} as const;

const states = {
  cached: 'read from the cache',
  stable: 'the same each time, but not kept',
  behind: 'the same each time, but sent anew',
} as const;
