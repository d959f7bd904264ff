import type { Fields } from '../../../core/prices/lists/reading.ts';
import { usageOfCall } from '../../answer.ts';
import { blankCall, type Call } from '../../call.ts';
import { countOf, innerOf, momentOf, textOf } from '../fields.ts';
import type { Format, Memory } from '../format.ts';

/**
 * Sessions of Codex, `~/.codex/sessions/YYYY/MM/DD/rollout-*.jsonl`: the model stands in the last `turn_context` before,
 * the tokens in events `token_count`, of which some repeat the one before. Their running total tells them apart. Older
 * versions write the total alone: then what it grew by is the call.
 * @see https://github.com/ryoppippi/ccusage, apps/codex/CLAUDE.md (2026-11-22)
 */
export const codex: Format = {
  source: 'codex',
  name: 'Codex sessions',
  detects: (record) =>
    typeof record['payload'] === 'object' &&
    ['session_meta', 'turn_context', 'event_msg', 'response_item'].includes(String(record['type'])),
  read(record, memory) {
    const payload = innerOf(record, 'payload');
    if (record['type'] === 'session_meta') {
      memory['session'] ??= textOf(payload, 'id');
      memory['provider'] = textOf(payload, 'model_provider');
    }
    if (record['type'] === 'turn_context')
      memory['model'] = textOf(payload, 'model') ?? memory['model'] ?? null;
    if (record['type'] !== 'event_msg' || payload['type'] !== 'token_count') return [];
    const info = innerOf(payload, 'info');
    const total = innerOf(info, 'total_token_usage');
    // The first one of a session only tells how much may still be used.
    if (countOf(total, 'total_tokens', 'input_tokens') === null) return [];
    return callOf(record, info, total, memory);
  },
};

function callOf(record: Fields, info: Fields, total: Fields, memory: Memory): Call[] | null {
  const at = momentOf(record['timestamp']);
  const { session, model, provider } = memory;
  if (at === null || typeof session !== 'string') return null;
  const sum = totalOf(total);
  const before = Number(memory['total'] ?? 0);
  if (sum === before) return [];
  const last = 'last_token_usage' in info ? innerOf(info, 'last_token_usage') : grown(total, memory);
  for (const name of names) memory[`total ${name}`] = countOf(total, name) ?? 0;
  memory['total'] = sum;
  const [input, cacheRead] = [countOf(last, 'input_tokens'), countOf(last, 'cached_input_tokens') ?? 0];
  if (input === null || cacheRead > input) return null;
  const usage = usageOfCall(
    { input, cacheRead, output: countOf(last, 'output_tokens') ?? 0 },
    countOf(last, 'reasoning_output_tokens'),
  );
  return [
    {
      ...blankCall('codex', `${session}:${sum}`, at),
      ...{ provider: String(provider ?? 'openai'), model: typeof model === 'string' ? model : null },
      ...{ operation: 'chat', streaming: true, usage, session },
    },
  ];
}

const names = ['input_tokens', 'cached_input_tokens', 'output_tokens', 'reasoning_output_tokens'];

function grown(total: Fields, memory: Memory): Fields {
  const pairs = names.map((name) => [
    name,
    (countOf(total, name) ?? 0) - Number(memory[`total ${name}`] ?? 0),
  ]);
  return Object.fromEntries(pairs) as Fields;
}

function totalOf(total: Fields): number {
  return (
    countOf(total, 'total_tokens') ??
    (countOf(total, 'input_tokens') ?? 0) + (countOf(total, 'output_tokens') ?? 0)
  );
}
