import { isRecord, type Fields } from '../lists/reading.ts';
import type { Usage } from '../usage.ts';

/** Reads one provider's way of counting; what is missing or no number becomes NaN, which nobody takes for a count. */
type Counter = (block: Fields) => Usage;

/** By what stands in the block; two providers use the same words for different sums. `null` where nothing is known. */
export function counterFor(provider: string, block: Fields): Counter | null {
  if ('promptTokenCount' in block) return gemini;
  if ('inputTokens' in block) return bedrock;
  if ('prompt_cache_hit_tokens' in block) return deepseek;
  if ('prompt_tokens' in block) return chat;
  if (!('input_tokens' in block)) return null;
  const additive = 'cache_creation_input_tokens' in block || 'cache_read_input_tokens' in block;
  return additive || provider === 'anthropic' ? anthropic : responses;
}

/** What is cached is part of `prompt_tokens`. @see https://platform.openai.com/docs/api-reference/chat/object (2026-11-22) */
const chat: Counter = (block) => {
  const details = inner(block, 'prompt_tokens_details');
  return {
    input: count(block, 'prompt_tokens'),
    ...cached(details),
    output: count(block, 'completion_tokens', 0) + thoughtApart(block),
  };
};

/**
 * xAI, and Gemini in OpenAI's form, do not count what the model thought among `completion_tokens`: the total tells.
 * @see https://docs.x.ai/docs/guides/reasoning (2026-11-22)
 */
function thoughtApart(block: Fields): number {
  const thought = count(inner(block, 'completion_tokens_details'), 'reasoning_tokens', 0);
  const said = count(block, 'prompt_tokens') + count(block, 'completion_tokens', 0);
  return thought > 0 && block['total_tokens'] === said + thought ? thought : 0;
}

/** As in Chat, under other names. @see https://platform.openai.com/docs/api-reference/responses/object (2026-11-22) */
const responses: Counter = (block) => ({
  input: count(block, 'input_tokens'),
  ...cached(inner(block, 'input_tokens_details')),
  output: count(block, 'output_tokens', 0),
});

function cached(details: Fields): Pick<Usage, 'cacheRead' | 'cacheWrite'> {
  return {
    cacheRead: count(details, 'cached_tokens', 0),
    cacheWrite: count(details, 'cache_write_tokens', 0),
  };
}

/**
 * `input_tokens` is only what was neither read from the cache nor written to it.
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-caching (2026-11-22)
 */
const anthropic: Counter = (block) => {
  const read = count(block, 'cache_read_input_tokens', 0);
  const written = count(block, 'cache_creation_input_tokens', 0);
  const hour = count(inner(block, 'cache_creation'), 'ephemeral_1h_input_tokens', 0);
  return {
    input: count(block, 'input_tokens') + read + written,
    cacheRead: read,
    cacheWrite: written - hour,
    cacheWrite1h: hour,
    output: count(block, 'output_tokens', 0),
  };
};

/**
 * As Anthropic counts. Lifetimes stand in a list.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_TokenUsage.html (2026-11-22)
 */
const bedrock: Counter = (block) => {
  const read = count(block, 'cacheReadInputTokens', 0);
  const written = count(block, 'cacheWriteInputTokens', 0);
  const { cacheDetails } = block;
  const details: readonly unknown[] = Array.isArray(cacheDetails) ? cacheDetails : [];
  const hours = details.filter(isRecord).filter(({ ttl }) => ttl === '1h');
  const hour = hours.reduce((sum, one) => sum + count(one, 'inputTokens'), 0);
  return {
    input: count(block, 'inputTokens') + read + written,
    cacheRead: read,
    cacheWrite: written - hour,
    cacheWrite1h: hour,
    output: count(block, 'outputTokens', 0),
  };
};

/** What was thought is charged as output, what tools brought in as input. @see https://ai.google.dev/api/generate-content#UsageMetadata (2026-11-22) */
const gemini: Counter = (block) => ({
  input: count(block, 'promptTokenCount') + count(block, 'toolUsePromptTokenCount', 0),
  cacheRead: count(block, 'cachedContentTokenCount', 0),
  output: count(block, 'candidatesTokenCount', 0) + count(block, 'thoughtsTokenCount', 0),
});

/** @see https://api-docs.deepseek.com/guides/kv_cache (2026-11-22) */
const deepseek: Counter = (block) => ({
  input: count(block, 'prompt_tokens'),
  cacheRead: count(block, 'prompt_cache_hit_tokens', 0),
  output: count(block, 'completion_tokens', 0),
});

function inner(block: Fields, key: string): Fields {
  const value = block[key];
  return isRecord(value) ? value : {};
}

function count(block: Fields, key: string, missing = Number.NaN): number {
  const value = block[key];
  if (value === undefined) return missing;
  return typeof value === 'number' ? value : Number.NaN;
}
