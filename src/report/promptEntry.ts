import type { CacheMap } from '../core/prices/price.ts';
import type { Hole, Segment } from '../core/prompts/prompt.ts';
import type { MeteredCall, MeteredPrompt } from '../core/report.ts';
import type { Tokens } from '../core/tokens/tokens.ts';
import { costEntry, dollarsOrNull } from './costEntry.ts';
import type { Places } from './place.ts';
import type {
  BreakEntry,
  CacheEntry,
  HoleEntry,
  ModelEntry,
  PromptEntry,
  TextEntry,
  TokensEntry,
} from './promptDocument.ts';

export function promptEntry(prompt: MeteredPrompt, places: Places): PromptEntry {
  return {
    id: prompt.id,
    ...places.of(prompt.path, prompt.range),
    language: prompt.language,
    role: prompt.role,
    found: prompt.found,
    confidence: prompt.confidence,
    sdk: prompt.sdk,
    model: modelEntry(prompt),
    segments: prompt.segments.map((segment, i) => segmentEntry(segment, prompt, i, places)),
    partOf: prompt.partOf,
    tokens: tokensEntry(prompt.tokens),
    cost: costEntry(prompt.cost),
    cache: cacheEntry(prompt.cache, breakOf(prompt), prompt.path, places),
  };
}

export function modelEntry({ model, meant }: MeteredPrompt | MeteredCall): ModelEntry | null {
  if (model === null) return null;
  return { id: model.id, via: model.via, ...(meant === undefined ? {} : { meant }) };
}

export function tokensEntry({ count, most, certainty, band, encoding }: Tokens): TokensEntry {
  return { count, ...(most === undefined || most === count ? {} : { most }), certainty, band, encoding };
}

export function cacheEntry(
  cache: Omit<CacheMap, 'breaksAt'> | null,
  hole: Hole | null,
  path: string,
  places: Places,
): CacheEntry | null {
  if (cache === null) return null;
  const { stablePrefixTokens, minimumTokens, cacheBreaking } = cache;
  const lostUsdPer1kCalls = dollarsOrNull(cache.lostUsdPer1kCalls);
  const breaksAt = hole === null ? null : breakEntry(hole, path, places);
  return { stablePrefixTokens, minimumTokens, cacheBreaking, breaksAt, lostUsdPer1kCalls };
}

function segmentEntry(
  segment: Segment,
  prompt: MeteredPrompt,
  index: number,
  places: Places,
): TextEntry | HoleEntry {
  const { startLine, endLine } = places.of(segment.path, segment.range);
  const elsewhere = segment.path === prompt.path ? {} : { path: segment.path };
  if (segment.kind === 'text')
    return { kind: 'text', tokens: prompt.segmentTokens[index] ?? 0, ...elsewhere, startLine, endLine };
  const { expression, varies, because } = segment;
  return { kind: 'hole', expression, ...elsewhere, startLine, endLine, varies, because };
}

function breakOf({ cache, segments }: MeteredPrompt): Hole | null {
  const hole = cache === null || cache.breaksAt === null ? undefined : segments[cache.breaksAt];
  return hole?.kind === 'hole' ? hole : null;
}

function breakEntry(hole: Hole, path: string, places: Places): BreakEntry {
  const { expression } = hole;
  const line = places.line(hole.path, hole.range.start);
  return hole.path === path ? { line, expression } : { path: hole.path, line, expression };
}
