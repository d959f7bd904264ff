/** Bytes that all copies together may hold: many large bodies at once must not take the machine's memory. */
export class Allowance {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }

  give(bytes: number): void {
    this.#left += bytes;
  }
}

/** Of a body that is too long: where answers tell what they used. Bytes. */
const tailBytes = 64 * 1024;

/** A copy of what flows by, up to a bound. What is longer is let go but for its end. */
export class Tap {
  readonly #allowance: Allowance;
  readonly #most: number;
  #chunks: Buffer[] = [];
  #held = 0;
  #isWhole = true;
  #isReleased = false;

  constructor(allowance: Allowance, most: number) {
    this.#allowance = allowance;
    this.#most = most;
  }

  /** Whether nothing was let go. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** Of what comes after its release, as when a provider answers before it has read all, nothing is held. */
  push(chunk: Buffer): void {
    if (this.#isReleased) return;
    this.#chunks.push(chunk);
    if (this.#isWhole && this.#held + chunk.length <= this.#most && this.#allowance.take(chunk.length)) {
      this.#held += chunk.length;
      return;
    }
    this.#isWhole = false;
    this.#keepEnd();
  }

  /** What is held: all of it, or its end. */
  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  release(): void {
    this.#isReleased = true;
    this.#chunks = [];
    this.#allowance.give(this.#held);
    this.#held = 0;
  }

  #keepEnd(): void {
    this.#allowance.give(this.#held);
    this.#held = 0;
    let length = this.#chunks.reduce((sum, { length: one }) => sum + one, 0);
    while (this.#chunks.length > 1 && length - (this.#chunks[0]?.length ?? 0) >= tailBytes)
      length -= this.#chunks.shift()?.length ?? 0;
  }
}
