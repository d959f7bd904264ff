import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { readerFor, type AnswerReader } from './answerReader.ts';
import type { Dialect } from './dialect.ts';
import { labelsOf, type Labels } from './labels.ts';
import { Tap, type Allowance } from './tap.ts';
import type { Upstream } from './upstreams.ts';

/** Of a request. Bytes. Pictures make requests long, but seldom longer. */
const longestRequest = 8 * 1024 * 1024;

/**
 * How it ended: `answered` to its last byte, `cut` by the provider, `left` by the client, or `unreachable` when no answer
 * came at all.
 */
export type Outcome = 'answered' | 'cut' | 'left' | 'unreachable';

export interface Target {
  readonly upstream: Upstream;
  readonly dialect: Dialect;
  /** At the upstream, with what stands behind `?`. */
  readonly path: string;
}

/** One request and its answer, of which copies are taken as they pass. It never holds them up. */
export class Exchange {
  readonly id = randomUUID();
  /** Milliseconds since 1970. */
  readonly at: number = Date.now();
  readonly target: Target;
  readonly labels: Labels;
  readonly request: Tap;
  readonly requestEncoding: string | undefined;
  readonly #allowance: Allowance;
  readonly #begin = performance.now();
  readonly #onEnd: (exchange: Exchange) => void;
  #reader: AnswerReader | null = null;
  #httpStatus: number | null = null;
  #isStream = false;
  #firstPiece: number | null = null;
  #end: { readonly outcome: Outcome; readonly latencyMs: number } | null = null;

  /** @param onEnd called once, when nothing more will come. */
  constructor(
    target: Target,
    headers: IncomingHttpHeaders,
    allowance: Allowance,
    onEnd: (exchange: Exchange) => void,
  ) {
    this.target = target;
    this.labels = labelsOf(headers);
    this.requestEncoding = headers['content-encoding'];
    this.request = new Tap(allowance, longestRequest);
    this.#allowance = allowance;
    this.#onEnd = onEnd;
  }

  get reader(): AnswerReader | null {
    return this.#reader;
  }

  /** What the provider answered; `null` where it did not. */
  get httpStatus(): number | null {
    return this.#httpStatus;
  }

  get isStream(): boolean {
    return this.#isStream;
  }

  get firstTokenMs(): number | null {
    return this.#firstPiece;
  }

  /** `null` while it goes on. */
  get end(): { readonly outcome: Outcome; readonly latencyMs: number } | null {
    return this.#end;
  }

  answered(status: number, headers: IncomingHttpHeaders): void {
    this.#httpStatus = status;
    this.#isStream = /^text\/event-stream\b/i.test(headers['content-type'] ?? '');
    this.#reader = readerFor(headers, this.#allowance, () => {
      this.#firstPiece = performance.now() - this.#begin;
    });
  }

  finish(outcome: Outcome): void {
    if (this.#end !== null) return;
    this.#end = { outcome, latencyMs: performance.now() - this.#begin };
    this.#onEnd(this);
  }
}
