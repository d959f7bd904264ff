import type { Place } from '../source/workspace.ts';
import { expressionAt } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** What the function behind a callee, or any of those of a table, can return; null when it cannot be found. */
export function returnsOf(callee: Place, trail: Trail): readonly Place[] | null {
  const origin = definitionOf(callee, trail);
  const functions = origin.kind === 'values' ? origin.values : [];
  if (functions.length === 0 || functions.some((fn) => expressionAt(fn).kind !== 'function')) return null;
  return functions.flatMap(({ unit, node }) =>
    (unit.outline.returns.get(node) ?? []).map((returned) => ({ unit, node: returned })),
  );
}
