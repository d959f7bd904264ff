import { fingerprint } from '../fingerprint.ts';
import type { FileEdit, Fix } from '../report.ts';
import { applyEdits, type Range } from '../text.ts';
import type { ProposedFix, Sources } from './rule.ts';

export type Fixed =
  | { readonly kind: 'texts'; readonly texts: ReadonlyMap<string, string> }
  | { readonly kind: 'refused'; readonly path: string; readonly why: string };

/** The texts of the files that a fix changes, as they are after it. A text other than the one it was made for is left alone. */
export function applyFix(fix: Fix, read: (path: string) => string | null): Fixed {
  const texts = new Map<string, string>();
  for (const [path, made] of Object.entries(fix.madeFor)) {
    const text = read(path);
    if (text === null) return { kind: 'refused', path, why: 'it cannot be read any more' };
    if (fingerprint(text) !== made) return { kind: 'refused', path, why: 'it has changed since it was read' };
    texts.set(
      path,
      applyEdits(
        text,
        fix.edits.filter((edit) => edit.path === path),
      ),
    );
  }
  return { kind: 'texts', texts };
}

type Proposed = ProposedFix | null | undefined;

/** What a parser cannot read of a text that would stand in a file: how many places; `null` where it cannot be parsed. */
export type Mistakes = (path: string, text: string) => number | null;

/**
 * Proposed fixes → those that can be offered, in the same order; `null` for one after which a file would not parse as
 * well as before. Fixes of one file that leave each other alone are tried together, and one by one only if that fails.
 */
export function checkedFixes(
  proposed: readonly Proposed[],
  sources: Sources,
  mistakes: Mistakes,
): (Fix | null)[] {
  const known = new Map<string, number | null>();
  const had = (path: string, text: string): number | null => {
    const count = known.has(path) ? (known.get(path) ?? null) : mistakes(path, text);
    known.set(path, count);
    return count;
  };
  const fine = new Set<Proposed>(proposed.filter((fix) => fix?.inText === true));
  for (const [path, together] of apart(proposed.filter((fix) => !fine.has(fix)))) {
    const before = sources.text(path);
    const edits = together.flatMap((fix) => fix.edits);
    if (before === null || together.length < 2) continue;
    if (parsesAsWell(path, before, applyEdits(before, edits), had, mistakes))
      for (const fix of together) fine.add(fix);
  }
  const prints = new Map<string, string>();
  const printOf = (path: string, text: string): string => {
    const print = prints.get(path) ?? fingerprint(text);
    prints.set(path, print);
    return print;
  };
  return proposed.map((fix) => checked(fix, fine.has(fix), { sources, had, mistakes, printOf }));
}

interface Checks {
  readonly sources: Sources;
  readonly had: Mistakes;
  readonly mistakes: Mistakes;
  /** Each text has its fingerprint taken once. */
  printOf(path: string, text: string): string;
}

function checked(fix: Proposed, isFine: boolean, { sources, had, mistakes, printOf }: Checks): Fix | null {
  if (fix === null || fix === undefined) return null;
  const { title, disposition, edits: all } = fix;
  const madeFor: Record<string, string> = {};
  for (const path of new Set(fix.edits.map((edit) => edit.path))) {
    const before = sources.text(path);
    if (before === null) return null;
    const edits = fix.edits.filter((edit) => edit.path === path);
    const after = applyEdits(before, edits);
    if (after === before || !(isFine || parsesAsWell(path, before, after, had, mistakes))) return null;
    madeFor[path] = printOf(path, before);
  }
  return { title, disposition, edits: all, madeFor };
}

function parsesAsWell(
  path: string,
  before: string,
  after: string,
  had: Mistakes,
  mistakes: Mistakes,
): boolean {
  const [old, now] = [had(path, before), mistakes(path, after)];
  return old !== null && now !== null && now <= old;
}

/** Of each file the fixes that touch it alone and no place of one another. */
function apart(proposed: readonly Proposed[]): Map<string, ProposedFix[]> {
  const byPath = new Map<string, ProposedFix[]>();
  for (const fix of proposed) {
    const [path, ...others] = new Set(fix?.edits.map((edit) => edit.path) ?? []);
    if (!fix || path === undefined || others.length > 0) continue;
    byPath.set(path, [...(byPath.get(path) ?? []), fix]);
  }
  for (const [path, fixes] of byPath) {
    const taken: Range[] = [];
    const alone = fixes.filter((fix) => {
      const hull = hullOf(fix.edits);
      if (taken.some((other) => hull.start <= other.end && other.start <= hull.end)) return false;
      taken.push(hull);
      return true;
    });
    byPath.set(path, alone);
  }
  return byPath;
}

function hullOf(edits: readonly FileEdit[]): Range {
  let start = Infinity;
  let end = 0;
  for (const { range } of edits) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start, end };
}
