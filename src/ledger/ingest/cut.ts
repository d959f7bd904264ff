import type { Layout } from './layout.ts';

/** The bytes of one record, and where the next one may begin. */
export interface Piece {
  /** `null` for one that is longer than anybody's record. */
  readonly bytes: Buffer | null;
  readonly end: number;
}

/** Bytes. Records with the texts of a long conversation in them have a few. */
const longest = 64 * 1024 * 1024;

const [newline, quote, backslash] = [0x0a, 0x22, 0x5c];
const [brace, unbrace, bracket, unbracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Cuts a file into records as its bytes come by, and keeps no more of it than the record it is in. */
export class Cutter {
  readonly #kind: Layout['kind'];
  #kept: Buffer[] = [];
  #length = 0;
  /** Offset of the first byte that is not looked at yet. */
  #at: number;
  #depth = 0;
  #isQuoted = false;
  #isEscaped = false;

  constructor({ kind }: Layout, from: number) {
    this.#kind = kind;
    this.#at = from;
  }

  *cut(chunk: Buffer): Generator<Piece> {
    let start = 0;
    for (let end = this.#endOfRecord(chunk, 0); end >= 0; end = this.#endOfRecord(chunk, start)) {
      this.#keep(chunk.subarray(start, end));
      yield this.#piece(end - start);
      start = end;
    }
    this.#keep(chunk.subarray(start));
    this.#at += chunk.length - start;
  }

  /** What is left when the file ends: a last line without an end, or a record that was cut off. */
  *rest(): Generator<Piece> {
    if (this.#length > 0) yield this.#piece(0);
  }

  #piece(seen: number): Piece {
    this.#at += seen;
    const bytes = this.#length > longest ? null : Buffer.concat(this.#kept);
    this.#kept = [];
    this.#length = 0;
    return { bytes, end: this.#at };
  }

  #keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#length += bytes.length;
    if (this.#length > longest) this.#kept = [];
    else this.#kept.push(bytes);
  }

  /** The index behind the record that ends first; -1 where none ends in the chunk. */
  #endOfRecord(chunk: Buffer, start: number): number {
    if (this.#kind === 'lines') return chunk.indexOf(newline, start) + 1 || -1;
    return this.#kind === 'table' ? this.#endOfRow(chunk, start) : this.#endOfValue(chunk, start);
  }

  #endOfRow(chunk: Buffer, start: number): number {
    for (let i = start; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte === quote) this.#isQuoted = !this.#isQuoted;
      else if (byte === newline && !this.#isQuoted) return i + 1;
    }
    return -1;
  }

  /** Brackets around all of the file count for nothing: a record is an object, wherever it begins. */
  #endOfValue(chunk: Buffer, start: number): number {
    for (let i = start; i < chunk.length; i++) {
      const byte = chunk[i];
      if (this.#isEscaped) this.#isEscaped = false;
      else if (this.#isQuoted) {
        if (byte === backslash) this.#isEscaped = true;
        else if (byte === quote) this.#isQuoted = false;
      } else if (byte === quote && this.#depth > 0) this.#isQuoted = true;
      else if (byte === brace || (byte === bracket && this.#depth > 0)) this.#depth++;
      else if ((byte === unbrace || byte === unbracket) && this.#depth > 0) {
        this.#depth--;
        if (this.#depth === 0) return i + 1;
      }
    }
    return -1;
  }
}
