import { fingerprint } from '../fingerprint.ts';
import type { Range } from '../text.ts';
import type { FunctionSinks, Sink } from './sinks.ts';

/** A file's functions that put a parameter into a request. */
export type FileSinks = readonly [path: string, functions: readonly FunctionSinks[]];

interface Known {
  readonly path: string;
  readonly fn: FunctionSinks;
}

/** What is known of the functions of all files that put a parameter into a request: the same for all who read with it. */
export class KnownSinks {
  static readonly none = new KnownSinks([]);
  /** What it was made of; plain data, that another thread can make the same of. */
  readonly files: readonly FileSinks[];
  readonly #byName = new Map<string, Known[]>();
  readonly #signatures = new Map<string, ReadonlyMap<string, string>>();
  #digest: string | null = null;

  constructor(files: Iterable<FileSinks>) {
    this.files = [...files]
      .filter(([, functions]) => functions.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [path, functions] of this.files)
      for (const fn of functions) {
        const known = this.#byName.get(fn.name);
        if (known === undefined) this.#byName.set(fn.name, [{ path, fn }]);
        else known.push({ path, fn });
      }
  }

  /** All but those of these files. */
  without(paths: ReadonlySet<string>): KnownSinks {
    const others = this.files.filter(([path]) => !paths.has(path));
    return others.length === this.files.length ? this : new KnownSinks(others);
  }

  /** The same for the same sinks. */
  get digest(): string {
    this.#digest ??= fingerprint(JSON.stringify(this.files));
    return this.#digest;
  }

  /** Whether a function of this name, of another file than this one, is known. */
  hasBeside(path: string, name: string): boolean {
    return this.#byName.get(name)?.some((known) => known.path !== path) === true;
  }

  of(path: string, { start, end }: Range, name: string): readonly Sink[] {
    const found = this.#byName
      .get(name)
      ?.find(({ path: own, fn }) => own === path && fn.range.start === start && fn.range.end === end);
    return found?.fn.sinks ?? [];
  }

  /** The methods of other files that have a name, and are of classes derived from other types. */
  methodsBeside(path: string, name: string): readonly FunctionSinks[] {
    return (this.#byName.get(name) ?? []).flatMap(({ path: own, fn }) =>
      own === path || fn.method === undefined ? [] : [fn],
    );
  }

  /**
   * All of it that can matter to a file that calls these names: where the signature is the same, so is what is read.
   * Where a function stands is no part of it: a file that looked at another one is read again anyway when that changes.
   */
  signature(path: string, calls: readonly string[]): string {
    if (this.#byName.size === 0) return '';
    const parts = calls.filter((name) => this.hasBeside(path, name)).sort();
    if (parts.length === 0) return '';
    return fingerprint(parts.map((name) => `${name}=${this.#signatureOf(name, path)}`).join('\n'));
  }

  #signatureOf(name: string, besides: string): string {
    const byPath = this.#signatures.get(name) ?? this.#describe(name);
    this.#signatures.set(name, byPath);
    const own = byPath.has(besides);
    return [...byPath].flatMap(([path, text]) => (own && path === besides ? [] : [text])).join(',');
  }

  #describe(name: string): ReadonlyMap<string, string> {
    const byPath = new Map<string, unknown[]>();
    for (const { path, fn } of this.#byName.get(name) ?? [])
      byPath.set(path, [...(byPath.get(path) ?? []), [fn.sinks, fn.method]]);
    return new Map([...byPath].map(([path, sinks]) => [path, fingerprint(JSON.stringify([path, sinks]))]));
  }
}
