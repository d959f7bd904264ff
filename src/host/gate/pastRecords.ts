import { createHash } from 'node:crypto';
import type { FileRecord } from '../../core/prompts/record.ts';
import type { Assets } from '../assets.ts';
import { cacheFolder } from '../cache/folder.ts';
import type { CacheEnvironment } from '../cache/ownCaches.ts';
import { Store } from '../cache/store.ts';
import type { Entries } from '../git/entries.ts';

/** Files whose records are kept: those of the last changes. */
const mostKept = 64;
/** Under this name in the store. */
const name = 'staged';

/** A record, and what stood in its own state of the repository where it looked. */
interface Row {
  readonly path: string;
  readonly files: readonly (readonly [file: string, standing: string])[];
  readonly folders: readonly (readonly [folder: string, listing: string])[];
  /** As JSON: few of them are asked for. */
  readonly record: string;
}

/** A state of the repository, and what was read in it. */
export interface ReadState {
  readonly entries: Entries;
  readonly records: Iterable<readonly [path: string, record: FileRecord]>;
}

/**
 * What the last checks of changes read, kept between two of them: what a file was before a change is most often what it
 * was after the one before. A record is used only where git has the same in every place that was looked at for it.
 */
export class PastRecords {
  readonly #store: Store;
  #rows: readonly Row[] | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Those of a repository; `null` where there is no place for them, or code that may change any time runs. */
  static open(root: string, env: CacheEnvironment, assets: Assets): PastRecords | null {
    const build = assets.loadBuild();
    const folder = build === null ? null : cacheFolder(root, env);
    return build === null || folder === null ? null : new PastRecords(new Store(folder, root, build));
  }

  /** What is known of these files in this state. */
  known(paths: readonly string[], entries: Entries): (readonly [string, FileRecord])[] {
    const wanted = new Set(paths);
    const known = this.#read().filter((row) => wanted.has(row.path) && holds(row, entries));
    return known.map(({ path, record }) => [path, JSON.parse(record) as FileRecord]);
  }

  /** Keeps what was read of these files, for the next time. Never fails. */
  keep(paths: readonly string[], states: readonly ReadState[]): void {
    const wanted = new Set(paths);
    const rows = states.flatMap(({ entries, records }) =>
      [...records].flatMap(([path, record]) =>
        wanted.has(path) && !record.looked.strained ? [rowOf(path, record, entries)] : [],
      ),
    );
    const before = this.#read();
    const fresh = rows.filter((row) => !before.some((other) => isSame(row, other)));
    if (fresh.length === 0) return;
    const others = before.filter((row) => !fresh.some((other) => isSame(row, other)));
    if (this.#store.write(name, [...fresh, ...others].slice(0, mostKept))) this.#store.prune();
  }

  #read(): readonly Row[] {
    return (this.#rows ??= (this.#store.read(name) ?? []) as readonly Row[]);
  }
}

function rowOf(path: string, record: FileRecord, entries: Entries): Row {
  const { files, folders } = record.looked;
  return {
    path,
    files: files.map((file) => [file, standing(entries, file)]),
    folders: folders.map((folder) => [folder, listing(entries, folder)]),
    record: JSON.stringify(record),
  };
}

function holds({ files, folders }: Row, entries: Entries): boolean {
  return (
    files.every(([file, then]) => standing(entries, file) === then) &&
    folders.every(([folder, then]) => listing(entries, folder) === then)
  );
}

/** Whether they are records of the same file, made of the same. */
function isSame(a: Row, b: Row): boolean {
  const facts = ({ files, folders }: Row): string => [...files, ...folders].flat().join('\0');
  return a.path === b.path && facts(a) === facts(b);
}

function standing(entries: Entries, file: string): string {
  const entry = entries.get(file);
  return entry === undefined ? '-' : `${entry.mode} ${entry.oid}`;
}

function listing(entries: Entries, folder: string): string {
  return createHash('sha1').update(entries.namesIn(folder).join('\0')).digest('base64');
}
