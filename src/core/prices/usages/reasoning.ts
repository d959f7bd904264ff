import { isRecord } from '../lists/reading.ts';
import { blocksOf } from './usageOf.ts';

/**
 * How many tokens of an answer's output were thought, not said; `null` where the provider does not tell. OpenAI and those
 * who speak like it tell it within their usage, Gemini beside the other counts.
 * @param answer as `usageOf` takes it.
 */
export function reasoningOf(answer: unknown): number | null {
  const told = blocksOf(answer).map((block) => {
    const { completion_tokens_details: chat, output_tokens_details: responses, thoughtsTokenCount } = block;
    const details = [chat, responses].find(isRecord);
    return details?.['reasoning_tokens'] ?? thoughtsTokenCount;
  });
  const last = told.findLast((count) => typeof count === 'number');
  return typeof last === 'number' && Number.isSafeInteger(last) && last >= 0 ? last : null;
}
