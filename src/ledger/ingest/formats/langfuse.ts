import type { Fields } from '../../../core/prices/lists/reading.ts';
import { sentTexts } from '../../attribution/sentTexts.ts';
import { sketchOf } from '../../attribution/sketch.ts';
import { blankCall, unknownUsage, type CallUsage } from '../../call.ts';
import { between, countOf, innerOf, momentOf, numberOf, parsed, statedBy, textOf } from '../fields.ts';
import type { Format } from '../format.ts';

/**
 * Langfuse: observations from its API (camelCase), from the export of its pages, and from the export to blob storage
 * (snake_case; times in UTC without saying so). Only generations and embeddings are calls.
 * @see https://langfuse.com/docs/api-and-data-platform/features/blob-storage-export-fields (2026-11-22)
 */
export const langfuse: Format = {
  source: 'langfuse',
  name: 'Langfuse observations',
  detects: (record) =>
    ('traceId' in record || 'trace_id' in record) &&
    'type' in record &&
    ('startTime' in record || 'start_time' in record),
  read(record) {
    const type = textOf(record, 'type');
    if (type !== 'GENERATION' && type !== 'EMBEDDING') return [];
    const [id, at] = [textOf(record, 'id'), momentOf(record['startTime'] ?? record['start_time'])];
    if (id === null || at === null) return null;
    const model = textOf(record, 'model', 'providedModelName', 'provided_model_name');
    const call = {
      ...blankCall('langfuse', id, at),
      model,
      operation: type === 'EMBEDDING' ? 'embeddings' : 'chat',
    };
    const dollars = numberOf(record, 'calculatedTotalCost', 'totalCost', 'total_cost');
    const costs = innerOf(record, 'costDetails', 'cost_details');
    const first = momentOf(record['completionStartTime'] ?? record['completion_start_time']);
    return [
      {
        ...call,
        usage: usageOf(record),
        // It writes 0 where it knows no price.
        cost: statedBy('langfuse', (numberOf(costs, 'total') ?? dollars) || null, call),
        latencyMs: between(at, momentOf(record['endTime'] ?? record['end_time'])),
        firstTokenMs: between(at, first),
        streaming: first === null ? null : true,
        status: textOf(record, 'level') === 'ERROR' ? 'error' : 'ok',
        feature: textOf(record, 'traceName', 'trace_name', 'name'),
        user: textOf(record, 'userId', 'user_id'),
        session: textOf(record, 'sessionId', 'session_id'),
        tags: tagsOf(record),
        prompt: textOf(innerOf(record, 'metadata'), 'promptmeter.prompt'),
        sketch: sketchOf(sentTexts(parsed(record['input']))),
      },
    ];
  },
};

/**
 * Its counts exclude each other: `input` is without `input_cached_tokens` and whatever else begins with `input`, or is
 * read from or written to a cache; so with the output. The total of older records tells where that was not yet so.
 */
function usageOf(record: Fields): CallUsage {
  const details = innerOf(record, 'usageDetails', 'usage_details');
  const usage = Object.keys(details).length > 0 ? details : innerOf(record, 'usage');
  const pick = (test: (key: string) => boolean) =>
    Object.keys(usage).reduce((sum, key) => sum + (test(key) ? (countOf(usage, key) ?? 0) : 0), 0);
  const cacheRead = pick((key) => /^input_.*cache(?:d|_read)|^cache_read/.test(key));
  const cacheWrite = pick((key) => /cache_(?:creation|write)/.test(key));
  const plainInput = countOf(usage, 'input', 'promptTokens') ?? countOf(record, 'promptTokens');
  const plainOutput = countOf(usage, 'output', 'completionTokens') ?? countOf(record, 'completionTokens');
  if (plainInput === null && plainOutput === null) return unknownUsage;
  const input = Math.max(
    pick((key) => key.startsWith('input') || key.startsWith('cache_')),
    plainInput ?? 0,
  );
  const output = Math.max(
    pick((key) => key.startsWith('output')),
    plainOutput ?? 0,
  );
  const total = countOf(usage, 'total');
  const isWithin =
    total !== null && (plainInput ?? 0) + (plainOutput ?? 0) === total && input + output > total;
  return {
    ...{ input: isWithin ? plainInput : input, cacheRead, cacheWrite, cacheWrite1h: null },
    output: isWithin ? plainOutput : output,
    reasoning: countOf(usage, 'output_reasoning_tokens', 'output_reasoning'),
    from: 'provider',
  };
}

function tagsOf(record: Fields): Record<string, string> {
  const named = {
    'langfuse prompt': textOf(record, 'promptName', 'prompt_name'),
    environment: textOf(record, 'environment'),
    release: textOf(record, 'release'),
  };
  return Object.fromEntries(
    Object.entries(named).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}
