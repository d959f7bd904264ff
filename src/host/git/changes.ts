import { nameOf, rowsOf, type Entry } from './entries.ts';

/** One path that differs between two states. */
export interface FileChange {
  /** `null` where it is new. */
  readonly before: (Entry & { readonly path: string }) | null;
  /** `null` where it is gone, or `isConflict`. */
  readonly now: (Entry & { readonly path: string }) | null;
  /** A merge goes on, and nobody has said what shall stand there. */
  readonly isConflict: boolean;
}

/** What `git diff-index --raw -z -M --no-abbrev` says. Names that no text can spell are left out: nothing can read them. */
export function readChanges(out: Buffer): FileChange[] {
  return rawChanges(out).flatMap(
    ({ words: [oldMode = '', newMode = '', oldOid = '', newOid = '', status = ''], names }) => {
      const [first, second = first] = names.map(nameOf);
      const old =
        isSpelt(first) && !/^0+$/.test(oldMode) ? { path: first, mode: oldMode, oid: oldOid } : null;
      const now =
        isSpelt(second) && !/^0+$/.test(newMode) ? { path: second, mode: newMode, oid: newOid } : null;
      const before = status.startsWith('C') ? null : old;
      return before === null && now === null ? [] : { before, now, isConflict: status === 'U' };
    },
  );
}

/** All that is named there, also what cannot be read: letters that no text can spell are others then. */
export function namesOfChanges(out: Buffer): string[] {
  return rawChanges(out).flatMap(({ names }) => names.map((name) => name.toString('utf8')));
}

interface RawChange {
  /** Modes and object names before and now, and what became of it. */
  readonly words: readonly string[];
  /** Two where it has another name now, or was copied. */
  readonly names: readonly Buffer[];
}

function rawChanges(out: Buffer): RawChange[] {
  const rows = rowsOf(out);
  const changes: RawChange[] = [];
  for (let i = 0; i < rows.length;) {
    const words = rows[i]?.toString('latin1').slice(1).split(' ') ?? [];
    const end = i + (/^[RC]/.test(words[4] ?? '') ? 3 : 2);
    changes.push({ words, names: rows.slice(i + 1, end) });
    i = end;
  }
  return changes;
}

function isSpelt(name: string | null | undefined): name is string {
  return name !== null && name !== undefined;
}
