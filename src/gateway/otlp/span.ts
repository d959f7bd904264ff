/** A span as both encodings of OTLP tell it, as far as calls need it. */
export interface Span {
  /** In hexadecimal digits. */
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly attributes: Attributes;
  readonly events: readonly SpanEvent[];
  readonly isError: boolean;
}

export interface SpanEvent {
  readonly name: string;
  readonly at: number;
  readonly attributes: Attributes;
}

/** Texts, numbers, truth values, and lists and objects of these. */
export type Attributes = Readonly<Record<string, unknown>>;
