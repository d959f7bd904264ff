import type { IncomingHttpHeaders } from 'node:http';
import type { Transform } from 'node:stream';
import { Answered } from './answered.ts';
import { decoded, decoderOf, encodingOf, type Encoding } from './decode.ts';
import { EventReader } from './events.ts';
import { jsonOf } from './json.ts';
import { Tap, type Allowance } from './tap.ts';
import { usageInTail } from './tail.ts';

/** Of an answer that comes as a whole. Bytes as they come over the wire. */
const longestBody = 8 * 1024 * 1024;
/** Bytes that may wait for the decoder; it is faster than any provider. */
const mostWaiting = 16 * 1024 * 1024;

/** Reads an answer from a copy of its bytes, while it goes on to the client untouched. */
export interface AnswerReader {
  readonly answered: Answered;
  /** Whether some of it could not be read, so that what it used may not be known. */
  readonly isUnread: boolean;
  push(chunk: Buffer): void;
  /** To be awaited before `answered` is asked. */
  end(): Promise<void>;
}

/** @param onPiece called when the first piece of the answer itself has come. */
export function readerFor(
  headers: IncomingHttpHeaders,
  allowance: Allowance,
  onPiece: () => void,
): AnswerReader {
  const encoding = encodingOf(headers['content-encoding']);
  const isStream = /^text\/event-stream\b/i.test(headers['content-type'] ?? '');
  if (isStream && encoding !== 'unknown') return new StreamReader(encoding, onPiece);
  return new BodyReader(encoding, allowance, onPiece);
}

class StreamReader implements AnswerReader {
  readonly answered = new Answered();
  readonly #events: EventReader;
  readonly #text = new TextDecoder();
  readonly #decoder: Transform | null;
  readonly #done: Promise<void>;
  #onPiece: (() => void) | null;
  #isUnread = false;

  constructor(encoding: Exclude<Encoding, 'unknown'>, onPiece: () => void) {
    this.#onPiece = onPiece;
    this.#events = new EventReader((data) => this.#take(data));
    this.#decoder = encoding === 'identity' ? null : decoderOf(encoding);
    this.#done = this.#decoder === null ? Promise.resolve() : this.#decode(this.#decoder);
  }

  get isUnread(): boolean {
    return this.#isUnread || this.#events.hasOverflown;
  }

  push(chunk: Buffer): void {
    if (this.#decoder === null) {
      this.#events.push(this.#text.decode(chunk, { stream: true }));
      return;
    }
    if (this.#isUnread) return;
    this.#decoder.write(chunk);
    if (this.#decoder.writableLength > mostWaiting) this.#decoder.destroy(new Error('too much at once'));
  }

  async end(): Promise<void> {
    this.#decoder?.end();
    await this.#done;
    this.#events.push(this.#text.decode());
    this.#events.end();
  }

  #decode(decoder: Transform): Promise<void> {
    decoder.on('data', (bytes: Buffer) => this.#events.push(this.#text.decode(bytes, { stream: true })));
    return new Promise((resolve) => {
      decoder.on('error', () => (this.#isUnread = true));
      decoder.on('close', () => resolve());
    });
  }

  #take(data: string): void {
    if (data === '[DONE]') {
      this.answered.finish();
      return;
    }
    let brought = false;
    try {
      brought = this.answered.takeEvent(jsonOf(data));
    } catch (error) {
      if (!isTooDeep(error)) throw error;
      this.#isUnread = true;
    }
    if (!brought || this.#onPiece === null) return;
    this.#onPiece();
    this.#onPiece = null;
  }
}

class BodyReader implements AnswerReader {
  readonly answered = new Answered();
  readonly #encoding: Encoding;
  readonly #tap: Tap;
  readonly #onPiece: () => void;
  #hasBegun = false;
  #isUnread = false;

  constructor(encoding: Encoding, allowance: Allowance, onPiece: () => void) {
    this.#encoding = encoding;
    this.#tap = new Tap(allowance, longestBody);
    this.#onPiece = onPiece;
  }

  get isUnread(): boolean {
    return this.#isUnread;
  }

  push(chunk: Buffer): void {
    if (!this.#hasBegun) this.#onPiece();
    this.#hasBegun = true;
    this.#tap.push(chunk);
  }

  async end(): Promise<void> {
    const bytes = this.#tap.bytes();
    this.#tap.release();
    if (this.#tap.isWhole) {
      const text = (await decoded(bytes, this.#encoding))?.toString('utf8') ?? null;
      const body = text === null ? undefined : jsonOf(text);
      this.#isUnread = body === undefined && bytes.length > 0;
      try {
        this.answered.takeWhole(body);
      } catch (error) {
        if (!isTooDeep(error)) throw error;
        this.#isUnread = true;
      }
      return;
    }
    const end = this.#encoding === 'identity' ? usageInTail(bytes.toString('utf8')) : null;
    this.answered.takeWhole(end);
    this.#isUnread = end === null;
  }
}

/** JSON may be nested deeper than the stack is; no answer of a model is, and none may end the gateway. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
