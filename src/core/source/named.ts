import type { Declaration } from './language.ts';
import { childOf, type SyntaxNode } from './syntax.ts';

/** The declaration of what a node calls by its field `name`; none where that is missing. */
export function namedBy(
  node: SyntaxNode,
  kind: Declaration['kind'],
  value: SyntaxNode | null,
  textOf: (name: SyntaxNode) => string,
): Declaration[] {
  const name = childOf(node, 'name');
  return name === null ? [] : [{ kind, name: textOf(name), node, value }];
}
