import type { Entries, Entry } from './entries.ts';

/** What `git ls-files -s -z` says of an index without conflicts: in the order of paths, and looked up in where it stands. */
export class SortedEntries implements Entries {
  readonly #text: string;

  /** @param text ASCII. Of each entry `MODE OID 0<tab>PATH<nul>`. */
  constructor(text: string) {
    this.#text = text;
  }

  get(path: string): Entry | undefined {
    const start = this.#from(path);
    const tab = this.#text.indexOf('\t', start);
    if (tab < 0 || this.#pathAt(start) !== path) return undefined;
    // a mode has six digits, a stage one, and there is a blank between
    return { mode: this.#text.slice(start, start + 6), oid: this.#text.slice(start + 7, tab - 2) };
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  namesIn(folder: string): readonly string[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    const names: string[] = [];
    for (let start = this.#from(prefix); start < this.#text.length;) {
      const path = this.#pathAt(start);
      if (!path.startsWith(prefix)) break;
      const slash = path.indexOf('/', prefix.length);
      if (slash < 0 && this.#isFile(start)) names.push(path.slice(prefix.length));
      // behind all that is in a folder further in comes what begins with its name and the letter after the slash
      start = slash < 0 ? this.#next(start) : this.#from(`${path.slice(0, slash)}0`);
    }
    return names.sort();
  }

  files(): readonly string[] {
    const files: string[] = [];
    for (let start = 0; start < this.#text.length; start = this.#next(start))
      if (this.#isFile(start)) files.push(this.#pathAt(start));
    return files;
  }

  /** Where the first entry begins whose path is this or comes behind it; the end where there is none. */
  #from(path: string): number {
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const start = this.#text.lastIndexOf('\0', ((low + high) >>> 1) - 1) + 1;
      if (this.#pathAt(start) >= path) high = start;
      else low = this.#next(start);
    }
    return low;
  }

  #pathAt(start: number): string {
    const tab = this.#text.indexOf('\t', start);
    return this.#text.slice(tab + 1, this.#text.indexOf('\0', tab));
  }

  #next(start: number): number {
    return this.#text.indexOf('\0', start) + 1;
  }

  #isFile(start: number): boolean {
    return this.#text.startsWith('100', start);
  }
}
