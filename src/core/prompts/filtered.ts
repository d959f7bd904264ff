import type { Place } from '../source/workspace.ts';
import { expressionAt, unwrap } from './expressions.ts';

/** The list of which a call gives those items that are there: `parts.filter(Boolean)`, `parts.compact`, `array_filter($parts)`. */
export function filteredAt(place: Place): Place | null {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind !== 'call') return null;
  const callee = expressionAt(unwrap({ ...at, node: expression.callee }));
  if (callee.kind === 'member') return methods.test(callee.name) ? { ...at, node: callee.object } : null;
  const [list] = expression.args;
  return callee.kind === 'name' && functions.test(callee.name) && list !== undefined
    ? { ...at, node: list.value }
    : null;
}

const methods = /^(?:filter|compact|compact_blank|reject|flatten|uniq)$/;
const functions = /^array_(?:filter|values|unique)$/;
