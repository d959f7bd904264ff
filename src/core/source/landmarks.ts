/** Subtrees of fewer bytes, two for each UTF-16 unit, are copied about as fast as they are found. */
export const smallestLandmark = 128;

/** A subtree by its number, and its nodes, `[first, last)` of those of its tree. */
export interface Landmark {
  readonly number: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Where the larger subtrees of a tree stood in the runtime's memory, and which of the copied nodes were made of each.
 * The runtime never changes a subtree that two trees share: one that stands where it stood is the same.
 */
export class Landmarks {
  readonly #addresses: number[] = [];
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];
  readonly #byAddress = new Map<number, number>();

  /** @returns the landmark's number; they are counted in the order of the text, a parent before its children. */
  add(address: number, first: number, last: number): number {
    const number = this.#addresses.push(address) - 1;
    this.#firsts.push(first);
    this.#lasts.push(last);
    this.#byAddress.set(address, number);
    return number;
  }

  /** Says where the nodes of a landmark end, once they are all there. */
  close(number: number, last: number): void {
    this.#lasts[number] = last;
  }

  /** The nodes of a subtree; `null` when it is none of these. */
  find(address: number): Landmark | null {
    const number = this.#byAddress.get(address);
    if (number === undefined) return null;
    return { number, first: this.#firsts[number] ?? 0, last: this.#lasts[number] ?? 0 };
  }

  /** Takes over a landmark of another tree and all within it. @param first where its nodes begin here. */
  addAll(from: Landmarks, number: number, first: number): void {
    const last = from.#lasts[number] ?? 0;
    const shift = first - (from.#firsts[number] ?? 0);
    for (let i = number; i < from.#firsts.length; i++) {
      const begins = from.#firsts[i] ?? last;
      if (begins >= last) return;
      this.add(from.#addresses[i] ?? 0, begins + shift, (from.#lasts[i] ?? 0) + shift);
    }
  }
}
