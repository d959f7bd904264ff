import { isRecord, type Fields } from '../../../core/prices/lists/reading.ts';
import { blankCall, type Call } from '../../call.ts';
import { countOf, innerOf, momentOf, textOf } from '../fields.ts';
import type { Format } from '../format.ts';

/**
 * Anthropic's usage: pages of `/v1/organizations/usage_report/messages`, their buckets one by one, and the table that its
 * console exports. Each record adds up the requests of a minute, an hour or a day, and does not say how many they were.
 * What is cached is counted apart.
 * @see https://platform.claude.com/docs/en/build-with-claude/usage-cost-api (2026-11-22)
 */
export const anthropicUsage: Format = {
  source: 'anthropic-usage',
  name: "Anthropic's usage export",
  detects: (record) =>
    (Array.isArray(record['data']) && record['data'].some(isBucket)) ||
    isBucket(record) ||
    'usage_date_utc' in record,
  read(record) {
    if (Array.isArray(record['data'])) return record['data'].filter(isRecord).flatMap(bucketCalls);
    return isBucket(record) ? bucketCalls(record) : callsOf(record['usage_date_utc'], record);
  },
};

function isBucket(value: unknown): boolean {
  return isRecord(value) && 'starting_at' in value && Array.isArray(value['results']);
}

function bucketCalls(bucket: Fields): Call[] {
  const { results, starting_at: start } = bucket;
  return Array.isArray(results) ? results.filter(isRecord).flatMap((row) => callsOf(start, row) ?? []) : [];
}

const groups = [
  ...['model', 'model_version', 'api_key_id', 'api_key', 'workspace_id', 'workspace', 'service_tier'],
  ...['usage_type', 'context_window', 'inference_geo', 'speed'],
];

function callsOf(start: unknown, row: Fields): Call[] | null {
  const at = momentOf(start);
  const fresh = countOf(row, 'uncached_input_tokens', 'usage_input_tokens_no_cache');
  if (at === null || fresh === null) return null;
  const written = innerOf(row, 'cache_creation');
  const counts = {
    cacheRead: countOf(row, 'cache_read_input_tokens', 'usage_input_tokens_cache_read') ?? 0,
    cacheWrite:
      countOf(row, 'usage_input_tokens_cache_write_5m', 'cache_creation_5m_input_tokens') ??
      countOf(written, 'ephemeral_5m_input_tokens') ??
      0,
    cacheWrite1h:
      countOf(row, 'usage_input_tokens_cache_write_1h', 'cache_creation_1h_input_tokens') ??
      countOf(written, 'ephemeral_1h_input_tokens') ??
      0,
  };
  const workspace = textOf(row, 'workspace', 'workspace_id');
  return [
    {
      ...blankCall('anthropic-usage', [start, ...groups.map((name) => row[name] ?? '')].join('|'), at),
      ...{ provider: 'anthropic', model: textOf(row, 'model', 'model_version'), operation: 'chat' },
      requests: null,
      service: serviceOf(textOf(row, 'service_tier', 'usage_type')),
      usage: {
        ...counts,
        input: fresh + counts.cacheRead + counts.cacheWrite + counts.cacheWrite1h,
        output: countOf(row, 'output_tokens', 'usage_output_tokens'),
        ...{ reasoning: null, from: 'provider' },
      },
      tags: workspace === null ? {} : { workspace },
    },
  ];
}

function serviceOf(name: string | null): Call['service'] {
  const tier = name?.toLowerCase() ?? 'standard';
  return tier === 'standard' || tier === 'batch' || tier === 'priority' ? tier : 'other';
}
