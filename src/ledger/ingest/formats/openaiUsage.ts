import { isRecord, type Fields } from '../../../core/prices/lists/reading.ts';
import { blankCall, type Call } from '../../call.ts';
import { countOf, momentOf, textOf } from '../fields.ts';
import type { Format } from '../format.ts';

/**
 * OpenAI's usage: pages of `/v1/organization/usage/completions` and `/embeddings`, their buckets one by one, and the table
 * that its usage page exports. Each record adds up the requests of an hour or a day. Cached tokens are part of the input.
 * @see https://platform.openai.com/docs/api-reference/usage/completions_object (2026-11-22)
 */
export const openaiUsage: Format = {
  source: 'openai-usage',
  name: "OpenAI's usage export",
  detects: (record) =>
    (Array.isArray(record['data']) && record['data'].some(isBucket)) || isBucket(record) || isRow(record),
  read(record) {
    if (Array.isArray(record['data'])) return record['data'].filter(isRecord).flatMap(bucketCalls);
    return isBucket(record) ? bucketCalls(record) : rowCalls(record, record);
  },
};

function isBucket(value: unknown): boolean {
  return isRecord(value) && 'start_time' in value && Array.isArray(value['results']);
}

function isRow(record: Fields): boolean {
  return 'num_model_requests' in record && 'start_time' in record;
}

function bucketCalls(bucket: Fields): Call[] {
  const { results } = bucket;
  return Array.isArray(results)
    ? results.filter(isRecord).flatMap((result) => rowCalls(bucket, result) ?? [])
    : [];
}

/** What a record is grouped by; with its beginning that tells it from all others. */
const groups = ['model', 'project_id', 'user_id', 'api_key_id', 'batch', 'service_tier'];

function rowCalls(bucket: Fields, row: Fields): Call[] | null {
  const [at, input] = [momentOf(bucket['start_time']), countOf(row, 'input_tokens')];
  if (at === null || input === null) return null;
  const isEmbedding = String(row['object']).includes('embeddings');
  const kind = isEmbedding ? 'embeddings' : 'chat';
  const id = [kind, bucket['start_time'], bucket['end_time'], ...groups.map((name) => row[name] ?? '')].join(
    '|',
  );
  const batch = row['batch'] === true || row['batch'] === 'true' || row['batch'] === 'True';
  const project = textOf(row, 'project_name', 'project_id');
  return [
    {
      ...blankCall('openai-usage', id, at),
      ...{ provider: 'openai', model: textOf(row, 'model'), operation: kind },
      requests: countOf(row, 'num_model_requests'),
      service: batch ? 'batch' : serviceOf(textOf(row, 'service_tier')),
      usage: {
        ...{
          input,
          cacheRead: countOf(row, 'input_cached_tokens'),
          cacheWrite: countOf(row, 'input_cache_write_tokens'),
        },
        ...{ cacheWrite1h: null, output: countOf(row, 'output_tokens') ?? (isEmbedding ? 0 : null) },
        ...{ reasoning: null, from: 'provider' },
      },
      user: textOf(row, 'user_id'),
      tags: project === null ? {} : { project },
    },
  ];
}

function serviceOf(tier: string | null): Call['service'] {
  if (tier === null || tier === 'default' || tier === 'standard') return 'standard';
  return tier === 'flex' || tier === 'priority' || tier === 'batch' ? tier : 'other';
}
