import type { Day } from '../../host.ts';
import type { Service } from '../lists/list.ts';

/** What a slower or faster service charges, as multiples of the standard prices. */
export interface ServiceRow {
  readonly service: Exclude<Service, 'standard'>;
  /** Ids of the companies, as the price list calls them. */
  readonly hosts: readonly string[];
  /** Of a model's kind, as `modelName` tells it. */
  readonly pattern: RegExp;
  readonly input: number;
  readonly output: number;
  /** `null` where reading from the cache is not known to be offered, or at what price. */
  readonly cacheRead: number | null;
  readonly cacheWrite: number | null;
  readonly source: string;
  readonly date: Day;
}

const litellm = { source: 'LiteLLM model_prices_and_context_window.json', date: '2026-07-24' } as const;
const anthropic = { source: 'Anthropic, batch processing', date: '2026-11-01' } as const;
const google = { source: 'ai.google.dev/gemini-api/docs/optimization', date: '2026-11-01' } as const;
const googleBatch = { source: 'ai.google.dev/gemini-api/docs/batch-api', date: '2026-11-01' } as const;
const mistral = { source: 'docs.mistral.ai, batch inference', date: '2026-11-01' } as const;
const kimi = { source: 'platform.kimi.ai/docs/pricing/batch', date: '2026-11-01' } as const;

const half = { input: 0.5, output: 0.5, cacheRead: 0.5, cacheWrite: 0.5 } as const;
/** Half of the price, where nothing is said of the cache. */
const halfUncached = { input: 0.5, output: 0.5, cacheRead: null, cacheWrite: null } as const;
const openaiHosts = ['openai', 'azure'] as const;

function all(factor: number) {
  return { input: factor, output: factor, cacheRead: factor, cacheWrite: factor } as const;
}

/** First match per service wins. */
export const serviceRows: readonly ServiceRow[] = [
  {
    service: 'batch',
    hosts: openaiHosts,
    pattern: /^gpt-5(?:\.[1-9])?(?:-(?:mini|nano|sol|luna|terra))?$/,
    ...half,
    ...litellm,
  },
  {
    service: 'batch',
    hosts: openaiHosts,
    pattern:
      /^(?:gpt-4o(?:-mini)?|gpt-4\.1(?:-mini|-nano)?|gpt-4(?:-turbo)?|gpt-3\.5-turbo|gpt-5(?:\.[2-9])?-pro|o[134](?:-mini|-pro)?)$/,
    ...halfUncached,
    ...litellm,
  },
  {
    service: 'flex',
    hosts: ['openai'],
    pattern: /^(?:o3|o4-mini|gpt-5(?:\.[1-9])?(?:-(?:mini|nano|pro|sol|luna|terra))?)$/,
    ...half,
    ...litellm,
  },
  { service: 'priority', hosts: ['openai'], pattern: /^gpt-4o$/, ...all(1.7), ...litellm },
  { service: 'priority', hosts: ['openai'], pattern: /^gpt-4\.1(?:-mini)?$|^o3$/, ...all(1.75), ...litellm },
  { service: 'priority', hosts: ['openai'], pattern: /^gpt-5-mini$/, ...all(1.8), ...litellm },
  {
    service: 'priority',
    hosts: ['openai'],
    pattern: /^gpt-5(?:\.[1-9])?(?:-(?:codex|sol|luna|terra))?$|^gpt-5\.4-mini$|^gpt-4\.1-nano$/,
    ...all(2),
    ...litellm,
  },

  { service: 'batch', hosts: ['anthropic'], pattern: /^claude-/, ...half, ...anthropic },

  // What a batch reads from the cache costs as much as outside of one.
  {
    service: 'batch',
    hosts: ['google'],
    pattern: /^gemini-(?:2\.5|[3-9])/,
    ...half,
    cacheRead: 1,
    cacheWrite: 1,
    ...googleBatch,
  },
  { service: 'flex', hosts: ['google'], pattern: /^gemini-3/, ...half, ...google },
  {
    service: 'priority',
    hosts: ['google'],
    pattern: /^gemini-3(?:\.[1-9])?-(?:pro|flash)(?!-lite)/,
    ...all(1.8),
    ...litellm,
  },

  {
    service: 'batch',
    hosts: ['mistral'],
    pattern: /^(?:mistral|ministral|magistral|codestral|devstral|open-mi)/,
    ...halfUncached,
    ...mistral,
  },
  {
    service: 'batch',
    hosts: ['moonshotai'],
    pattern: /^kimi-k2\.5$/,
    ...all(0.6),
    ...kimi,
  },
];
