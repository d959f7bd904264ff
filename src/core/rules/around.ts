import type { Scope } from '../source/outline.ts';
import type { Place } from '../source/workspace.ts';
import type { Range } from '../text.ts';
import type { Sources } from './rule.ts';

/** The call that stands at a place; `null` where its file cannot be read any more. */
export function callNode(
  sources: Sources,
  { path, range }: { readonly path: string; readonly range: Range },
): Place | null {
  const unit = sources.unit(path);
  const node = unit?.outline.calls.find(({ start, end }) => start === range.start && end === range.end);
  return unit === null || node === undefined ? null : { unit, node };
}

/** The functions around an expression, the nearest first. */
export function functionsAround({ unit, node }: Place): Scope[] {
  const found: Scope[] = [];
  for (let scope: Scope | null = unit.outline.scopeOf(node); scope !== null; scope = scope.parent)
    if (scope.kind === 'function') found.push(scope);
  return found;
}
