import type { Place } from '../source/workspace.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** The text of a literal without holes. */
export function literalText(place: Place): string | null {
  const expression = expressionAt(unwrap(place));
  if (expression.kind !== 'string') return null;
  let text = '';
  for (const part of expression.parts) {
    if (part.kind === 'hole') return null;
    text += part.text.text;
  }
  return text;
}

/** The one expression that a place stands for; null where it is several, or where nobody can see it. */
export function onlyValue(place: Place, trail: Trail): Place | null {
  const origin = definitionOf(place, trail);
  return origin.kind === 'values' && origin.values.length === 1 ? (origin.values[0] ?? null) : null;
}
