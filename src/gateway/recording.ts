import type { TokenCounter } from '../core/tokens/count.ts';
import { sketchOf } from '../ledger/attribution/sketch.ts';
import { blankCall, unknownUsage, type Call, type Status } from '../ledger/call.ts';
import type { Answered } from './answered.ts';
import { askedOf, type Asked } from './asked.ts';
import { countedUsage } from './countedUsage.ts';
import { decoded, encodingOf } from './decode.ts';
import { operationOf } from './dialect.ts';
import type { Exchange } from './exchange.ts';
import { jsonOf } from './json.ts';
import { requestSum, type Retries } from './retries.ts';

export interface Recording {
  readonly counter: TokenCounter;
  readonly retries: Retries;
  /** Whether what was said is handed on with the call; the store drops it unless it keeps texts. */
  readonly keepsTexts: boolean;
}

/** The tag of a call of which not all could be read: `request`, `answer` or both. */
export const unreadTag = 'promptmeter.unread';

/** An exchange that has ended → the call. It takes its time: nobody waits for it. */
export async function callOf(exchange: Exchange, { counter, retries, keepsTexts }: Recording): Promise<Call> {
  const { target, labels, httpStatus, firstTokenMs, isStream, reader, end, request } = exchange;
  const { upstream, dialect, path } = target;
  const bytes = request.bytes();
  request.release();
  const requestText = request.isWhole
    ? ((await decoded(bytes, encodingOf(exchange.requestEncoding)))?.toString('utf8') ?? null)
    : null;
  const body = requestText === null ? undefined : jsonOf(requestText);
  await reader?.end();
  const asked = askedOf(dialect, path, body);
  const sum = request.isWhole ? requestSum(`${upstream.name}${path}`, bytes) : null;
  const answered = reader?.answered ?? null;
  const unread = [
    ...(body === undefined ? ['request'] : []),
    ...(reader?.isUnread === true && isFine(httpStatus) ? ['answer'] : []),
  ];
  const call: Call = {
    ...blankCall('gateway', exchange.id, exchange.at),
    ...{ provider: upstream.provider, model: answered?.model ?? asked.model },
    operation: operationOf(dialect, path),
    ...usageOf(exchange, asked, counter),
    ...{ latencyMs: end?.latencyMs ?? null, firstTokenMs, status: statusOf(exchange), httpStatus },
    streaming: isStream || asked.streaming,
    retryOf: sum === null ? null : retries.before(sum, exchange.at),
    ...labels,
    tags: unread.length === 0 ? labels.tags : { ...labels.tags, [unreadTag]: unread.join(' and ') },
    sketch: sketchOf(asked.texts),
    texts: keepsTexts ? { request: requestText, response: answered?.text ?? null } : null,
  };
  if (sum !== null) retries.ended(sum, call);
  return call;
}

function usageOf(exchange: Exchange, asked: Asked, counter: TokenCounter): Pick<Call, 'usage' | 'service'> {
  const { reader, httpStatus, target } = exchange;
  if (reader === null || !isFine(httpStatus)) return { usage: unknownUsage, service: null };
  const { answered } = reader;
  const told = answered.usage(target.upstream.provider);
  const isTold = told.usage.from === 'provider' && (answered.hasFinalUsage || isWhole(exchange, answered));
  if (isTold || (reader.isUnread && !hasSaid(answered))) return told;
  const model = answered.model ?? asked.model;
  if (asked.texts.length === 0) return told;
  return { ...told, usage: countedUsage(asked, told.usage, { text: answered.text, model }, counter) };
}

function statusOf(exchange: Exchange): Status {
  const { reader, httpStatus, end } = exchange;
  if (end?.outcome === 'unreachable') return 'error';
  if (httpStatus !== null && !isFine(httpStatus)) return 'error';
  const ending = reader?.answered.ending ?? null;
  if (ending === 'failed') return 'error';
  if (ending === 'cut') return 'incomplete';
  // A client that has read the last event may well hang up before the connection is closed.
  if (reader !== null && isWhole(exchange, reader.answered)) return 'ok';
  return end?.outcome === 'left' ? 'cancelled' : 'incomplete';
}

/** A body that came to its end, or a stream that says it did. */
function isWhole({ isStream, end }: Exchange, { ending }: Answered): boolean {
  return isStream ? ending !== null : end?.outcome === 'answered';
}

function hasSaid({ text }: Answered): boolean {
  return text !== '';
}

function isFine(httpStatus: number | null): boolean {
  return httpStatus !== null && httpStatus >= 200 && httpStatus < 300;
}
