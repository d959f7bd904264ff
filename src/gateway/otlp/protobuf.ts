import { PbfReader } from 'pbf';
import type { Span, SpanEvent } from './span.ts';

/**
 * Reads an ExportTraceServiceRequest; the numbers are those of its fields.
 * @see https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto (2026-11-22)
 * @throws RangeError or Error for what is no such message.
 */
export function spansOfProtobuf(bytes: Uint8Array): Span[] {
  const spans: Span[] = [];
  // Request → resource spans (1) → scope spans (2) → spans (2).
  new PbfReader(bytes).readFields((field, _result, reader) => {
    if (field === 1) inner(reader, 2, (resource) => inner(resource, 2, (scope) => spans.push(spanOf(scope))));
  }, null);
  return spans;
}

function inner(reader: PbfReader, wanted: number, read: (reader: PbfReader) => void): void {
  reader.readMessage((field, _result, one) => {
    if (field === wanted) read(one);
  }, null);
}

interface Draft {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  start: number;
  end: number;
  isError: boolean;
  readonly attributes: Record<string, unknown>;
  readonly events: SpanEvent[];
}

function spanOf(reader: PbfReader): Span {
  const empty = { traceId: '', spanId: '', parentSpanId: '', start: 0, end: 0, isError: false };
  const draft: Draft = { ...empty, attributes: nothing(), events: [] };
  return reader.readMessage((field, span, one) => {
    if (field === 1) span.traceId = hex(one.readBytes());
    if (field === 2) span.spanId = hex(one.readBytes());
    if (field === 4) span.parentSpanId = hex(one.readBytes());
    if (field === 7) span.start = one.readFixed64() / 1e6;
    if (field === 8) span.end = one.readFixed64() / 1e6;
    if (field === 9) addPair(one, span.attributes);
    if (field === 11) span.events.push(eventOf(one));
    if (field === 15) inner(one, 3, (status) => (span.isError = status.readVarint() === 2));
  }, draft);
}

function eventOf(reader: PbfReader): SpanEvent {
  const draft = { name: '', at: 0, attributes: nothing() };
  return reader.readMessage((field, event, one) => {
    if (field === 1) event.at = one.readFixed64() / 1e6;
    if (field === 2) event.name = one.readString();
    if (field === 3) addPair(one, event.attributes);
  }, draft);
}

function addPair(reader: PbfReader, to: Record<string, unknown>): void {
  const pair: { key: string; value: unknown } = { key: '', value: null };
  reader.readMessage((field, draft, one) => {
    if (field === 1) draft.key = one.readString();
    if (field === 2) draft.value = valueOf(one);
  }, pair);
  to[pair.key] = pair.value;
}

function valueOf(reader: PbfReader): unknown {
  const holder: { value: unknown } = { value: null };
  reader.readMessage((field, draft, one) => {
    if (field === 1) draft.value = one.readString();
    if (field === 2) draft.value = one.readBoolean();
    if (field === 3) draft.value = one.readVarint(true);
    if (field === 4) draft.value = one.readDouble();
    if (field === 5) {
      const list: unknown[] = [];
      inner(one, 1, (item) => list.push(valueOf(item)));
      draft.value = list;
    }
    if (field === 6) {
      const object = nothing();
      inner(one, 1, (item) => addPair(item, object));
      draft.value = object;
    }
  }, holder);
  return holder.value;
}

/** Without a prototype, since a stranger chooses the keys. */
function nothing(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
