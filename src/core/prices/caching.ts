import type { Day } from '../host.ts';
import type { Segment } from '../prompts/prompt.ts';
import { modelName } from '../tokens/modelId.ts';
import type { Price } from './catalog.ts';
import { rateAt } from './cost.ts';
import type { CacheMap } from './price.ts';
import { toUsd } from './usd.ts';

/** What a provider's prefix cache asks of a model's requests. */
export interface CacheFacts {
  /** Tokens that a prefix must have to be cached; `null` where no minimum is published. */
  readonly minimumTokens: number | null;
  readonly source: string;
  readonly date: Day;
}

/** `null` where we know of no prefix cache, or do not know the model. */
export function cacheFacts(model: string | null): CacheFacts | null {
  if (model === null) return null;
  const name = modelName(model);
  const row = rows.find(
    ({ host, pattern }) => (host === undefined || host === name.host) && pattern.test(name.kind),
  );
  return row === undefined ? null : { minimumTokens: row.minimumTokens, source: row.source, date: row.date };
}

/**
 * How far the provider's cache can serve a prompt that is sent again with other values in its holes.
 * Only a hole that varies by request ends the stable prefix. One that changes by session or deployment still allows
 * hits in between, and one whose value is unknown is not called a fault without evidence.
 * The loss is that of the static text behind the break, and 0 where even all static text together would be below the
 * model's minimum, because then no order of the prompt is cached.
 * @param segmentTokens tokens of each segment, `null` for holes.
 * @returns `null` for a prompt without static text.
 */
export function cacheMap(
  segments: readonly Segment[],
  segmentTokens: readonly (number | null)[],
  model: string | null,
  price: Price | null,
  options: { readonly minimumStaticCharacters: number },
): CacheMap | null {
  const total = sum(segmentTokens);
  if (total === 0) return null;
  const minimumTokens = cacheFacts(model)?.minimumTokens ?? null;
  const first = segments.findIndex((segment) => segment.kind === 'hole' && segment.varies === 'request');
  const stablePrefixTokens = first < 0 ? total : sum(segmentTokens.slice(0, first));
  const behind = first < 0 ? 0 : staticCharacters(segments.slice(first + 1));
  const cacheBreaking = first >= 0 && behind > 0 && behind >= options.minimumStaticCharacters;
  const lost = cacheBreaking ? total - stablePrefixTokens : 0;
  return {
    stablePrefixTokens,
    minimumTokens,
    cacheBreaking,
    breaksAt: cacheBreaking ? first : null,
    lostUsdPer1kCalls: discount(minimumTokens !== null && total < minimumTokens ? 0 : lost, total, price),
  };
}

/** What 1,000 calls pay more for tokens that are not read from the cache; `null` where a price is missing. */
function discount(tokens: number, requestTokens: number, price: Price | null): number | null {
  if (!price?.cacheRead) return null;
  const perToken = rateAt(price.input, requestTokens) - rateAt(price.cacheRead, requestTokens);
  return toUsd(tokens * Math.max(perToken, 0) * 1000);
}

function sum(tokens: readonly (number | null)[]): number {
  return tokens.reduce<number>((total, count) => total + (count ?? 0), 0);
}

function staticCharacters(segments: readonly Segment[]): number {
  return segments.reduce((total, segment) => total + (segment.kind === 'text' ? segment.text.length : 0), 0);
}

interface Row extends CacheFacts {
  /** Where set, the row holds for models of this host alone. */
  readonly host?: string;
  readonly pattern: RegExp;
}

const litellm = { source: 'LiteLLM documentation, prompt caching', date: '2026-10-07' } as const;
const openai = { source: 'OpenAI, prompt caching guide', date: '2026-11-01' } as const;
const anthropic = { source: 'github.com/anthropics/skills, claude-api', date: '2026-07-01' } as const;
const google = { source: 'ai.google.dev/gemini-api/docs/caching', date: '2026-07-07' } as const;

/** First match wins. Sources disagree and change: each row says where it is from and when. */
const rows: readonly Row[] = [
  { host: 'aws', pattern: /^claude-opus-5$/, minimumTokens: 512, ...litellm },
  { host: 'aws', pattern: /^claude-(?:haiku-4\.5|opus-4\.[567])$/, minimumTokens: 4096, ...litellm },
  { host: 'aws', pattern: /^claude-(?:sonnet-[345]|opus-4\.8)/, minimumTokens: 1024, ...litellm },
  {
    host: 'aws',
    pattern: /^nova/,
    minimumTokens: 1000,
    source: 'Portkey documentation, Bedrock',
    date: '2026-11-01',
  },

  { pattern: /^(?:gpt-4o|gpt-4\.[15]|gpt-[56]|chatgpt-4o|o[134](?:-|$))/, minimumTokens: 1024, ...openai },

  { pattern: /^claude-(?:opus|fable|mythos)-5$/, minimumTokens: 512, ...litellm },
  { pattern: /^claude-opus-4\.7$/, minimumTokens: 2048, ...litellm },
  { pattern: /^claude-(?:opus-4\.[56]|haiku-4\.5)$/, minimumTokens: 4096, ...litellm },
  { pattern: /^claude-haiku-3(?:\.5)?$/, minimumTokens: 2048, ...anthropic },
  {
    pattern: /^claude-(?:sonnet-(?:3(?:\.[57])?|4(?:\.[56])?|5)|opus-(?:3|4(?:\.[18])?))$/,
    minimumTokens: 1024,
    ...litellm,
  },

  { pattern: /^gemini-2\.5-(?:flash|pro)(?!-lite)/, minimumTokens: 2048, ...google },
  { pattern: /^gemini-3\.(?:1-pro|[5-8]-flash)(?!-lite)/, minimumTokens: 4096, ...google },

  {
    pattern: /^deepseek/,
    minimumTokens: null,
    source: 'api-docs.deepseek.com/guides/kv_cache',
    date: '2026-11-01',
  },
  { pattern: /^grok/, minimumTokens: null, source: 'docs.x.ai', date: '2026-11-01' },
  {
    pattern: /^qwen/,
    minimumTokens: 1024,
    source: 'alibabacloud.com/help/model-studio/context-cache',
    date: '2026-10-11',
  },
  {
    pattern: /^(?:mistral|ministral|magistral|codestral)/,
    minimumTokens: null,
    source: 'docs.mistral.ai, prompt caching',
    date: '2026-11-01',
  },
];
