import type { IncomingMessage, ServerResponse } from 'node:http';
import { PbfWriter } from 'pbf';
import type { Call } from '../../ledger/call.ts';
import { decoded, encodingOf } from '../decode.ts';
import { jsonOf } from '../json.ts';
import { callsOf } from './calls.ts';
import { spansOfJson } from './json.ts';
import { spansOfProtobuf } from './protobuf.ts';
import type { Span } from './span.ts';

/** As it comes over the wire; exporters send far less at once. Bytes. */
const longest = 32 * 1024 * 1024;

/**
 * Takes spans by OTLP over HTTP and records the calls among them; each once, however often it is sent.
 * @see https://opentelemetry.io/docs/specs/otlp/#otlphttp (2026-11-22)
 */
export async function receiveTraces(
  request: IncomingMessage,
  response: ServerResponse,
  record: (call: Call) => void,
): Promise<void> {
  const type = (request.headers['content-type'] ?? '').replace(/;.*$/s, '').trim().toLowerCase();
  if (!/^application\/(?:json|x-protobuf)$/.test(type)) {
    request.resume();
    fail(response, 'application/json', 415, 'send traces as application/x-protobuf or application/json');
    return;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= longest) chunks.push(chunk as Buffer);
  }
  if (length > longest) {
    fail(response, type, 413, `send less at once: ${length} bytes are more than ${longest}`);
    return;
  }
  const bytes = await decoded(Buffer.concat(chunks), encodingOf(request.headers['content-encoding']));
  const spans = bytes === null ? null : spansIn(bytes, type);
  if (spans === null) {
    fail(response, type, 400, 'this is no ExportTraceServiceRequest in the encoding that it names');
    return;
  }
  const { calls, rejected } = callsOf(spans);
  for (const call of calls) record(call);
  succeed(response, type, rejected);
}

function spansIn(bytes: Buffer, type: string): Span[] | null {
  try {
    return type === 'application/json' ? spansOfJson(jsonOf(bytes.toString('utf8'))) : spansOfProtobuf(bytes);
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

const why = 'calls without the ids and times of their spans cannot be told apart';

function succeed(response: ServerResponse, type: string, rejected: number): void {
  if (type === 'application/json') {
    const partialSuccess = { rejectedSpans: `${rejected}`, errorMessage: why };
    send(response, 200, type, JSON.stringify(rejected === 0 ? {} : { partialSuccess }));
    return;
  }
  const writer = new PbfWriter();
  if (rejected > 0)
    writer.writeMessage(
      1,
      (_value: null, inner) => {
        inner.writeVarintField(1, rejected);
        inner.writeStringField(2, why);
      },
      null,
    );
  send(response, 200, type, writer.finish());
}

/** With a `Status` as the body: its message is field 2. */
function fail(response: ServerResponse, type: string, status: number, message: string): void {
  if (type === 'application/json') {
    send(response, status, type, JSON.stringify({ message }));
    return;
  }
  const writer = new PbfWriter();
  writer.writeStringField(2, message);
  send(response, status, type, writer.finish());
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}
