import type { Place } from '../source/workspace.ts';
import { expressionAt } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** What the function behind a callee can return; null when the function cannot be found. */
export function returnsOf(callee: Place, trail: Trail): readonly Place[] | null {
  const origin = definitionOf(callee, trail);
  const fn = origin.kind === 'values' ? origin.values[0] : undefined;
  if (fn === undefined || expressionAt(fn).kind !== 'function') return null;
  return (fn.unit.outline.returns.get(fn.node) ?? []).map((node) => ({ unit: fn.unit, node }));
}
