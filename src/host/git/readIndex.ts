import { isAscii } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Unread } from '../../core/report.ts';
import { attempt } from '../cache/attempt.ts';
import { KnownEntries, nameOf, rowsOf, shown, type Entries, type Entry } from './entries.ts';
import type { Git } from './git.ts';
import { indexRows } from './indexFile.ts';
import { listedRows } from './listedRows.ts';
import { indexed } from './questions.ts';
import { SortedEntries, type SortedRows } from './sortedEntries.ts';

export interface Listed {
  readonly entries: Entries;
  /** What is there and cannot be read. */
  readonly unread: readonly Unread[];
}

/** A stage other than 0, or a name that looks like one. */
const maybeConflict = / [123]\t/;

/** Of larger ones git is asked. Bytes. */
const largestIndex = 256 * 1024 * 1024;

/** What stands in an index, from its file where that can be read plainly. `null` where git does not answer. */
export async function openIndex(git: Git): Promise<Listed | null> {
  const rows = rowsIn(git.index);
  if (rows !== null) return { entries: new SortedEntries(rows), unread: [] };
  const { code, out } = await git.ask(...indexed);
  return code === 0 ? readIndex(out) : null;
}

function rowsIn(file: string | null): SortedRows | null {
  const size = file === null ? null : attempt(() => statSync(file).size);
  if (file === null || size === null || size > largestIndex) return null;
  const bytes = attempt(() => readFileSync(file));
  return bytes === null ? null : indexRows(bytes);
}

/** What `git ls-files -s -z` says of an index. Few of its entries are ever asked for. */
export function readIndex(out: Buffer): Listed {
  if (!isAscii(out)) return takenApart(out);
  const text = out.toString('latin1');
  return maybeConflict.test(text)
    ? takenApart(out)
    : { entries: new SortedEntries(listedRows(text)), unread: [] };
}

function takenApart(out: Buffer): Listed {
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
  const unspelt = text.includes('\uFFFD') ? unspeakable(out, entries) : [];
  return { entries: new KnownEntries(entries), unread: [...unread, ...unspelt] };
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
