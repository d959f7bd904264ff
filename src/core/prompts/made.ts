import { enclosing } from '../source/outline.ts';
import type { Place } from '../source/workspace.ts';
import { expressionAt, unwrap } from './expressions.ts';

/**
 * The class of what a function returns: the type it says, as an expression that names it, or the class around where that
 * is itself, or where all that it returns is the object it is called on. Null where nothing tells.
 */
export function classMade(fn: Place): Place | null {
  const { unit, node } = fn;
  const type = unit.language.typeReturned?.(node, unit.text) ?? null;
  if (type !== null) return isOwn({ unit, node: type }) ? classAround(fn) : { unit, node: type };
  const returned = unit.outline.returns.get(node) ?? [];
  const isChain = returned.length > 0 && returned.every((one) => isOwn(unwrap({ unit, node: one })));
  return isChain ? classAround(fn) : null;
}

/** `self`, `static`, `$this`. */
function isOwn(place: Place): boolean {
  const expression = expressionAt(place);
  return expression.kind === 'name' && place.unit.language.self.has(expression.name);
}

function classAround({ unit, node }: Place): Place | null {
  const cls = enclosing(unit.outline.scopeOf(node), 'class');
  return cls === null ? null : { unit, node: cls.node };
}
