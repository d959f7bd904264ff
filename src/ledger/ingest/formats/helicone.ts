import type { Fields } from '../../../core/prices/lists/reading.ts';
import { sentTexts } from '../../attribution/sentTexts.ts';
import { sketchOf } from '../../attribution/sketch.ts';
import { blankCall, type CallUsage } from '../../call.ts';
import { countOf, innerOf, momentOf, numberOf, parsed, statedBy, textOf } from '../fields.ts';
import type { Format } from '../format.ts';

/**
 * Helicone: what `npx @helicone/export` and `/v1/request/query-clickhouse` give, as JSON, one to a line or as a table.
 * @see https://docs.helicone.ai/rest/request/post-v1requestquery-clickhouse (2026-11-22)
 */
export const helicone: Format = {
  source: 'helicone',
  name: 'Helicone requests',
  detects: (record) => 'request_id' in record && 'request_created_at' in record,
  read(record) {
    const [id, at] = [textOf(record, 'request_id'), momentOf(record['request_created_at'])];
    if (id === null || at === null) return null;
    const properties = innerOf(record, 'request_properties', 'properties');
    const httpStatus = countOf(record, 'response_status', 'status');
    const model = textOf(record, 'response_model', 'request_model', 'model_override', 'model');
    const provider = textOf(record, 'provider')?.toLowerCase() ?? null;
    const call = { ...blankCall('helicone', id, at), model, provider };
    const firstTokenMs = countOf(record, 'time_to_first_token');
    return [
      {
        ...call,
        usage: usageOf(record),
        cost: statedBy('helicone', numberOf(record, 'costUSD', 'cost_usd', 'cost') || null, call),
        latencyMs: countOf(record, 'delay_ms', 'latency'),
        firstTokenMs: firstTokenMs === 0 ? null : firstTokenMs,
        // Below 100 stand its own codes: a client that broke off is -3 or 499.
        status: statusOf(record, httpStatus),
        httpStatus,
        user: textOf(record, 'request_user_id', 'user_id', 'helicone_user'),
        session: textOf(properties, 'Helicone-Session-Id'),
        feature: textOf(properties, 'Helicone-Session-Name', 'Feature', 'feature'),
        prompt: textOf(properties, 'promptmeter.prompt'),
        tags: tagsOf(properties),
        sketch: sketchOf(sentTexts(parsed(record['request_body']))),
      },
    ];
  },
};

function statusOf(record: Fields, status: number | null): 'ok' | 'error' | 'cancelled' {
  if (String(record['response_status'] ?? record['status']) === '-3' || status === 499) return 'cancelled';
  return status !== null && status >= 400 ? 'error' : 'ok';
}

/** It keeps `prompt_tokens` as the provider gave it: of Anthropic, without what was cached. */
function usageOf(record: Fields): CallUsage {
  const input = countOf(record, 'prompt_tokens');
  const cacheRead = countOf(record, 'prompt_cache_read_tokens');
  const cacheWrite = countOf(record, 'prompt_cache_write_tokens');
  const cached = (cacheRead ?? 0) + (cacheWrite ?? 0);
  const isApart = input !== null && (cached > input || /anthropic|claude/i.test(String(record['provider'])));
  return {
    ...{ input: isApart ? input + cached : input, cacheRead, cacheWrite, cacheWrite1h: null },
    ...{ output: countOf(record, 'completion_tokens'), reasoning: countOf(record, 'reasoning_tokens') },
    from: input === null ? 'unknown' : 'provider',
  };
}

function tagsOf(properties: Fields): Record<string, string> {
  const own = Object.entries(properties).filter(
    ([key, value]) => typeof value === 'string' && !/^helicone-/i.test(key) && key !== 'promptmeter.prompt',
  );
  return Object.fromEntries(own) as Record<string, string>;
}
