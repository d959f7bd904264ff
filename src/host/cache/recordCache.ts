import type { FileRecord } from '../../core/prompts/record.ts';
import type { Assets } from '../assets.ts';
import { shardOf, shardWith, trueRecords, type Shard } from './shard.ts';
import { absent, StampedDisk, type Stamp } from './stampedDisk.ts';
import { Store } from './store.ts';

export interface CacheOptions {
  /** The folder of the caches of all workspaces; see `cacheFolder`. */
  readonly folder: string;
  /** What was written by another build is not read. */
  readonly build: string;
  readonly assets?: Assets;
}

type StampRow = readonly [
  path: string,
  size: number,
  modified: number,
  changed: number,
  asked: number,
  inode: number,
  sum: string,
];

/**
 * What was read of a workspace's files, kept on the disk between two runs. What it gives is what reading would give: a
 * record is used only while every file and folder that was looked at for it is the same.
 */
export class RecordCache {
  /** Through it everything has to be read, so that it is known what was. */
  readonly disk: StampedDisk;
  readonly #store: Store;
  readonly #shards = new Map<number, Shard | null>();
  readonly #given = new Map<string, FileRecord>();

  /** @param root absolute. */
  constructor(root: string, { folder, build, assets }: CacheOptions) {
    this.#store = new Store(folder, root, build);
    const rows = (this.#store.read('stamps') ?? []) as readonly StampRow[];
    this.disk = new StampedDisk(root, assets, { stamps: rows.map(stampOf) });
  }

  /** The records of these files that are known and still true. */
  records(paths: readonly string[]): readonly (readonly [string, FileRecord])[] {
    for (const [number, own] of byShard(paths, (path) => path)) {
      const shard = this.#shard(number);
      if (shard === null) continue;
      for (const [path, record] of trueRecords(shard, own, this.disk)) this.#given.set(path, record);
    }
    return [...this.#given];
  }

  /** Keeps what an analysis came to know of its files, for the next one. Never fails. */
  save(records: Iterable<readonly [string, FileRecord]>): void {
    const kept = [...records].filter(
      ([, { looked }]) => !looked.strained && this.disk.isSteady(looked.files),
    );
    let wrote = false;
    for (const [number, own] of byShard(kept, ([path]) => path)) {
      if (own.every(([path, record]) => this.#given.get(path) === record)) continue;
      wrote =
        this.#store.write(`records-${number}`, shardWith(own, this.#others(number, own), this.disk)) || wrote;
    }
    // last, because writing the records may have had to look at more
    if (this.disk.hasNews) wrote = this.#store.write('stamps', [...this.disk.stamps()].map(rowOf)) || wrote;
    if (wrote) this.#store.prune();
  }

  /** What an earlier run knew of files that this one did not ask for, and that are still there. */
  #others(
    number: number,
    own: readonly (readonly [string, FileRecord])[],
  ): { readonly shard: Shard; readonly paths: readonly string[] } | null {
    const shard = this.#shard(number);
    if (shard === null) return null;
    const known = new Set(own.map(([path]) => path));
    const paths = Object.keys(shard.records).filter((path) => !known.has(path));
    return { shard, paths: paths.filter((path) => this.disk.sum(path) !== absent) };
  }

  #shard(number: number): Shard | null {
    const known = this.#shards.get(number);
    if (known !== undefined) return known;
    const shard = this.#store.read(`records-${number}`) as Shard | null;
    this.#shards.set(number, shard);
    return shard;
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

function rowOf([path, stamp]: readonly [string, Stamp]): StampRow {
  const { size, modified, changed, asked, inode, sum } = stamp;
  return [path, size, modified, changed, asked, inode, sum];
}

function stampOf([path, size, modified, changed, asked, inode, sum]: StampRow): readonly [string, Stamp] {
  return [path, { size, modified, changed, asked, inode, sum }];
}
