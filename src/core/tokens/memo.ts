const slotCount = 1 << 16;
/** Kept under three quarters full, so that looking stays short. */
const mostEntries = 48 * 1024;
const arenaBytes = 4 << 20;
const longestKey = 2048;
/** A slot: where the key begins, its bytes, its hash, its value. */
const fields = 4;

/** Byte string → number, in a fixed 5 MB whatever comes; full, it forgets everything and begins again. */
export class Memo {
  readonly #slots = new Int32Array(slotCount * fields);
  readonly #arena = new Uint8Array(arenaBytes);
  #used = 0;
  #entries = 0;

  /** The value kept for `bytes[start, end)`, or 0. */
  get(hash: number, bytes: Uint8Array, start: number, end: number): number {
    for (let i = hash & (slotCount - 1); ; i = (i + 1) & (slotCount - 1)) {
      const slot = i * fields;
      const value = this.#slots[slot + 3] ?? 0;
      if (value === 0) return 0;
      if (this.#slots[slot + 2] === hash && this.#same(slot, bytes, start, end)) return value;
    }
  }

  /** Keeps a value above 0 for a key that is not there yet. Long keys are not kept. */
  set(hash: number, bytes: Uint8Array, start: number, end: number, value: number): void {
    const length = end - start;
    if (length > longestKey) return;
    if (this.#entries >= mostEntries || this.#used + length > arenaBytes) this.#clear();
    let i = hash & (slotCount - 1);
    while (this.#slots[i * fields + 3] !== 0) i = (i + 1) & (slotCount - 1);
    const slot = i * fields;
    this.#slots[slot] = this.#used;
    this.#slots[slot + 1] = length;
    this.#slots[slot + 2] = hash;
    this.#slots[slot + 3] = value;
    for (let k = start; k < end; k++) this.#arena[this.#used++] = bytes[k] ?? 0;
    this.#entries++;
  }

  #same(slot: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.#slots[slot + 1] !== end - start) return false;
    const back = (this.#slots[slot] ?? 0) - start;
    for (let i = start; i < end; i++) if (this.#arena[back + i] !== bytes[i]) return false;
    return true;
  }

  #clear(): void {
    this.#slots.fill(0);
    this.#used = 0;
    this.#entries = 0;
  }
}
