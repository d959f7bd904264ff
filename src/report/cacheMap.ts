import type { MapBreak, RequestMap } from '../core/cache/map.ts';
import type { Money } from '../core/prices/money.ts';
import type { Places } from './place.ts';
import { countWords, oneLine } from './words.ts';

/** Whether there is anything to cache in a call, so that its map tells something. */
export function drawn(map: RequestMap | null): RequestMap | null {
  return map === null || map.manner === null || map.cacheableTokens === 0 ? null : map;
}

/** Columns of a bar: on the narrowest terminals a word still fits beside it. */
export const barWidth = 20;

/** How each token of a request stands to the cache, and the sign for it in a bar. */
const signs = { read: '█', stable: '▓', broken: '░', hole: '┊' } as const;

/**
 * A request as a bar, in the order in which the provider renders it: `████████▓▓┊░░░░`. Read from the cache, the same in
 * every call and not read, behind what changes; each thing that changes is a thin line.
 * @param width of the bar in columns.
 */
export function mapBar(
  { parts, cachedTokens, stableTokens, totalTokens }: RequestMap,
  width: number,
): string {
  let bar = '';
  let before = 0;
  let drawn = 0;
  for (const { tokens, varies } of parts) {
    if (varies !== 'never' && !bar.endsWith(signs.hole)) bar += signs.hole;
    before += tokens;
    const until = Math.round((before / Math.max(totalTokens, 1)) * width);
    for (; drawn < until; drawn++) {
      const at = ((drawn + 0.5) / width) * totalTokens;
      bar += signOf(at, cachedTokens, stableTokens);
    }
  }
  return bar;
}

function signOf(at: number, cached: number, stable: number): string {
  if (at < cached) return signs.read;
  return at < stable ? signs.stable : signs.broken;
}

/** `reads 1,240 of 1,850 tokens from the cache · line 20: new Date() (clock) ends it · $0.0046 cold, $0.0025 warm, $0.0018 mended` */
export function mapWords(map: RequestMap, places: Places, money: Money): string[] {
  const { cachedTokens, totalTokens, manner, marks } = map;
  const read =
    cachedTokens > 0
      ? `reads ${countWords(cachedTokens)} of ${countWords(totalTokens)} tokens from the cache${lifetimeWords(map)}`
      : `reads none of ${countWords(totalTokens)} tokens from the cache`;
  const unmarked = manner === 'marks' && marks.length === 0 ? ['nothing is marked'] : [];
  const first = map.breaks.find((one) => ends(one, map));
  return [
    read,
    ...unmarked,
    ...(first === undefined ? [] : [breakWords(first, map, places)]),
    ...costWords(map, money),
  ];
}

/** The first thing that ends the prefix, of calls that follow each other or of those of another session or deployment. */
function ends({ part, varies }: MapBreak, { parts }: RequestMap): boolean {
  return varies !== 'unknown' && parts.slice(part + 1).some(({ tokens }) => tokens > 0);
}

const rhythms = {
  request: 'ends it',
  session: 'ends it with each session',
  deploy: 'ends it with each deployment',
  unknown: 'may end it',
} as const;

function breakWords({ part, varies, because }: MapBreak, { parts }: RequestMap, places: Places): string {
  const at = parts[part];
  if (at === undefined) return '';
  const name = at.name === '' ? at.kind : oneLine(at.name);
  const rhythm = because === 'date' ? 'ends it once a day' : rhythms[varies];
  return `line ${places.line(at.path, at.range.start)}: ${name} (${oneLine(because)}) ${rhythm}`;
}

function lifetimeWords({ lifetimeSeconds }: RequestMap): string {
  if (lifetimeSeconds === null) return '';
  return lifetimeSeconds < 3600 ? ` for ${lifetimeSeconds / 60} min` : ` for ${lifetimeSeconds / 3600} h`;
}

/** Without what changes nothing, and nothing where no price is known. */
function costWords({ cost, cachedTokens, cacheableTokens }: RequestMap, money: Money): string[] {
  if (cost === null) return [];
  const mended = cacheableTokens > cachedTokens ? [`${money(cost.fixed)} mended`] : [];
  const warm = cachedTokens > 0 ? [`${money(cost.warm)} warm`] : [];
  return [[`${money(cost.cold)} cold`, ...warm, ...mended].join(', ')];
}
