import { fingerprint } from '../fingerprint.ts';
import type { Fix } from '../report.ts';
import { applyEdits } from '../text.ts';
import type { Fault, Sources } from './rule.ts';

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

/** What a rule proposes as a fix that can be offered; `null` where a file would not parse as well as before. */
export function checkedFix(
  proposed: Fault['fix'],
  sources: Sources,
  mistakes: (path: string, text: string) => number | null,
): Fix | null {
  if (proposed === null || proposed === undefined) return null;
  const madeFor: Record<string, string> = {};
  for (const path of new Set(proposed.edits.map((edit) => edit.path))) {
    const before = sources.text(path);
    if (before === null) return null;
    const after = applyEdits(
      before,
      proposed.edits.filter((edit) => edit.path === path),
    );
    const [had, has] = [mistakes(path, before), mistakes(path, after)];
    if (had === null || has === null || has > had || after === before) return null;
    madeFor[path] = fingerprint(before);
  }
  return { ...proposed, madeFor };
}
