import { fingerprint } from '../../core/fingerprint.ts';
import type { FileRecord } from '../../core/prompts/record.ts';
import type { Assets } from '../assets.ts';
import { cacheFolder } from '../cache/folder.ts';
import type { CacheEnvironment } from '../cache/ownCaches.ts';
import { RecordShards } from '../cache/recordShards.ts';
import { absent } from '../cache/shard.ts';
import { Store } from '../cache/store.ts';
import { sumOf } from '../cache/sum.ts';
import type { Entries } from '../git/entries.ts';
import type { Snapshot } from '../git/snapshot.ts';

/** Files of the store that records are kept in, each those of some paths. */
const slots = 1024;
/** Records of one slot: those of the last changes. */
const mostInSlot = 4;
/** What one change may leave behind: of a large one the first files count. */
const mostOfChange = 64;
/** … and of the files that it can affect, or that were read to understand it. */
const mostAround = 1000;
/** Characters of a text that is kept. */
const longest = 1 << 18;
/** To add up how much all workspaces keep takes milliseconds: one check in so many does. */
const seldom = 16;

/** A record, and what stood in its own state of the repository where it looked. */
interface Row {
  readonly path: string;
  readonly files: readonly (readonly [file: string, standing: string])[];
  readonly folders: readonly (readonly [folder: string, listing: string])[];
  readonly record: FileRecord;
  /** Of a file that was changed: it may be the text before the next change. `null` where it is long, or cannot be read. */
  readonly text: string | null;
}

/** Files of a change. */
export interface KeptPaths {
  readonly changed: readonly string[];
  /** Those that it can affect, or that were read to understand it. */
  readonly around: readonly string[];
}

/** What is known of a file. */
export type Past = Pick<Row, 'path' | 'record' | 'text'>;

/** A state of the repository, and what was read in it. */
export interface ReadState {
  readonly files: Pick<Snapshot, 'entries' | 'readFile'>;
  readonly records: Iterable<readonly [path: string, record: FileRecord]>;
}

/**
 * What the last checks of changes read, kept between two of them: what a file was before a change is most often what it
 * was after the one before. A record is used only where git has the same in every place that was looked at for it.
 */
export class PastRecords {
  readonly #store: Store;
  /** As they were found. */
  readonly #slots = new Map<string, readonly Row[]>();
  /** Those that were of use. */
  readonly #used = new Set<Row>();

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
  known(paths: readonly string[], entries: Entries): Past[] {
    return paths.flatMap((path) => {
      const row = this.#slot(slotOf(path)).find((one) => one.path === path && holds(one, entries));
      if (row === undefined) return [];
      this.#used.add(row);
      return [row];
    });
  }

  /** What was read of all files in some state of the repository, where somebody had to: for this state. */
  whole(entries: Entries): RecordShards {
    const listings = new Map<string, string>();
    return new RecordShards(this.#store, 'whole', {
      sum: (path) => standing(entries, path),
      sumOfFolder: (folder) => {
        const known = listings.get(folder) ?? listing(entries, folder);
        listings.set(folder, known);
        return known;
      },
    });
  }

  /** Keeps what was read of these files, for the next time. Never fails. */
  keep({ changed, around }: KeptPaths, states: readonly ReadState[]): void {
    const fresh = [
      ...this.#fresh(new Set(changed), states, mostOfChange, textOf),
      ...this.#fresh(new Set(around), states, mostAround, () => null),
    ];
    const bySlot = new Map<string, Row[]>();
    for (const row of fresh) bySlot.set(slotOf(row.path), [...(bySlot.get(slotOf(row.path)) ?? []), row]);
    for (const [slot, own] of bySlot) {
      const others = this.#slot(slot).filter((row) => !own.some((one) => isSame(one, row)));
      // who stages again and again compares with the same each time
      const used = others.filter((row) => this.#used.has(row));
      const rest = others.filter((row) => !this.#used.has(row));
      this.#store.write(slot, [...used, ...own, ...rest].slice(0, mostInSlot));
    }
    if (fresh.length > 0 && process.pid % seldom === 0) this.#store.prune();
  }

  /** Rows for what is not kept yet. What stayed as it was is the same in both states. */
  #fresh(
    wanted: ReadonlySet<string>,
    states: readonly ReadState[],
    most: number,
    text: (path: string, files: ReadState['files']) => string | null,
  ): Row[] {
    const rows: Row[] = [];
    for (const { files, records } of states)
      for (const [path, record] of records) {
        if (rows.length === most) return rows;
        if (!wanted.has(path) || record.looked.strained || this.#isKept(path, record)) continue;
        const row = rowOf(path, record, files, text(path, files));
        if (!rows.some((one) => one.path === path && isSame(one, row))) rows.push(row);
      }
    return rows;
  }

  #isKept(path: string, record: FileRecord): boolean {
    return this.#slot(slotOf(path)).some((row) => row.record === record);
  }

  #slot(slot: string): readonly Row[] {
    const rows = this.#slots.get(slot) ?? ((this.#store.read(slot) ?? []) as readonly Row[]);
    this.#slots.set(slot, rows);
    return rows;
  }
}

function slotOf(path: string): string {
  return `past-${Number(`0x${fingerprint(path).slice(0, 4)}`) % slots}`;
}

function textOf(path: string, files: ReadState['files']): string | null {
  const reading = files.readFile(path);
  return reading?.kind === 'text' && reading.text.length <= longest ? reading.text : null;
}

function rowOf(path: string, record: FileRecord, { entries }: ReadState['files'], text: string | null): Row {
  const { files, folders } = record.looked;
  return {
    path,
    files: files.map((file) => [file, standing(entries, file)]),
    folders: folders.map((folder) => [folder, listing(entries, folder)]),
    record,
    text,
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
  return entry === undefined ? absent : `${entry.mode} ${entry.oid}`;
}

function listing(entries: Entries, folder: string): string {
  return sumOf(entries.namesIn(folder).join('\0'));
}
