import type { Fields } from '../../../core/prices/lists/reading.ts';
import { blankCall, type CallUsage } from '../../call.ts';
import { sentTexts } from '../../attribution/sentTexts.ts';
import { sketchOf } from '../../attribution/sketch.ts';
import { between, countOf, innerOf, momentOf, numberOf, parsed, statedBy, textOf } from '../fields.ts';
import type { Format } from '../format.ts';

/**
 * LiteLLM: rows of its table `LiteLLM_SpendLogs` (also from `/spend/logs`) and the standard logging payload that its
 * callbacks write. It says itself what a call cost; what its own cache answered cost nothing.
 * @see https://docs.litellm.ai/docs/proxy/logging_spec (2026-11-22)
 */
export const litellm: Format = {
  source: 'litellm',
  name: 'LiteLLM spend logs',
  detects: (record) =>
    ('request_id' in record && 'spend' in record && 'startTime' in record) ||
    ('response_cost' in record && 'call_type' in record && 'startTime' in record),
  read(record) {
    const [id, at] = [textOf(record, 'request_id', 'id'), momentOf(record['startTime'])];
    if (id === null || at === null) return null;
    const metadata = innerOf(record, 'metadata');
    const provider = textOf(record, 'custom_llm_provider') ?? textOf(metadata, 'custom_llm_provider');
    const isFailed = [textOf(record, 'status'), textOf(metadata, 'status')].some((one) => one === 'failure');
    const call = { ...blankCall('litellm', id, at), provider, model: textOf(record, 'model') };
    const texts = sentTexts(parsed(record['messages']));
    return [
      {
        ...call,
        operation: operations[textOf(record, 'call_type') ?? ''] ?? textOf(record, 'call_type'),
        usage: usageOf(record, metadata),
        cost: isFailed ? null : statedBy('litellm', spentIn(record), call),
        latencyMs: between(at, momentOf(record['endTime'])),
        firstTokenMs: firstToken(at, record),
        status: isFailed ? 'error' : 'ok',
        user: textOf(record, 'end_user', 'user'),
        session: textOf(record, 'session_id', 'trace_id'),
        tags: tagsOf(record),
        prompt: textOf(innerOf(metadata, 'requester_metadata'), 'promptmeter.prompt'),
        sketch: sketchOf(texts),
      },
    ];
  },
};

const operations: Readonly<Record<string, string>> = {
  ...{ completion: 'chat', acompletion: 'chat', responses: 'chat', aresponses: 'chat' },
  ...{ anthropic_messages: 'chat', embedding: 'embeddings', aembedding: 'embeddings' },
};

/** It writes 0 where it knows no price; only what its own cache answered was free. */
function spentIn(record: Fields): number | null {
  const spent = numberOf(record, 'spend', 'response_cost');
  return spent === 0 && !isFromItsCache(record) ? null : spent;
}

function isFromItsCache(record: Fields): boolean {
  return record['cache_hit'] === true || /^true$/i.test(textOf(record, 'cache_hit') ?? '');
}

/** What is cached is part of `prompt_tokens` since 2024; before, Anthropic's was not. */
function usageOf(record: Fields, metadata: Fields): CallUsage {
  const known = { ...innerOf(metadata, 'usage_object'), ...innerOf(metadata, 'additional_usage_values') };
  const input = countOf(record, 'prompt_tokens');
  const details = innerOf(known, 'prompt_tokens_details');
  const cacheRead = countOf(known, 'cache_read_input_tokens') ?? countOf(details, 'cached_tokens');
  const cacheWrite =
    countOf(known, 'cache_creation_input_tokens') ?? countOf(details, 'cache_creation_tokens');
  const cached = (cacheRead ?? 0) + (cacheWrite ?? 0);
  const isApart = input !== null && cached > input;
  return {
    ...{ input: isApart ? input + cached : input, cacheRead, cacheWrite, cacheWrite1h: null },
    output: countOf(record, 'completion_tokens'),
    reasoning: countOf(innerOf(known, 'completion_tokens_details'), 'reasoning_tokens'),
    from: input === null ? 'unknown' : 'provider',
  };
}

/** For an answer that did not stream, it writes down its end. */
function firstToken(at: number, record: Fields): number | null {
  const [first, end] = [momentOf(record['completionStartTime']), momentOf(record['endTime'])];
  return first === end ? null : between(at, first);
}

function tagsOf(record: Fields): Record<string, string> {
  const all = parsed(record['request_tags']);
  const tags = Array.isArray(all) ? all.filter((one) => typeof one === 'string') : [];
  const team = textOf(record, 'team_id');
  return {
    ...(tags.length === 0 ? {} : { tags: tags.join(',') }),
    ...(team === null ? {} : { team }),
    ...(isFromItsCache(record) ? { 'litellm cache': 'hit' } : {}),
  };
}
