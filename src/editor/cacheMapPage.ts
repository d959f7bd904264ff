import { coverage } from '../core/cache/coverage.ts';
import type { RequestMap } from '../core/cache/map.ts';
import type { MapPart } from '../core/cache/parts.ts';
import type { Segment } from '../core/prompts/prompt.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import type { MeteredPrompt } from '../core/report.ts';
import { countWords, nameOf } from '../report/words.ts';
import type { CacheMapPage, MappedRequest, MapRow } from '../webview/protocol.ts';
import { sayOfCache } from './cacheSentences.ts';
import type { Spot } from './convert.ts';
import type { Known } from './known.ts';
import { shortened } from './markdownText.ts';

const longestText = 90;
/** Of a prompt that half a workspace sends. */
const mostRequests = 6;

export interface Mapped {
  readonly prompt: MeteredPrompt;
  readonly known: Known;
  /** Where people are told that an offset stands. */
  readonly spot: (path: string, offset: number) => Spot;
  /** The document's own text. */
  readonly text: string;
}

/** A prompt → the requests that send it, as the page shows them; where none was followed, the prompt by itself. */
export function cacheMapPage(mapped: Mapped): CacheMapPage {
  const { prompt, known, spot } = mapped;
  const calls = known.calls.filter(({ map, prompts }) => map !== null && prompts.includes(prompt.id));
  const requests = calls.slice(0, mostRequests).flatMap(({ map, model, sdk, path, range }) => {
    const heading = sayOfCache.call(model, sdk, spot(path, range.start));
    return map === null ? [] : [requestOf(map, heading, mapped)];
  });
  const alone = (): MappedRequest => {
    const request = requestOf(prompt.map, sayOfCache.alone(prompt.model), mapped);
    return { ...request, facts: [sayOfCache.noCall, ...request.facts] };
  };
  return {
    kind: 'cacheMap',
    title: sayOfCache.title(nameOf(prompt), prompt.path),
    requests: requests.length > 0 ? requests : [alone()],
  };
}

function requestOf(map: RequestMap, heading: string, mapped: Mapped): MappedRequest {
  const money = moneyIn(mapped.known.currency);
  const first = map.breaks.find(({ varies }) => varies === 'request');
  const part = first === undefined ? undefined : map.parts[first.part];
  const breaking = part
    ? { name: textOf(part, mapped), spot: mapped.spot(part.path, part.range.start) }
    : null;
  return {
    heading,
    summary: sayOfCache.summary(map, breaking, money),
    rows: rowsOf(map, mapped),
    costs: costsOf(map, money),
    facts: sayOfCache.facts(map),
  };
}

function rowsOf(map: RequestMap, mapped: Mapped): MapRow[] {
  const covered = coverage(map);
  return map.parts.flatMap((part, i): MapRow[] => {
    const cover = covered[i];
    if (cover === undefined) return [];
    const { path, range, role, tokens, varies, because } = part;
    const marks = map.marks.filter(({ after }) => after === i);
    return [
      {
        state: cover.state,
        note: sayOfCache.note(cover.state, varies, because, cover.cached, tokens),
        text: textOf(part, mapped),
        role: sayOfCache.role(role),
        where: sayOfCache.where(mapped.spot(path, range.start)),
        path,
        offset: range.start,
        tokens,
        tokensText: tokens === 0 ? '' : countWords(tokens),
        upTo: countWords(cover.before + tokens),
        mark: marks.map(({ lifetime, holds }) => sayOfCache.mark(lifetime, holds))[0] ?? null,
      },
    ];
  });
}

function costsOf({ cost, cacheableTokens, cachedTokens }: RequestMap, money: Money): MappedRequest['costs'] {
  if (cost === null) return [];
  const entry = ([name, note]: readonly [string, string], amount: bigint) => ({
    name,
    note,
    text: sayOfCache.per1k(amount, money),
  });
  const warm = cachedTokens > 0 ? [entry(sayOfCache.warm, cost.warm)] : [];
  const fixed = cacheableTokens > cachedTokens ? [entry(sayOfCache.fixed, cost.fixed)] : [];
  return [entry(sayOfCache.cold, cost.cold), ...warm, ...fixed];
}

/** What stands at a part: its words where they are known, else what it is called. */
function textOf(part: MapPart, { known, text }: Mapped): string {
  if (part.kind === 'messages') return sayOfCache.history;
  if (part.kind === 'image') return sayOfCache.image;
  const own = part.path === known.path ? text.slice(part.range.start, part.range.end) : null;
  const words = part.name || segmentAt(part, known) || own || sayOfCache.unseen;
  return shortened(words, longestText);
}

/** The decoded text of a segment, wherever it stands. */
function segmentAt({ path, range }: MapPart, known: Known): string | null {
  const queue: Segment[] = known.prompts.flatMap(({ segments }) => segments);
  for (let segment = queue.pop(); segment !== undefined; segment = queue.pop()) {
    const here = segment.path === path && segment.range.start === range.start;
    if (segment.kind === 'text' && here) return segment.text;
    if (segment.kind === 'hole') for (const inner of (segment.arms ?? []).flat()) queue.push(inner);
  }
  return null;
}
