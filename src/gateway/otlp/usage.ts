import { mostTokens, unknownUsage, type CallUsage } from '../../ledger/call.ts';
import type { Attributes } from './span.ts';

/**
 * The names that are around, the newest first: the GenAI conventions of OpenTelemetry, what they were called before, how
 * Sentry and OpenLLMetry call them, and OpenInference.
 * @see https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/ (2026-11-22)
 * @see https://arize-ai.github.io/openinference/spec/attributes/semantic-conventions.html (2026-11-22)
 * @see https://www.traceloop.com/docs/openllmetry/contributing/semantic-conventions (2026-11-22)
 */
const names = {
  input: [
    ...['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'],
    ...['llm.token_count.prompt', 'llm.usage.prompt_tokens'],
  ],
  output: [
    ...['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens'],
    ...['llm.token_count.completion', 'llm.usage.completion_tokens'],
  ],
  cacheRead: [
    ...['gen_ai.usage.cache_read.input_tokens', 'gen_ai.usage.cache_read_input_tokens'],
    ...['gen_ai.usage.input_tokens.cached', 'gen_ai.usage.cached_input_tokens'],
    ...['llm.token_count.prompt_details.cache_read', 'llm.usage.cache_read_input_tokens'],
  ],
  cacheWrite: [
    ...['gen_ai.usage.cache_creation.input_tokens', 'gen_ai.usage.cache_creation_input_tokens'],
    ...['gen_ai.usage.input_tokens.cache_write', 'llm.token_count.prompt_details.cache_write'],
    'llm.usage.cache_creation_input_tokens',
  ],
  reasoning: [
    ...['gen_ai.usage.reasoning.output_tokens', 'gen_ai.usage.output_tokens.reasoning'],
    ...['gen_ai.usage.reasoning_tokens', 'llm.token_count.completion_details.reasoning'],
    'llm.usage.reasoning_tokens',
  ],
  total: ['gen_ai.usage.total_tokens', 'llm.token_count.total', 'llm.usage.total_tokens'],
} as const;

/** Tokens of a span. What is cached should be part of the input; where the numbers say that it is not, it is added. */
export function spanUsage(attributes: Attributes): CallUsage {
  const [input, output] = [count(attributes, 'input'), count(attributes, 'output')];
  const [cacheRead, cacheWrite] = [count(attributes, 'cacheRead'), count(attributes, 'cacheWrite')];
  if (input === null && output === null) return unknownUsage;
  const cached = (cacheRead ?? 0) + (cacheWrite ?? 0);
  const isApart =
    input !== null &&
    cached > 0 &&
    (cached > input || count(attributes, 'total') === input + cached + (output ?? 0));
  return {
    input: isApart ? input + cached : input,
    ...{ cacheRead, cacheWrite, cacheWrite1h: null, output },
    reasoning: count(attributes, 'reasoning'),
    from: 'provider',
  };
}

function count(attributes: Attributes, what: keyof typeof names): number | null {
  for (const name of names[what]) {
    const value = Number(attributes[name] ?? Number.NaN);
    if (Number.isSafeInteger(value) && value >= 0 && value <= mostTokens) return value;
  }
  return null;
}
