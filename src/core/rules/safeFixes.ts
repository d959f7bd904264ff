import { fingerprint } from '../fingerprint.ts';
import type { FileEdit, Finding } from '../report.ts';
import { applyEdits } from '../text.ts';

/** A file that safe fixes change. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly fixed: readonly Finding[];
}

/**
 * All that can be mended without asking: the safe fixes that touch only texts as they were made for, and no place of one
 * that comes before. A fix of several files is made in all of them or in none.
 */
export function safeFixes(
  findings: readonly Finding[],
  read: (path: string) => string | null,
): readonly FixedFile[] {
  const taken = new Map<string, { readonly edits: FileEdit[]; readonly fixed: Finding[] }>();
  for (const finding of findings) {
    const { fix } = finding;
    if (fix === null || fix.disposition !== 'safe') continue;
    const isFresh = Object.entries(fix.madeFor).every(([path, print]) => {
      const text = read(path);
      return text !== null && fingerprint(text) === print;
    });
    const isFree = fix.edits.every((edit) =>
      (taken.get(edit.path)?.edits ?? []).every((one) => apart(one, edit)),
    );
    if (!isFresh || !isFree) continue;
    for (const path of new Set(fix.edits.map((edit) => edit.path))) {
      const file = taken.get(path) ?? { edits: [], fixed: [] };
      file.edits.push(...fix.edits.filter((edit) => edit.path === path));
      file.fixed.push(finding);
      taken.set(path, file);
    }
  }
  return [...taken].flatMap(([path, { edits, fixed }]) => {
    const before = read(path);
    return before === null ? [] : [{ path, before, after: applyEdits(before, edits), fixed }];
  });
}

/** Edits that touch could each be sound and spoil each other. */
function apart({ range: a }: FileEdit, { range: b }: FileEdit): boolean {
  return a.end < b.start || b.end < a.start;
}
