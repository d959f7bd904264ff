import type { Declaration } from './language.ts';
import { childOf, type SyntaxNode } from './syntax.ts';

/** A node as it is written. */
export function textOf(node: SyntaxNode, source: string): string {
  return source.slice(node.start, node.end);
}

/** Children without the comments between them, in the grammars that know one kind of comment. */
export function code(children: readonly SyntaxNode[]): SyntaxNode[] {
  return children.filter(({ kind }) => kind !== 'comment');
}

/** The declaration of what a node calls by its field `name`; none where that is missing. */
export function namedBy(
  node: SyntaxNode,
  kind: Declaration['kind'],
  value: SyntaxNode | null,
  source: string,
  nameOf: (name: SyntaxNode, source: string) => string = textOf,
): Declaration[] {
  const name = childOf(node, 'name');
  return name === null ? [] : [{ kind, name: nameOf(name, source), node, value }];
}
