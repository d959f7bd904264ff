import type { Unit } from './workspace.ts';

/** The units that were used last, as many as fit; the newest always does. */
export class Shelf {
  readonly #most: number;
  /** In the order of their last use. */
  readonly #units = new Map<string, Unit>();
  #characters = 0;

  /** @param most characters of source of all of them together. */
  constructor(most: number) {
    this.#most = most;
  }

  get(path: string): Unit | null {
    const unit = this.#units.get(path) ?? null;
    if (unit === null) return null;
    this.#units.delete(path);
    this.#units.set(path, unit);
    return unit;
  }

  put(unit: Unit): void {
    this.take(unit.path);
    this.#units.set(unit.path, unit);
    this.#characters += unit.text.length;
  }

  /** Before a unit is made, so that never both are in memory. @returns those that have to go for so many characters. */
  makeRoom(characters: number): readonly Unit[] {
    const gone: Unit[] = [];
    for (const oldest of this.#units.values()) {
      if (this.#characters + characters <= this.#most) break;
      this.take(oldest.path);
      gone.push(oldest);
    }
    return gone;
  }

  take(path: string): Unit | null {
    const unit = this.#units.get(path) ?? null;
    if (unit === null) return null;
    this.#units.delete(path);
    this.#characters -= unit.text.length;
    return unit;
  }
}
