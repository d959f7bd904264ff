import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Call } from '../ledger/call.ts';
import { readStated } from '../ledger/stated.ts';
import { jsonOf } from './json.ts';
import { answer, refuse } from './refuse.ts';
import { sayGateway } from './sentences.ts';

/** Bytes: some ten thousand calls. */
const longest = 8 * 1024 * 1024;

/** Records one call, or a list of them, that a program states as JSON, as `ledger record` takes them: all of them or none. */
export async function receiveStated(
  request: IncomingMessage,
  response: ServerResponse,
  record: (call: Call) => void,
): Promise<void> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= longest) chunks.push(chunk as Buffer);
  }
  const body = length > longest ? undefined : jsonOf(Buffer.concat(chunks).toString('utf8'));
  if (body === undefined) {
    refuse(response, length > longest ? 413 : 400, sayGateway.noCalls);
    return;
  }
  const values: readonly unknown[] = Array.isArray(body) ? body : [body];
  const read = values.map((value) => readStated(value, 'http', { at: Date.now(), id: randomUUID() }));
  const problems = read.flatMap((one) => (one.kind === 'problems' ? one.problems : []));
  if (problems.length > 0) {
    refuse(response, 400, problems.slice(0, 20).join('; '));
    return;
  }
  for (const one of read) if (one.kind === 'call') record(one.call);
  answer(response, 200, { recorded: read.length });
}
