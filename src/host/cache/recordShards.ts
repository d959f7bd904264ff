import type { FileRecord } from '../../core/prompts/record.ts';
import { absent, shardOf, shardWith, trueRecords, type Shard, type Sums } from './shard.ts';
import type { Store } from './store.ts';

type Named = readonly [path: string, record: FileRecord];

/**
 * What was read of many files, kept in a store. What it gives is what reading would give: a record is used only while every
 * file and folder that was looked at for it is the same.
 */
export class RecordShards {
  readonly #store: Store;
  readonly #name: string;
  readonly #sums: Sums;
  readonly #shards = new Map<number, Shard | null>();
  readonly #given = new Map<string, FileRecord>();

  /** @param name of these records in the store. @param sums of the state that they are asked for in. */
  constructor(store: Store, name: string, sums: Sums) {
    this.#store = store;
    this.#name = name;
    this.#sums = sums;
  }

  /** The records of these files that are known and still true. */
  records(paths: readonly string[]): readonly Named[] {
    for (const [number, own] of byShard(paths, (path) => path)) {
      const shard = this.#shard(number);
      if (shard === null) continue;
      for (const [path, record] of trueRecords(shard, own, this.#sums)) this.#given.set(path, record);
    }
    return [...this.#given];
  }

  /** Keeps these for the next time. Never fails. @returns whether there was anything new to write. */
  save(records: Iterable<Named>): boolean {
    const kept = [...records].filter(([, { looked }]) => !looked.strained);
    let wrote = false;
    for (const [number, own] of byShard(kept, ([path]) => path)) {
      if (own.every(([path, record]) => this.#given.get(path) === record)) continue;
      const shard = shardWith(own, this.#others(number, own), this.#sums);
      wrote = this.#store.write(this.#nameOf(number), shard) || wrote;
    }
    return wrote;
  }

  /** What an earlier run knew of files that this one did not ask for, and that are still there. */
  #others(
    number: number,
    own: readonly Named[],
  ): { readonly shard: Shard; readonly paths: readonly string[] } | null {
    const shard = this.#shard(number);
    if (shard === null) return null;
    const known = new Set(own.map(([path]) => path));
    const paths = Object.keys(shard.records).filter((path) => !known.has(path));
    return { shard, paths: paths.filter((path) => this.#sums.sum(path) !== absent) };
  }

  #shard(number: number): Shard | null {
    const known = this.#shards.get(number);
    if (known !== undefined) return known;
    const shard = this.#store.read(this.#nameOf(number)) as Shard | null;
    this.#shards.set(number, shard);
    return shard;
  }

  #nameOf(number: number): string {
    return `${this.#name}-${number}`;
  }
}

function byShard<T>(all: Iterable<T>, path: (one: T) => string): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const number = shardOf(path(one));
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [one]);
    else group.push(one);
  }
  return groups;
}
