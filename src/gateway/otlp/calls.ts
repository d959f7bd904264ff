import { sketchOf } from '../../ledger/attribution/sketch.ts';
import { blankCall, type Call, type Status } from '../../ledger/call.ts';
import type { Attributes, Span } from './span.ts';
import { spanTexts } from './texts.ts';
import { spanUsage } from './usage.ts';

/** Calls of models among spans. `rejected` are those that lack what tells one call from another. */
export interface SpanCalls {
  readonly calls: readonly Call[];
  readonly rejected: number;
}

/** Spans → calls. What is no call of a model is passed over; so is a span around another call, which tells the same again. */
export function callsOf(spans: readonly Span[]): SpanCalls {
  const found = spans.flatMap((span) => {
    const operation = operationOf(span.attributes);
    return operation === null ? [] : [{ span, operation }];
  });
  const around = new Set(found.map(({ span }) => `${span.traceId} ${span.parentSpanId}`));
  const innermost = found.filter(({ span }) => !around.has(`${span.traceId} ${span.spanId}`));
  const fit = innermost.filter(({ span }) => isFit(span));
  return {
    calls: fit.map(({ span, operation }) => callOf(span, operation)),
    rejected: innermost.length - fit.length,
  };
}

function isFit({ traceId, spanId, start, end }: Span): boolean {
  if (!/^[0-9a-f]{32}$/.test(traceId) || !/^[0-9a-f]{16}$/.test(spanId)) return false;
  return start > Date.UTC(2015, 0, 1) && end >= start && end < Date.UTC(2200, 0, 1);
}

const operations: Readonly<Record<string, string>> = {
  ...{ chat: 'chat', LLM: 'chat', generate_content: 'generate_content' },
  ...{ text_completion: 'text_completion', completion: 'text_completion' },
  ...{ embeddings: 'embeddings', embedding: 'embeddings', EMBEDDING: 'embeddings' },
};

/** `null` for what is no call of a model, such as an agent or a tool. */
function operationOf(attributes: Attributes): string | null {
  const named = textOf(attributes, [
    ...['gen_ai.operation.name', 'openinference.span.kind', 'llm.request.type', 'gen_ai.request.type'],
  ]);
  if (named !== null) return Object.hasOwn(operations, named) ? (operations[named] ?? null) : null;
  const hasModel = textOf(attributes, ['gen_ai.request.model', 'gen_ai.response.model']) !== null;
  return hasModel && spanUsage(attributes).from === 'provider' ? 'chat' : null;
}

function callOf(span: Span, operation: string): Call {
  const { traceId, spanId, start, end, attributes, events } = span;
  const first = events.find(({ name }) => /first token|completion\.chunk/i.test(name));
  const firstTokenMs = secondsOf(attributes) ?? (first === undefined ? Number.NaN : first.at - start);
  return {
    ...blankCall('otlp', `${traceId}-${spanId}`, Math.round(start)),
    provider: providerOf(attributes),
    model: textOf(attributes, models),
    operation,
    usage: spanUsage(attributes),
    latencyMs: end - start,
    // A clock may have gone back, and a time may be none.
    firstTokenMs: firstTokenMs >= 0 && firstTokenMs <= end - start ? firstTokenMs : null,
    status: statusOf(span),
    streaming: streamingOf(attributes) ?? (first === undefined ? null : true),
    prompt: textOf(attributes, ['promptmeter.prompt']),
    feature: textOf(attributes, ['promptmeter.feature', 'traceloop.workflow.name', 'gen_ai.agent.name']),
    user: textOf(attributes, ['user.id', 'enduser.id', 'traceloop.association.properties.user_id']),
    session: textOf(attributes, [
      ...['session.id', 'gen_ai.conversation.id', 'traceloop.association.properties.session_id'],
    ]),
    sketch: sketchOf(spanTexts(span)),
  };
}

const models = [
  ...['gen_ai.response.model', 'gen_ai.request.model', 'llm.model_name', 'embedding.model_name'],
  ...['llm.response.model', 'llm.request.model'],
];

/** Ids of the price list. */
const providers: Readonly<Record<string, string>> = {
  ...{ 'gcp.gemini': 'google', 'gcp.vertex_ai': 'google', 'gcp.gen_ai': 'google', gemini: 'google' },
  ...{
    vertexai: 'google',
    vertex_ai: 'google',
    google_genai: 'google',
    'aws.bedrock': 'aws',
    bedrock: 'aws',
  },
  ...{ 'azure.ai.openai': 'azure', 'az.ai.openai': 'azure', 'azure.ai.inference': 'azure' },
  ...{ mistral_ai: 'mistral', mistralai: 'mistral', x_ai: 'x-ai', xai: 'x-ai' },
};

function providerOf(attributes: Attributes): string | null {
  const named = textOf(attributes, [
    ...['gen_ai.provider.name', 'gen_ai.system', 'llm.provider', 'llm.system'],
  ])?.toLowerCase();
  if (named === undefined) return null;
  return Object.hasOwn(providers, named) ? (providers[named] ?? named) : named;
}

function statusOf({ attributes, isError }: Span): Status {
  if (isError || textOf(attributes, ['error.type']) !== null) return 'error';
  const reasons = JSON.stringify(attributes['gen_ai.response.finish_reasons'] ?? '');
  return /"(?:length|max_tokens|MAX_TOKENS)\\?"/.test(reasons) ? 'incomplete' : 'ok';
}

/** Milliseconds, of what the conventions tell in seconds and the Vercel AI SDK in milliseconds. */
function secondsOf(attributes: Attributes): number | null {
  const seconds = attributes['gen_ai.response.time_to_first_chunk'];
  if (typeof seconds === 'number' && seconds >= 0) return seconds * 1000;
  const milliseconds = attributes['ai.response.msToFirstChunk'];
  return typeof milliseconds === 'number' && milliseconds >= 0 ? milliseconds : null;
}

function streamingOf(attributes: Attributes): boolean | null {
  const told = attributes['gen_ai.request.stream'] ?? attributes['llm.is_streaming'];
  return typeof told === 'boolean' ? told : null;
}

function textOf(attributes: Attributes, names: readonly string[]): string | null {
  for (const name of names) {
    const value = attributes[name];
    if (typeof value === 'string' && value !== '') return value.slice(0, 500);
  }
  return null;
}
