import type { Day } from '../../host.ts';

/** How much a model reads and writes at once, as its maker serves it. Tokens. */
export interface LimitRow {
  /** Of a model's kind, as `modelName` tells it. */
  readonly pattern: RegExp;
  /** Input and output together; of those makers that count input alone, the input. */
  readonly contextWindow: number;
  readonly maxOutput: number;
}

/** Two lists that agree where both know a model; read on these days. */
export const limitSource: { readonly source: string; readonly date: Day } = {
  source: 'models.dev (2026-07-02) and LiteLLM (2026-07-24)',
  date: '2026-07-24',
};

function limits(pattern: RegExp, contextWindow: number, maxOutput: number): LimitRow {
  return { pattern, contextWindow, maxOutput };
}

/** First match wins. */
export const limitRows: readonly LimitRow[] = [
  limits(/^gpt-3\.5-turbo/, 16_385, 4096),
  limits(/^gpt-4$/, 8192, 8192),
  limits(/^gpt-4-(?:turbo|0125|1106)/, 128_000, 4096),
  limits(/^gpt-4\.1/, 1_047_576, 32_768),
  limits(/^gpt-4o-2024-05-13$/, 128_000, 4096),
  limits(/^gpt-4o(?:-mini)?(?:-search-preview)?$/, 128_000, 16_384),
  limits(/^o[134](?:-mini|-pro)?$/, 200_000, 100_000),
  limits(/^gpt-5\.[1-3]-chat-latest$|^gpt-5\.[1-3]-chat$/, 128_000, 16_384),
  limits(/^gpt-5-pro$/, 400_000, 272_000),
  limits(/^gpt-5(?:\.[1-3])?(?:-(?:mini|nano|pro|codex|codex-max|codex-mini|chat))?$/, 400_000, 128_000),
  limits(/^gpt-5\.4-(?:mini|nano)$/, 400_000, 128_000),
  limits(/^gpt-5\.[45](?:-pro)?$/, 1_050_000, 128_000),
  limits(/^gpt-5\.6(?:-(?:sol|luna|terra))?$/, 1_050_000, 128_000),

  limits(/^claude-(?:haiku|opus|sonnet)-3$/, 200_000, 4096),
  limits(/^claude-(?:sonnet|haiku)-3\.5$/, 200_000, 8192),
  limits(/^claude-opus-4(?:\.1)?$/, 200_000, 32_000),
  limits(/^claude-(?:sonnet-(?:3\.7|4|4\.5)|opus-4\.5|haiku-4\.5)$/, 200_000, 64_000),
  limits(/^claude-sonnet-4\.6$/, 1_000_000, 64_000),
  limits(/^claude-(?:opus-(?:4\.[678]|5)|sonnet-5|fable-5|mythos-5)$/, 1_000_000, 128_000),

  limits(/^gemini-2\.0-flash(?:-lite)?(?:-001)?$/, 1_048_576, 8192),
  limits(/^gemini-2\.5-flash-image$/, 32_768, 32_768),
  limits(/^gemini-(?:2\.5|3(?:\.[1-6])?)-(?:pro|flash|flash-lite)(?:-preview)?$/, 1_048_576, 65_536),

  limits(/^deepseek-(?:chat|reasoner|v4-(?:flash|pro))$/, 1_000_000, 384_000),
  limits(/^grok-4\.(?:3|20-)/, 1_000_000, 30_000),
  limits(/^codestral/, 256_000, 4096),
  limits(/^devstral(?:-2512|-medium)?$/, 262_144, 262_144),
  limits(/^mistral-large(?:-2512)?$/, 262_144, 262_144),
  limits(/^mistral-medium(?:-2508|-2604)?$/, 262_144, 262_144),
  limits(/^mistral-small(?:-2603)?$/, 256_000, 256_000),
  limits(/^ministral-[38]b$|^open-mistral-nemo$|^mistral-nemo$/, 128_000, 128_000),
  limits(/^command-a-(?:03-2025|plus)/, 256_000, 8000),
  limits(/^command-r/, 128_000, 4000),
  limits(/^kimi-k2(?:\.[56]|-thinking|-thinking-turbo|-turbo-preview|-0905-preview)?$/, 262_144, 262_144),
  limits(/^minimax-m3$/, 1_000_000, 128_000),
  limits(/^minimax-m2(?:\.[157])?/, 204_800, 131_072),
  limits(/^glm-4\.[67]$/, 204_800, 131_072),
  limits(/^qwen-(?:plus|flash)$|^qwen3\.[5-7]-(?:plus|flash)$/, 1_000_000, 32_768),
  limits(/^qwen-max$/, 32_768, 8192),
  limits(/^qwen3-max$|^qwen3-coder-plus$/, 262_144, 65_536),
  limits(/^sonar-pro$/, 200_000, 8192),
  limits(/^sonar$/, 128_000, 4096),
];
