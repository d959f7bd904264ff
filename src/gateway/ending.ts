import { isRecord, type Fields } from '../core/prices/lists/reading.ts';

/** How an answer says that it ends: as it should, cut at a limit, or with an error. `null`: it does not say. */
export type Ending = 'done' | 'cut' | 'failed';

/** @param event of a stream, or a whole answer. */
export function endingOf(event: Fields): Ending | null {
  const { type, error, status, choices, candidates, response, delta, stop_reason: stop } = event;
  if (type === 'error' || isRecord(error)) return 'failed';
  if (type === 'message_stop') return 'done';
  if (isRecord(response)) return typeof type === 'string' ? named(type.replace('response.', '')) : null;
  if (event['object'] === 'response') return named(status);
  const inDelta = isRecord(delta) ? delta['stop_reason'] : undefined;
  const reasons = [
    stop,
    inDelta,
    ...reasonsOf(choices, 'finish_reason'),
    ...reasonsOf(candidates, 'finishReason'),
  ];
  const reason = reasons.find((one) => typeof one === 'string');
  return typeof reason === 'string' ? byReason(reason) : null;
}

/** Of `response.completed` and the like, and of the status of a response. */
function named(word: unknown): Ending | null {
  if (word === 'completed') return 'done';
  if (word === 'incomplete' || word === 'cancelled') return 'cut';
  return word === 'failed' ? 'failed' : null;
}

function byReason(reason: string): Ending {
  return ['length', 'max_tokens', 'model_context_window_exceeded'].includes(reason.toLowerCase())
    ? 'cut'
    : 'done';
}

function reasonsOf(list: unknown, key: string): unknown[] {
  return Array.isArray(list) ? list.map((one: unknown) => (isRecord(one) ? one[key] : undefined)) : [];
}
