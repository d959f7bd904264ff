import type { RankTable } from './table.ts';

/** Ranks stay far below this. */
const NONE = 0x7fffffff;
/**
 * Up to this many bytes, looking through all pairs takes no longer than keeping a heap of them; and as most texts have
 * hardly a longer piece, nothing else has to be compiled for them.
 */
const shortBytes = 256;
/** A heap's key is `rank × 2²⁷ + position`: exact in a double, ordered by rank, then from the left. */
const positions = 2 ** 27;
/**
 * No more bytes than this are merged at once, which takes 120 MB. A longer piece is one word, or one run of blanks, of
 * four million characters: it is counted in parts, and each cut may add a token.
 */
const mostBytes = 1 << 22;

/** Byte-pair merging: the adjacent pair of lowest rank becomes one, the leftmost first, until no pair is a token. */
export class Merger {
  readonly #table: RankTable;
  readonly #starts = new Int32Array(shortBytes + 1);
  readonly #ranks = new Int32Array(shortBytes + 1);
  /** Two bytes → the rank of their pair + 1, -1 for no token, 0 until it is asked for: every piece begins with its pairs. */
  readonly #pairs = new Int32Array(1 << 16);

  constructor(table: RankTable) {
    this.#table = table;
  }

  /** How many tokens are left of `bytes[start, end)`. At most n log n steps for n bytes. */
  count(bytes: Uint8Array, start: number, end: number): number {
    if (end - start <= shortBytes) return this.#short(bytes, start, end);
    let parts = 0;
    for (let at = start; at < end; at += mostBytes)
      parts += this.#long(bytes.subarray(at, Math.min(at + mostBytes, end)));
    return parts;
  }

  #short(bytes: Uint8Array, start: number, end: number): number {
    const starts = this.#starts;
    const ranks = this.#ranks;
    let parts = end - start;
    for (let i = 0; i <= parts; i++) starts[i] = start + i;
    for (let i = 0; i + 1 < parts; i++) ranks[i] = this.#pair(bytes, start + i);
    for (;;) {
      let best = NONE;
      let at = -1;
      for (let i = 0; i + 1 < parts; i++) {
        const rank = ranks[i] ?? NONE;
        if (rank < best) {
          best = rank;
          at = i;
        }
      }
      if (at < 0) return parts;
      // few numbers, which a loop moves faster than a call of `copyWithin` begins
      for (let i = at + 1; i < parts; i++) {
        starts[i] = starts[i + 1] ?? 0;
        ranks[i] = ranks[i + 1] ?? NONE;
      }
      parts--;
      if (at + 1 < parts) ranks[at] = this.#rank(bytes, starts[at] ?? 0, starts[at + 2] ?? 0);
      if (at > 0) ranks[at - 1] = this.#rank(bytes, starts[at - 1] ?? 0, starts[at + 1] ?? 0);
    }
  }

  #long(bytes: Uint8Array): number {
    const n = bytes.length;
    const next = new Int32Array(n + 1);
    const previous = new Int32Array(n + 1);
    const ranks = new Int32Array(n + 1).fill(NONE);
    const heap = new Heap(2 * n);
    for (let i = 0; i <= n; i++) {
      next[i] = i + 1;
      previous[i] = i - 1;
    }
    const look = (at: number) => {
      const middle = next[at] ?? n;
      const rank = middle < n ? this.#rank(bytes, at, next[middle] ?? n) : NONE;
      ranks[at] = rank;
      if (rank !== NONE) heap.push(rank * positions + at);
    };
    for (let i = 0; i + 1 < n; i++) look(i);
    let parts = n;
    for (let key = heap.pop(); key >= 0; key = heap.pop()) {
      const rank = Math.floor(key / positions);
      const at = key - rank * positions;
      // A pair that was merged away or has grown since it was pushed.
      if (ranks[at] !== rank) continue;
      const gone = next[at] ?? n;
      const after = next[gone] ?? n;
      next[at] = after;
      previous[after] = at;
      ranks[gone] = NONE;
      parts--;
      look(at);
      const before = previous[at] ?? -1;
      if (before >= 0) look(before);
    }
    return parts;
  }

  #pair(bytes: Uint8Array, at: number): number {
    const both = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    const known = this.#pairs[both] ?? 0;
    if (known !== 0) return known < 0 ? NONE : known - 1;
    const rank = this.#rank(bytes, at, at + 2);
    this.#pairs[both] = rank === NONE ? -1 : rank + 1;
    return rank;
  }

  #rank(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > this.#table.longest) return NONE;
    const rank = this.#table.rank(bytes, start, end);
    return rank < 0 ? NONE : rank;
  }
}

/** A binary heap of numbers, smallest first. */
class Heap {
  readonly #keys: Float64Array;
  #size = 0;

  /** @param capacity the most keys it will hold at once. */
  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity);
  }

  push(key: number): void {
    const keys = this.#keys;
    let i = this.#size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = keys[parent] ?? 0;
      if (above <= key) break;
      keys[i] = above;
      i = parent;
    }
    keys[i] = key;
  }

  /** The smallest key, taken out, or -1 when none is left. */
  pop(): number {
    if (this.#size === 0) return -1;
    const keys = this.#keys;
    const top = keys[0] ?? 0;
    const size = --this.#size;
    const key = keys[size] ?? 0;
    let i = 0;
    for (let child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child++;
      const below = keys[child] ?? 0;
      if (below >= key) break;
      keys[i] = below;
      i = child;
    }
    keys[i] = key;
    return top;
  }
}
