import type { CacheFacts } from '../prices/cacheFacts.ts';
import type { Price } from '../prices/catalog.ts';
import { rateAt } from '../prices/rates.ts';
import { lostPer1kCalls } from '../prices/savings.ts';
import { times, type Usd } from '../prices/usd.ts';
import type { Varies } from '../prompts/prompt.ts';
import type { Range } from '../text.ts';
import type { MapPart } from './parts.ts';

/** A place up to which the request asks its provider to keep the prefix. */
export interface MapMark {
  /** Where it stands in the source. */
  readonly path: string;
  readonly range: Range;
  /** It stands behind the part with this index; -1 is before all of them. */
  readonly after: number;
  /** As written: `5m`, `1h`; `null` where the provider's own counts. */
  readonly lifetime: string | null;
  /** Blocks between the last history before it and the mark: so far back, at the least, an entry of the call before is. */
  readonly newBlocks: number;
  /** Fixed tokens before it. */
  readonly tokens: number;
  /**
   * Nothing before it varies by request, or only a history that the provider looks back over, and the tokens are as many
   * as it asks for.
   */
  readonly holds: boolean;
}

/** Something that differs between calls that could share a prefix. */
export interface MapBreak {
  readonly part: number;
  readonly varies: Exclude<Varies, 'never'>;
  readonly because: string;
}

/** US dollars of one call's known input. */
export interface MapCost {
  /** Nothing is in the cache: what is kept is written. */
  readonly cold: Usd;
  /** Read from the cache is what can be, as the request is today. */
  readonly warm: Usd;
  /** The same if nothing that varies stood before what does not. */
  readonly fixed: Usd;
}

/** A request as its provider renders it, and how far the provider's prefix cache can serve it. Known text only. */
export interface RequestMap {
  readonly parts: readonly MapPart[];
  /** `prefix`: the provider finds the longest common prefix; `marks`: all or nothing up to each mark; `null`: no cache is known. */
  readonly manner: 'prefix' | 'marks' | null;
  readonly marks: readonly MapMark[];
  /** Tokens of all known text. */
  readonly totalTokens: number;
  /** Tokens before the first thing that varies by request. */
  readonly stableTokens: number;
  /** What the provider can keep of them: nothing below its minimum, and whole steps above. */
  readonly keepableTokens: number;
  /** Tokens that a warm call reads from the cache today, and that it would if what varies stood last. */
  readonly cachedTokens: number;
  readonly cacheableTokens: number;
  readonly minimumTokens: number | null;
  /** Seconds for which an entry lives after its last use, at the least; `null` where nothing is promised. */
  readonly lifetimeSeconds: number | null;
  /** In the order of the request. The first that varies by request ends the stable prefix. */
  readonly breaks: readonly MapBreak[];
  /** `null` where the model or its price is unknown. */
  readonly cost: MapCost | null;
  /** What 1,000 calls pay for tokens that are sent anew and could be read; `null` where a price is missing. */
  readonly lostUsdPer1kCalls: Usd | null;
}

export interface Terms {
  readonly price: Price | null;
  readonly caching: CacheFacts | null;
}

/**
 * @param parts in the order in which the provider renders them.
 * @param marks see `MapMark`; empty where the request has none.
 */
export function requestMap(
  parts: readonly MapPart[],
  marks: readonly Omit<MapMark, 'tokens' | 'holds'>[],
  { price, caching }: Terms,
): RequestMap {
  const breaks = breaksOf(parts);
  const first = breaks.find(({ varies }) => varies === 'request');
  const totalTokens = tokensOf(parts);
  const stableTokens = first === undefined ? totalTokens : tokensOf(parts.slice(0, first.part));
  const placed = marks.map((mark) => placedMark(mark, parts, first?.part ?? parts.length, caching));
  const manner = caching === null ? null : mannerOf(caching);
  const cachedTokens = cachedOf(manner, stableTokens, placed, caching);
  const cacheableTokens = keepable(tokensOf(parts.filter(({ movable }) => movable)), caching);
  const lifetime =
    caching?.lifetimes.find(({ name }) => placed.some((mark) => mark.lifetime === name)) ??
    caching?.lifetimes[0];
  const extra = (lifetime?.writeFactor ?? 1) - 1;
  const money = { price, totalTokens, extra };
  return {
    parts,
    manner,
    marks: placed,
    totalTokens,
    stableTokens,
    keepableTokens: keepable(stableTokens, caching),
    cachedTokens,
    cacheableTokens,
    minimumTokens: caching?.minimumTokens ?? null,
    lifetimeSeconds: lifetime?.seconds ?? null,
    breaks,
    cost: costOf(cachedTokens, cacheableTokens, money),
    lostUsdPer1kCalls: lostPer1kCalls(
      Math.max(cacheableTokens - cachedTokens, 0),
      totalTokens,
      price,
      lifetime?.writeFactor ?? 1,
    ),
  };
}

/** Providers that take marks as well as finding prefixes themselves find them where there are no marks. */
function mannerOf({ control }: CacheFacts): 'prefix' | 'marks' {
  return control === 'explicit' ? 'marks' : 'prefix';
}

function breaksOf(parts: readonly MapPart[]): MapBreak[] {
  return parts.flatMap(({ varies, because }, part) =>
    varies === 'never' ? [] : [{ part, varies, because }],
  );
}

function placedMark(
  mark: Omit<MapMark, 'tokens' | 'holds'>,
  parts: readonly MapPart[],
  firstBreak: number,
  caching: CacheFacts | null,
): MapMark {
  const before = parts.slice(0, mark.after + 1);
  const tokens = tokensOf(before);
  // a history only grows: what was written behind it is a part of it in the next call, which looks back and finds it
  const kept = mark.after < firstBreak || parts[firstBreak]?.kind === 'messages';
  const isNear = mark.newBlocks <= (caching?.lookbackBlocks ?? Infinity);
  return { ...mark, tokens, holds: kept && isNear && keepable(tokens, caching) > 0 };
}

function cachedOf(
  manner: RequestMap['manner'],
  stableTokens: number,
  marks: readonly MapMark[],
  caching: CacheFacts | null,
): number {
  if (manner === null) return 0;
  if (manner === 'prefix') return keepable(stableTokens, caching);
  // of what a history brings along nobody knows how long it is
  return Math.max(
    0,
    ...marks.filter(({ holds }) => holds).map(({ tokens }) => Math.min(tokens, stableTokens)),
  );
}

/** How much of a prefix a provider keeps: nothing below its minimum, and whole steps above it. */
export function keepable(tokens: number, caching: CacheFacts | null): number {
  if (caching === null || tokens < (caching.minimumTokens ?? 1)) return 0;
  const from = caching.minimumTokens ?? 0;
  return from + Math.floor((tokens - from) / caching.stepTokens) * caching.stepTokens;
}

function tokensOf(parts: readonly MapPart[]): number {
  return parts.reduce((sum, { tokens }) => sum + tokens, 0);
}

interface Money {
  readonly price: Price | null;
  readonly totalTokens: number;
  /** What writing costs more than sending, as a part of the price of input. */
  readonly extra: number;
}

function costOf(cached: number, cacheable: number, { price, totalTokens, extra }: Money): MapCost | null {
  if (price === null) return null;
  const input = rateAt(price.input, totalTokens);
  const read = price.cacheRead === null ? input : rateAt(price.cacheRead, totalTokens);
  const reading = (tokens: number): Usd => times(read, tokens) + times(input, totalTokens - tokens);
  return {
    cold: times(input, totalTokens) + times(times(input, extra), cached),
    warm: reading(cached),
    fixed: reading(Math.max(cached, cacheable)),
  };
}
