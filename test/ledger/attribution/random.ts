const words =
  'loaf rye crust pier tide rope sail oven flour salt dawn gull net crate anchor and the of is in to for with not every 7 12 2026 Straße 港 パン'.split(
    ' ',
  );

/** The same texts for the same seed, on every machine. */
export class Random {
  #state: number;

  constructor(seed: string) {
    this.#state = [...seed].reduce(
      (sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193),
      0x811c9dc5,
    );
  }

  /** A whole number from 0, less than the limit. */
  below(limit: number): number {
    this.#state = Math.imul(this.#state ^ (this.#state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    const mixed = this.#state ^ (this.#state >>> 12);
    return (mixed >>> 0) % limit;
  }

  text(length: number): string {
    const signs = [' ', ' ', ' ', ', ', '\n', '. ', ' {', '} ', '"'];
    const parts = Array.from(
      { length },
      () => `${words[this.below(words.length)]}${signs[this.below(signs.length)]}`,
    );
    return parts.join('');
  }
}
