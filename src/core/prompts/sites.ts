import type { Place } from '../source/workspace.ts';
import { isWritten, returnsOf } from './evaluate.ts';
import { templateOf } from './idioms.ts';
import { definitionOf, expressionAt, unwrap } from './resolve.ts';
import type { Trail } from './trail.ts';

/**
 * The string expressions that an argument stands for: itself where it is written in place, else the definitions that
 * its name, its function or its template leads to. Empty where nothing of it is written in the workspace.
 */
export function sitesOf(place: Place, trail: Trail): readonly Place[] {
  const at = unwrap(place);
  return trail.within('site', at.node, [], () => {
    if (isWritten(at)) return [at];
    const expression = expressionAt(at);
    if (expression.kind === 'choice')
      return expression.arms.flatMap((node) => sitesOf({ ...at, node }, trail));
    const template = templateOf(at);
    if (template !== null) return sitesOf(template, trail);
    if (expression.kind === 'call')
      return (returnsOf({ ...at, node: expression.callee }, trail) ?? []).flatMap((returned) =>
        sitesOf(returned, trail),
      );
    if (expression.kind !== 'name' && expression.kind !== 'member') return [];
    const origin = definitionOf(at, trail);
    if (origin.kind === 'parameter') return origin.fallback === null ? [] : sitesOf(origin.fallback, trail);
    if (origin.kind !== 'values') return [];
    return [...origin.values, ...origin.appended].flatMap((value) =>
      value.node === at.node ? [] : sitesOf(value, trail),
    );
  });
}
