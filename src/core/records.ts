import { directoryOf } from './source/paths.ts';
import type { FileReading } from './prompts/candidate.ts';
import { KnownSinks, type FileSinks } from './prompts/knownSinks.ts';
import { versionFor, withResult, type FileRecord, type ReadResult, type ReadTask } from './prompts/record.ts';

/** Reads files with the same sinks, in whatever order. @param done is told each result, and awaited. */
export type ReadFiles = (
  tasks: readonly ReadTask[],
  known: KnownSinks,
  done: (path: string, result: ReadResult) => void | Promise<void>,
) => Promise<void>;

/** Over how many files a text may be handed on. */
const mostRounds = 3;

/**
 * What was read of each file. Functions of one file send what another one gives them, so files are read in rounds: each
 * round with the sinks that the round before has shown, all of it with the same. What comes out depends on the files
 * alone, and not on the order in which they were read, or by whom.
 */
export class Records {
  readonly #records = new Map<string, FileRecord>();
  /** Paths in order, until one is added or removed. */
  #sorted: readonly string[] | null = null;
  /** What the last analysis came to know: a good guess of what the next one will. */
  #known = KnownSinks.none;

  constructor(known: Iterable<readonly [string, FileRecord]>) {
    for (const [path, record] of known) this.#records.set(path, record);
    this.#known = new KnownSinks(
      [...this.#records].map(([path, { own, versions }]): FileSinks => [path, versions.at(-1)?.sinks ?? own]),
    );
  }

  get(path: string): FileRecord | null {
    return this.#records.get(path) ?? null;
  }

  all(): Iterable<readonly [string, FileRecord]> {
    return this.#records;
  }

  /** Takes what somebody else has read of files that are not known yet. */
  know(known: Iterable<readonly [string, FileRecord]>): void {
    for (const [path, record] of known) if (!this.#records.has(path)) this.#records.set(path, record);
    this.#sorted = null;
  }

  /** Reads the files that are not known. @returns what all known files tell, by path in order. */
  async read(
    paths: readonly string[],
    readFiles: ReadFiles,
    progress?: (done: number) => void | Promise<void>,
  ): Promise<FileReading[]> {
    const asked = new Set(paths);
    const missing = [...asked].filter((path) => !this.#records.has(path));
    let done = paths.length - missing.length;
    const keep = (path: string, result: ReadResult): void => {
      if (!this.#records.has(path)) this.#sorted = null;
      this.#records.set(path, withResult(this.#records.get(path), result));
    };
    await readFiles(
      missing.map((path) => ({ path, compares: false })),
      this.#known,
      (path, result) => {
        keep(path, result);
        return progress?.(++done);
      },
    );
    let known = this.#sinks(({ own }) => own);
    for (let round = 0; ; round++) {
      const tasks = this.#outdated(asked, known);
      if (tasks.length > 0) await readFiles(tasks, known, keep);
      const next = this.#sinks((record, path) => this.#version(path, record, known).sinks);
      if (round + 1 === mostRounds || next.digest === known.digest) break;
      known = next;
    }
    this.#known = known;
    return this.#inOrder().map(([path, record]) => this.#version(path, record, known).reading);
  }

  /** Forgets a file and those that looked at it. @param relisted whether its folder has other files than before. */
  forget(path: string, relisted: boolean): readonly string[] {
    const folder = directoryOf(path);
    const stale = [path];
    for (const [other, { looked }] of this.#records)
      if (other !== path && (looked.files.includes(path) || (relisted && looked.folders.includes(folder))))
        stale.push(other);
    for (const other of stale) this.#records.delete(other);
    this.#sorted = null;
    // a signature says nothing of where functions stand: a guess must not hold places in a text that is gone
    this.#known = this.#known.without(new Set(stale));
    return stale;
  }

  #outdated(asked: ReadonlySet<string>, known: KnownSinks): ReadTask[] {
    return [...asked].flatMap((path) => {
      const record = this.#records.get(path);
      if (record === undefined || versionFor(record, known.signature(path, record.calls)) !== null) return [];
      return [{ path, compares: record.versions.some(({ handed }) => !handed) }];
    });
  }

  #sinks(of: (record: FileRecord, path: string) => FileSinks[1]): KnownSinks {
    return new KnownSinks([...this.#records].map(([path, record]): FileSinks => [path, of(record, path)]));
  }

  /** What a file says with these sinks; of a file that was not asked for, what it last said. */
  #version(path: string, record: FileRecord, known: KnownSinks): FileRecord['versions'][number] {
    const version = versionFor(record, known.signature(path, record.calls)) ?? record.versions.at(-1);
    if (version === undefined) throw new Error(`nothing is known of ${path}`);
    return version;
  }

  #inOrder(): (readonly [string, FileRecord])[] {
    this.#sorted ??= [...this.#records.keys()].sort();
    return this.#sorted.flatMap((path) => {
      const record = this.#records.get(path);
      return record === undefined ? [] : [[path, record] as const];
    });
  }
}
