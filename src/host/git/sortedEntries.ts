import type { Entries, Entry } from './entries.ts';

/** Entries in the order of their paths, numbered from 0. */
export interface SortedRows {
  readonly length: number;
  path(row: number): string;
  isFile(row: number): boolean;
  mode(row: number): string;
  oid(row: number): string;
}

/** An index without conflicts, looked up in where it stands: few of its entries are ever asked for. */
export class SortedEntries implements Entries {
  readonly #rows: SortedRows;

  /** @param rows their paths are ASCII: then letters have the same order here as for git, which goes by bytes. */
  constructor(rows: SortedRows) {
    this.#rows = rows;
  }

  get(path: string): Entry | undefined {
    const row = this.#from(path);
    if (row === this.#rows.length || this.#rows.path(row) !== path) return undefined;
    return { mode: this.#rows.mode(row), oid: this.#rows.oid(row) };
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  namesIn(folder: string): readonly string[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    const names: string[] = [];
    for (let row = this.#from(prefix); row < this.#rows.length;) {
      const path = this.#rows.path(row);
      if (!path.startsWith(prefix)) break;
      const slash = path.indexOf('/', prefix.length);
      if (slash < 0 && this.#rows.isFile(row)) names.push(path.slice(prefix.length));
      // behind all that is in a folder further in comes what begins with its name and the letter after the slash
      row = slash < 0 ? row + 1 : this.#from(`${path.slice(0, slash)}0`);
    }
    return names.sort();
  }

  files(): readonly string[] {
    const files: string[] = [];
    for (let row = 0; row < this.#rows.length; row++)
      if (this.#rows.isFile(row)) files.push(this.#rows.path(row));
    return files;
  }

  /** The first row whose path is this or comes behind it; `length` where there is none. */
  #from(path: string): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#rows.path(middle) >= path) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
