import type { EncodingName } from '../host.ts';
import { Memo } from './memo.ts';
import { Merger } from './merge.ts';
import { splitters } from './split.ts';
import type { Splitter } from './split.ts';
import { hash, RankTable } from './table.ts';

/** Texts up to a third of this are encoded into one buffer that is used again. */
const bufferBytes = 1 << 16;

/**
 * Counts the tokens of a text exactly as OpenAI's tiktoken does (`encode_ordinary`: text that looks like a special
 * token is plain text). A lone surrogate counts as U+FFFD, which is what a provider is sent in its place.
 */
export class Counter {
  readonly #table: RankTable;
  readonly #split: Splitter;
  readonly #merger: Merger;
  readonly #memo = new Memo();
  readonly #encoder = new TextEncoder();
  readonly #buffer = new Uint8Array(bufferBytes);

  /**
   * @param table the file that the build makes of the encoding's ranks; kept, not copied.
   * @throws Error when it is not that.
   */
  constructor(table: Uint8Array, encoding: EncodingName) {
    this.#table = new RankTable(table, encoding);
    this.#split = splitters[encoding];
    this.#merger = new Merger(this.#table);
  }

  count(text: string): number {
    if (text.length * 3 <= bufferBytes)
      return this.#bytes(this.#buffer, this.#encoder.encodeInto(text, this.#buffer).written);
    const bytes = this.#encoder.encode(text);
    return this.#bytes(bytes, bytes.length);
  }

  #bytes(bytes: Uint8Array, end: number): number {
    const { kinds } = this.#table;
    let tokens = 0;
    for (let at = 0; at < end;) {
      const next = this.#split(kinds, bytes, at, end);
      tokens += this.#piece(bytes, at, next);
      at = next;
    }
    return tokens;
  }

  #piece(bytes: Uint8Array, start: number, end: number): number {
    const hashed = hash(bytes, start, end);
    if (end - start <= this.#table.longest && this.#table.find(hashed, bytes, start, end) >= 0) return 1;
    const known = this.#memo.get(hashed, bytes, start, end);
    if (known > 0) return known;
    const tokens = this.#merger.count(bytes, start, end);
    this.#memo.set(hashed, bytes, start, end, tokens);
    return tokens;
  }
}
