import { directoryOf } from '../../core/source/paths.ts';

/** What stands at a path of a tree or an index. */
export interface Entry {
  /** `100644`, `100755` for files, `120000` for a link, `160000` for a submodule. */
  readonly mode: string;
  readonly oid: string;
}

/** What stands where, by the path from the root. */
export interface Entries {
  get(path: string): Entry | undefined;
  has(path: string): boolean;
  /** Names of the files directly in a folder (`''` is the root), sorted. */
  namesIn(folder: string): readonly string[];
  /** Paths of all files. */
  files(): readonly string[];
}

export function isSubmodule({ mode }: Pick<Entry, 'mode'>): boolean {
  return mode === '160000';
}

export function isFile({ mode }: Pick<Entry, 'mode'>): boolean {
  return mode.startsWith('100');
}

/** Entries that were taken apart. */
export class KnownEntries implements Entries {
  readonly #entries: ReadonlyMap<string, Entry>;
  #folders: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
  }

  get(path: string): Entry | undefined {
    return this.#entries.get(path);
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  namesIn(folder: string): readonly string[] {
    this.#folders ??= foldersOf(this.files());
    return this.#folders.get(folder) ?? [];
  }

  files(): readonly string[] {
    return [...this.#entries].flatMap(([path, entry]) => (isFile(entry) ? [path] : []));
  }
}

function foldersOf(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of files) {
    const folder = directoryOf(path);
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [name]);
    else known.push(name);
  }
  for (const names of folders.values()) names.sort();
  return folders;
}

/** Bytes between NULs, the last one closed as well. */
export function rowsOf(out: Buffer): Buffer[] {
  const rows: Buffer[] = [];
  for (let start = 0; start < out.length;) {
    const end = out.indexOf(0, start);
    rows.push(out.subarray(start, end < 0 ? out.length : end));
    start = end < 0 ? out.length : end + 1;
  }
  return rows;
}

/** `null` for a name that no text can spell. */
export function nameOf(bytes: Buffer): string | null {
  const name = bytes.toString('utf8');
  return name.includes('\uFFFD') && !Buffer.from(name).equals(bytes) ? null : name;
}

/** Bytes that are no UTF-8 as people can read them: `\xE9`. */
export function shown(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replaceAll(/[^ -~]/g, (c) => `\\x${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
