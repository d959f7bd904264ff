import type { Usage } from '../core/prices/usage.ts';
import { reasoningOf } from '../core/prices/usages/reasoning.ts';
import { usageOf } from '../core/prices/usages/usageOf.ts';
import { mostTokens, unknownUsage, type Call, type CallUsage } from './call.ts';

/**
 * What an answer says about its tokens and its service, as a call keeps it.
 * @param answer as parsed from JSON, or the events of a stream in their order; see `usageOf`.
 */
export function answerOf(provider: string | null, answer: unknown): Pick<Call, 'usage' | 'service'> {
  const usage = usageOf(provider ?? '', answer);
  if (usage !== null && !canBe(usage)) return { usage: unknownUsage, service: null };
  if (usage !== null)
    return { usage: usageOfCall(usage, reasoningOf(answer)), service: usage.service ?? 'standard' };
  // Of a service that is not known here the tokens are known all the same.
  const counted = usageOf(provider ?? '', answer, 'standard');
  if (counted === null || !canBe(counted)) return { usage: unknownUsage, service: null };
  return { usage: usageOfCall(counted, reasoningOf(answer)), service: 'other' };
}

/** What is cached is part of the input, which `usageOf` has seen to. */
function canBe({ input, output = 0 }: Usage): boolean {
  return input <= mostTokens && output <= mostTokens;
}

/** @param reasoning of the output, where it is told. */
export function usageOfCall(usage: Usage, reasoning: number | null = null): CallUsage {
  return {
    input: usage.input,
    cacheRead: usage.cacheRead ?? null,
    cacheWrite: usage.cacheWrite ?? null,
    cacheWrite1h: usage.cacheWrite1h ?? null,
    output: usage.output ?? null,
    reasoning,
    from: 'provider',
  };
}
