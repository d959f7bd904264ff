import type { CacheFacts } from '../cacheFacts.ts';

/** What holds for the models of a family, whoever serves them or one company alone. */
export interface CacheRow extends CacheFacts {
  /** Where set, the row holds for models of this host alone. */
  readonly host?: string;
  /** Of a model's kind, as `modelName` tells it. */
  readonly pattern: RegExp;
}

/** How caching works at a provider, whatever the model. */
type Manner = Omit<CacheFacts, 'minimumTokens' | 'source' | 'date'>;

const unpublished = { stepTokens: 1, maxBreakpoints: null, lookbackBlocks: null } as const;

/** An entry lives 5 to 10 minutes after its last use, at most an hour; `prompt_cache_retention: "24h"` keeps it longer. */
const openaiManner: Manner = {
  control: 'automatic',
  stepTokens: 128,
  lifetimes: [{ name: '5m', seconds: 300, writeFactor: 1 }],
  readFactor: null,
  maxBreakpoints: null,
  lookbackBlocks: null,
};
/** From GPT-5.6 on writing costs more, an entry lives 30 minutes, and breakpoints can be set beside the implicit one. */
const openaiMarkedManner: Manner = {
  control: 'both',
  stepTokens: 128,
  lifetimes: [{ name: '30m', seconds: 1800, writeFactor: 1.25 }],
  readFactor: 0.1,
  maxBreakpoints: 4,
  lookbackBlocks: 80,
};
/** Marked blocks, or automatic caching that is switched on at the top of the request. */
const anthropicManner: Manner = {
  control: 'explicit',
  stepTokens: 1,
  lifetimes: [
    { name: '5m', seconds: 300, writeFactor: 1.25 },
    { name: '1h', seconds: 3600, writeFactor: 2 },
  ],
  readFactor: 0.1,
  maxBreakpoints: 4,
  lookbackBlocks: 20,
};
/** Cache points in the request; Bedrock looks back about as far as Anthropic. */
const bedrockNovaManner: Manner = {
  control: 'explicit',
  stepTokens: 1,
  lifetimes: [{ name: '5m', seconds: 300, writeFactor: 1 }],
  readFactor: null,
  maxBreakpoints: 4,
  lookbackBlocks: 20,
};
/** Implicit caching promises nothing; a cache that is made explicitly costs storage by the hour and lives one by default. */
const geminiManner: Manner = {
  ...unpublished,
  control: 'both',
  lifetimes: [
    { name: 'implicit', seconds: null, writeFactor: 1 },
    { name: '1h', seconds: 3600, writeFactor: 1 },
  ],
  readFactor: 0.1,
};
const deepseekManner: Manner = {
  ...unpublished,
  control: 'automatic',
  lifetimes: [{ name: 'hours', seconds: null, writeFactor: 1 }],
  readFactor: null,
};
/** An entry may be dropped at any time. Steps of 128 tokens were observed. */
const xaiManner: Manner = {
  ...unpublished,
  control: 'automatic',
  stepTokens: 128,
  lifetimes: [{ name: 'automatic', seconds: null, writeFactor: 1 }],
  readFactor: 0.25,
};
/** Marked prefixes cost 1.25 to write and 0.1 to read; those found implicitly cost 1 and 0.2. */
const qwenManner: Manner = {
  control: 'both',
  stepTokens: 1,
  lifetimes: [{ name: '5m', seconds: 300, writeFactor: 1.25 }],
  readFactor: 0.1,
  maxBreakpoints: 4,
  lookbackBlocks: 20,
};
const mistralManner: Manner = {
  ...unpublished,
  control: 'automatic',
  lifetimes: [{ name: 'automatic', seconds: null, writeFactor: 1 }],
  readFactor: 0.1,
};

const litellm = { source: 'LiteLLM documentation, prompt caching', date: '2026-10-07' } as const;
const openai = { source: 'OpenAI, prompt caching guide', date: '2026-11-01' } as const;
const anthropic = { source: 'github.com/anthropics/skills, claude-api', date: '2026-07-01' } as const;
const google = { source: 'ai.google.dev/gemini-api/docs/caching', date: '2026-07-07' } as const;
const portkey = { source: 'Portkey documentation, Bedrock', date: '2026-11-01' } as const;
const deepseek = { source: 'api-docs.deepseek.com/guides/kv_cache', date: '2026-11-01' } as const;
const xai = { source: 'docs.x.ai', date: '2026-11-01' } as const;
const alibaba = {
  source: 'alibabacloud.com/help/model-studio/context-cache',
  date: '2026-10-11',
} as const;
const mistral = { source: 'docs.mistral.ai, prompt caching', date: '2026-11-01' } as const;

/** First match wins. Sources disagree and change: each row says where it is from and when. */
export const cacheRows: readonly CacheRow[] = [
  { host: 'aws', pattern: /^claude-opus-5$/, minimumTokens: 512, ...anthropicManner, ...litellm },
  {
    host: 'aws',
    pattern: /^claude-(?:haiku-4\.5|opus-4\.[567])$/,
    minimumTokens: 4096,
    ...anthropicManner,
    ...litellm,
  },
  {
    host: 'aws',
    pattern: /^claude-(?:sonnet-[345]|opus-4\.8)/,
    minimumTokens: 1024,
    ...anthropicManner,
    ...litellm,
  },
  { host: 'aws', pattern: /^nova/, minimumTokens: 1000, ...bedrockNovaManner, ...portkey },

  {
    pattern: /^gpt-(?:5\.[6-9]|6)(?:-|$)/,
    minimumTokens: 1024,
    ...openaiMarkedManner,
    ...openai,
  },
  {
    pattern: /^(?:gpt-4o|gpt-4\.[15]|gpt-5|chatgpt-4o|o[134](?:-|$))/,
    minimumTokens: 1024,
    ...openaiManner,
    ...openai,
  },

  { pattern: /^claude-(?:opus|fable|mythos)-5$/, minimumTokens: 512, ...anthropicManner, ...litellm },
  { pattern: /^claude-opus-4\.7$/, minimumTokens: 2048, ...anthropicManner, ...litellm },
  { pattern: /^claude-(?:opus-4\.[56]|haiku-4\.5)$/, minimumTokens: 4096, ...anthropicManner, ...litellm },
  { pattern: /^claude-haiku-3(?:\.5)?$/, minimumTokens: 2048, ...anthropicManner, ...anthropic },
  {
    pattern: /^claude-(?:sonnet-(?:3(?:\.[57])?|4(?:\.[56])?|5)|opus-(?:3|4(?:\.[18])?))$/,
    minimumTokens: 1024,
    ...anthropicManner,
    ...litellm,
  },

  { pattern: /^gemini-2\.5-(?:flash|pro)(?!-lite)/, minimumTokens: 2048, ...geminiManner, ...google },
  {
    pattern: /^gemini-3\.(?:1-pro|[5-8]-flash)(?!-lite)/,
    minimumTokens: 4096,
    ...geminiManner,
    ...google,
  },

  { pattern: /^deepseek/, minimumTokens: null, ...deepseekManner, ...deepseek },
  { pattern: /^grok/, minimumTokens: null, ...xaiManner, ...xai },
  { pattern: /^qwen/, minimumTokens: 1024, ...qwenManner, ...alibaba },
  {
    pattern: /^(?:mistral|ministral|magistral|codestral)/,
    minimumTokens: null,
    ...mistralManner,
    ...mistral,
  },
];
