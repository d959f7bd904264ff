import type { Unread } from '../../core/report.ts';

/** What stands at a path of a tree or an index. */
export interface Entry {
  /** `100644`, `100755` for files, `120000` for a link, `160000` for a submodule. */
  readonly mode: string;
  readonly oid: string;
}

/** Path from the root → what stands there. */
export type Entries = ReadonlyMap<string, Entry>;

export interface Listed {
  readonly entries: Entries;
  /** What is there and cannot be read. */
  readonly unread: readonly Unread[];
}

export function isSubmodule({ mode }: Pick<Entry, 'mode'>): boolean {
  return mode === '160000';
}

export function isFile({ mode }: Pick<Entry, 'mode'>): boolean {
  return mode.startsWith('100');
}

/** What `git ls-files -s -z` says of an index. */
export function readIndex(out: Buffer): Listed {
  const entries = new Map<string, Entry>();
  const conflicts = new Set<string>();
  const text = out.toString('utf8');
  for (let start = 0; start < text.length;) {
    const tab = text.indexOf('\t', start);
    const end = text.indexOf('\0', tab);
    // a mode has six digits, a stage one, and there is a blank between
    const [mode, oid] = [text.slice(start, start + 6), text.slice(start + 7, tab - 2)];
    const path = text.slice(tab + 1, end);
    if (text.charAt(tab - 1) === '0') entries.set(path, { mode, oid });
    else conflicts.add(path);
    start = end + 1;
  }
  const unread = [...conflicts].map((path) => ({
    path,
    why: 'in conflict: resolve it and stage it with git add',
  }));
  return { entries, unread: [...unread, ...(text.includes('\uFFFD') ? unspeakable(out, entries) : [])] };
}

/** Names that no text can spell are taken out of the entries again. */
function unspeakable(out: Buffer, entries: Map<string, Entry>): Unread[] {
  return rowsOf(out).flatMap((row) => {
    const name = row.subarray(row.indexOf(9) + 1);
    if (nameOf(name) !== null) return [];
    entries.delete(name.toString('utf8'));
    return { path: shown(name), why: 'its name is not UTF-8' };
  });
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
