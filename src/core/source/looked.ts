/** What was looked at to read something: when none of it has changed, reading it again gives the same. */
export interface Looked {
  /** Paths of files, those that were looked for and are not there included. */
  readonly files: readonly string[];
  /** Folders whose lists of names were read. */
  readonly folders: readonly string[];
  /** Something was given up for want of memory: another time it may not be. */
  readonly strained: boolean;
}

/** What was looked at for one thing or another. */
export function both(a: Looked, b: Looked): Looked {
  return {
    files: [...new Set([...a.files, ...b.files])],
    folders: [...new Set([...a.folders, ...b.folders])],
    strained: a.strained || b.strained,
  };
}

/** Keeps account of what is looked at. */
export class Lookout {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  /** Taken over already: the same import is followed again and again. */
  readonly #added = new Set<Lookout>();
  #strained = false;

  file(path: string): void {
    this.#files.add(path);
  }

  folder(path: string): void {
    this.#folders.add(path);
  }

  strain(): void {
    this.#strained = true;
  }

  saw(path: string): boolean {
    return this.#files.has(path);
  }

  listed(folder: string): boolean {
    return this.#folders.has(folder);
  }

  /** Takes over what another one, which sees nothing more, saw. */
  add(other: Lookout): void {
    if (this.#added.has(other)) return;
    this.#added.add(other);
    for (const path of other.#files) this.#files.add(path);
    for (const path of other.#folders) this.#folders.add(path);
    this.#strained ||= other.#strained;
  }

  seen(): Looked {
    return { files: [...this.#files], folders: [...this.#folders], strained: this.#strained };
  }
}
