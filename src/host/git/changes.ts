import { nameOf, rowsOf, type Entries, type Entry } from './entries.ts';

/** One path that differs between two states. */
export interface FileChange {
  /** `null` where it is new. */
  readonly before: (Entry & { readonly path: string }) | null;
  /** `null` where it is gone. */
  readonly now: (Entry & { readonly path: string }) | null;
}

/** What `git diff-index --raw -z -M --no-abbrev` says. Names that no text can spell are left out: nothing can read them. */
export function readChanges(out: Buffer): FileChange[] {
  const rows = rowsOf(out);
  const changes: FileChange[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [oldMode = '', newMode = '', oldOid = '', newOid = '', status = ''] = (
      rows[i]?.toString('latin1').slice(1) ?? ''
    ).split(' ');
    const first = nameOf(rows[++i] ?? Buffer.alloc(0));
    const second = /^[RC]/.test(status) ? nameOf(rows[++i] ?? Buffer.alloc(0)) : first;
    const old = first === null || /^0+$/.test(oldMode) ? null : { path: first, mode: oldMode, oid: oldOid };
    const now = second === null || /^0+$/.test(newMode) ? null : { path: second, mode: newMode, oid: newOid };
    // an entry in conflict is told once more with its stages
    if (status === 'U') continue;
    const before = status.startsWith('C') ? null : old;
    if (before !== null || now !== null) changes.push({ before, now });
  }
  return changes;
}

/** What there was before the changes. */
export function entriesBefore(now: Entries, changes: readonly FileChange[]): Entries {
  const before = new Map(now);
  for (const change of changes) if (change.now !== null) before.delete(change.now.path);
  for (const change of changes)
    if (change.before !== null) {
      const { path, mode, oid } = change.before;
      before.set(path, { mode, oid });
    }
  return before;
}
