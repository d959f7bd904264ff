import type { FileRecord } from '../../core/prompts/record.ts';
import type { Assets } from '../assets.ts';
import { RecordShards } from './recordShards.ts';
import { StampedDisk, type Stamp } from './stampedDisk.ts';
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
  readonly #shards: RecordShards;

  /** @param root absolute. */
  constructor(root: string, { folder, build, assets }: CacheOptions) {
    this.#store = new Store(folder, root, build);
    const rows = (this.#store.read('stamps') ?? []) as readonly StampRow[];
    this.disk = new StampedDisk(root, assets, { stamps: rows.map(stampOf) });
    this.#shards = new RecordShards(this.#store, 'records', this.disk);
  }

  /** The records of these files that are known and still true. */
  records(paths: readonly string[]): readonly (readonly [string, FileRecord])[] {
    return this.#shards.records(paths);
  }

  /** Keeps what an analysis came to know of its files, for the next one. Never fails. */
  save(records: Iterable<readonly [string, FileRecord]>): void {
    const steady = [...records].filter(([, { looked }]) => this.disk.isSteady(looked.files));
    let wrote = this.#shards.save(steady);
    // last, because writing the records may have had to look at more
    if (this.disk.hasNews) wrote = this.#store.write('stamps', [...this.disk.stamps()].map(rowOf)) || wrote;
    if (wrote) this.#store.prune();
  }
}

function rowOf([path, stamp]: readonly [string, Stamp]): StampRow {
  const { size, modified, changed, asked, inode, sum } = stamp;
  return [path, size, modified, changed, asked, inode, sum];
}

function stampOf([path, size, modified, changed, asked, inode, sum]: StampRow): readonly [string, Stamp] {
  return [path, { size, modified, changed, asked, inode, sum }];
}
