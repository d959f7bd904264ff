import { isRecord, type Fields } from '../../core/prices/lists/reading.ts';
import type { Attributes, Span } from './span.ts';

/**
 * Reads the JSON form of an ExportTraceServiceRequest: ids in hexadecimal digits, 64-bit numbers as texts.
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding (2026-11-22)
 * @returns `null` for what is no such message.
 */
export function spansOfJson(body: unknown): Span[] | null {
  if (!isRecord(body)) return null;
  return listOf(body['resourceSpans'])
    .flatMap(({ scopeSpans }) => listOf(scopeSpans))
    .flatMap(({ spans }) => listOf(spans))
    .map(spanOf);
}

function spanOf(span: Fields): Span {
  const status = isRecord(span['status']) ? span['status']['code'] : null;
  return {
    traceId: textOf(span['traceId']).toLowerCase(),
    spanId: textOf(span['spanId']).toLowerCase(),
    parentSpanId: textOf(span['parentSpanId']).toLowerCase(),
    start: Number(span['startTimeUnixNano']) / 1e6,
    end: Number(span['endTimeUnixNano']) / 1e6,
    attributes: attributesOf(span['attributes']),
    events: listOf(span['events']).map((event) => ({
      name: textOf(event['name']),
      at: Number(event['timeUnixNano']) / 1e6,
      attributes: attributesOf(event['attributes']),
    })),
    isError: status === 2 || status === 'STATUS_CODE_ERROR',
  };
}

function attributesOf(list: unknown): Attributes {
  return Object.fromEntries(listOf(list).map(({ key, value }) => [textOf(key), valueOf(value)]));
}

function valueOf(value: unknown): unknown {
  if (!isRecord(value)) return null;
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue } = value;
  if (isRecord(arrayValue)) return listOf(arrayValue['values']).map(valueOf);
  if (isRecord(kvlistValue)) return attributesOf(kvlistValue['values']);
  if (intValue !== undefined) return Number(intValue);
  return stringValue ?? boolValue ?? doubleValue ?? null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
