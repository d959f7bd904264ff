import type { FileRecord } from '../../core/prompts/record.ts';

/** Tells one state of a file or a folder from every other. */
export interface Sums {
  /** `absent` where there is no such file. */
  sum(path: string): string;
  /** Of its list of names. */
  sumOfFolder(path: string): string;
}

/** The sum of what is not there. */
export const absent = '-';

/** A record with the sums of what was looked at for it: what another record has looked at as well is written once. */
interface Kept extends Omit<FileRecord, 'looked'> {
  readonly files: readonly number[];
  readonly folders: readonly number[];
}

/** The records of some of a workspace's files, as they are stored. */
export interface Shard {
  readonly files: readonly (readonly [path: string, sum: string])[];
  readonly folders: readonly (readonly [path: string, sum: string])[];
  readonly records: Readonly<Record<string, Kept>>;
}

export const shardCount = 16;

/** Which shard a path belongs to. */
export function shardOf(path: string): number {
  let sum = 0;
  for (let i = 0; i < path.length; i++) sum = (sum * 31 + path.charCodeAt(i)) >>> 0;
  return sum % shardCount;
}

/** The records of these files that are still true: nothing of what was looked at for them has changed. */
export function trueRecords(
  { files, folders, records }: Shard,
  paths: Iterable<string>,
  sums: Sums,
): [string, FileRecord][] {
  const fileHolds = eachOnce(files, ([path, sum]) => sums.sum(path) === sum);
  const folderHolds = eachOnce(folders, ([path, sum]) => sums.sumOfFolder(path) === sum);
  return [...paths].flatMap((path) => {
    const kept = Object.hasOwn(records, path) ? records[path] : undefined;
    if (kept === undefined) return [];
    const { files: own, folders: listed, ...record } = kept;
    if (!own.every(fileHolds) || !listed.every(folderHolds)) return [];
    const looked = { files: named(files, own), folders: named(folders, listed), strained: false };
    return [[path, { ...record, looked }]];
  });
}

/** @param kept records of an earlier shard that nobody asked for, with the sums of then. */
export function shardWith(
  known: Iterable<readonly [string, FileRecord]>,
  kept: { readonly shard: Shard; readonly paths: readonly string[] } | null,
  sums: Sums,
): Shard {
  const files = new Numbered();
  const folders = new Numbered();
  const records: Record<string, Kept> = {};
  for (const path of kept?.paths ?? []) {
    const record = kept?.shard.records[path];
    if (kept === null || record === undefined) continue;
    records[path] = {
      ...record,
      files: record.files.flatMap((i) => files.number(kept.shard.files[i])),
      folders: record.folders.flatMap((i) => folders.number(kept.shard.folders[i])),
    };
  }
  for (const [path, { looked, ...record }] of known)
    records[path] = {
      ...record,
      files: looked.files.flatMap((file) => files.number([file, sums.sum(file)])),
      folders: looked.folders.flatMap((folder) => folders.number([folder, sums.sumOfFolder(folder)])),
    };
  return { files: files.all, folders: folders.all, records };
}

/** Asks of an item by its number, and of each once: most are asked for by many records. */
function eachOnce<T>(all: readonly T[], ask: (one: T) => boolean): (i: number) => boolean {
  const known = new Map<number, boolean>();
  return (i) => {
    const one = all[i];
    const holds = known.get(i) ?? (one !== undefined && ask(one));
    known.set(i, holds);
    return holds;
  };
}

function named(all: Shard['files'], numbers: readonly number[]): string[] {
  return numbers.flatMap((i) => all[i]?.[0] ?? []);
}

/** Things that are named by their number. */
class Numbered {
  readonly all: (readonly [string, string])[] = [];
  readonly #numbers = new Map<string, number>();

  /** Empty for what was not there. */
  number(one: readonly [string, string] | undefined): number[] {
    if (one === undefined) return [];
    const key = one.join('\0');
    const known = this.#numbers.get(key);
    if (known !== undefined) return [known];
    this.#numbers.set(key, this.all.length);
    return [this.all.push(one) - 1];
  }
}
