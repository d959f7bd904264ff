import type { Expression } from '../source/language.ts';
import type { Place } from '../source/workspace.ts';

/** What the node at a place means, read once. */
export function expressionAt({ unit, node }: Place): Expression {
  // only this line writes it, and a node belongs to one text of one language
  node.meaning ??= unit.language.expression(node, unit.text);
  return node.meaning as Expression;
}

/** The expression inside brackets, casts and `await`. */
export function unwrap(place: Place): Place {
  let at = place;
  for (;;) {
    const expression = expressionAt(at);
    if (expression.kind !== 'wrapped') return at;
    at = { unit: at.unit, node: expression.inner };
  }
}
