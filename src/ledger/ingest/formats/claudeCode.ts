import { isRecord } from '../../../core/prices/lists/reading.ts';
import { answerOf } from '../../answer.ts';
import { blankCall } from '../../call.ts';
import { innerOf, momentOf, numberOf, statedBy, textOf } from '../fields.ts';
import type { Format } from '../format.ts';

/**
 * Sessions of Claude Code, `~/.claude/projects/<project>/<session>.jsonl`. While an answer streams, each of its blocks is
 * written as a record of its own, all with the same `message.id` and with counts of output that grow; newer versions leave
 * `requestId` out. So a message is one call, and the record with most output tells of it. The log is known to end with
 * too few output tokens for some answers; nothing in it says for which.
 * @see https://github.com/anthropics/claude-code/issues/5034 and /25941, https://github.com/junhoyeo/tokscale/pull/563 (2026-11-22)
 */
export const claudeCode: Format = {
  source: 'claude-code',
  name: 'Claude Code sessions',
  detects: (record) =>
    typeof record['sessionId'] === 'string' &&
    typeof record['type'] === 'string' &&
    ('uuid' in record || 'leafUuid' in record || 'cwd' in record),
  read(record) {
    const message = innerOf(record, 'message');
    if (record['type'] !== 'assistant' || !isRecord(message['usage']) || record['isApiErrorMessage'] === true)
      return [];
    const [id, at, model] = [textOf(message, 'id'), momentOf(record['timestamp']), textOf(message, 'model')];
    // What it says itself, without asking a model.
    if (model === '<synthetic>') return [];
    if (id === null || at === null) return null;
    const tags: Record<string, string> = record['isSidechain'] === true ? { sidechain: 'true' } : {};
    const call = { ...blankCall('claude-code', id, at), provider: 'anthropic', model, operation: 'chat' };
    return [
      {
        ...call,
        ...answerOf('anthropic', message),
        cost: statedBy('claude-code', numberOf(record, 'costUSD'), call),
        session: textOf(record, 'sessionId'),
        streaming: true,
        tags,
      },
    ];
  },
};
