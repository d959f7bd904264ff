/** Text → what was found of it. Bounded by the characters of its texts: full, it begins again. */
export class Remembered<T> {
  readonly #values = new Map<string, T>();
  readonly #most: number;
  #characters = 0;

  /** @param most characters of all texts together. */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param find called when the text is not known, or no longer. */
  get(text: string, find: (text: string) => T): T {
    const known = this.#values.get(text);
    if (known !== undefined) return known;
    const found = find(text);
    this.#characters += text.length;
    if (this.#characters > this.#most) {
      this.#values.clear();
      this.#characters = text.length;
    }
    if (text.length <= this.#most) this.#values.set(text, found);
    return found;
  }
}
