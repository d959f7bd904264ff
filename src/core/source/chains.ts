import { childOf, type SyntaxNode } from './syntax.ts';

/**
 * The operands of a chain of an operator that groups to the left, in order; however long the chain is, without recursion.
 * @param links whether a node is the same operator again.
 */
export function operandsOf(node: SyntaxNode, links: (node: SyntaxNode) => boolean): SyntaxNode[] {
  const operands: SyntaxNode[] = [];
  let left: SyntaxNode | null = node;
  while (left !== null && links(left)) {
    const right = childOf(left, 'right');
    if (right !== null) operands.push(right);
    left = childOf(left, 'left');
  }
  if (left !== null) operands.push(left);
  return operands.reverse();
}

/**
 * The operator between the two sides of a node; empty when it has not both.
 * @param noise what may stand beside the operator: comments, and signs that a line goes on.
 */
export function operatorBetween(node: SyntaxNode, source: string, noise: RegExp): string {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (left === null || right === null) return '';
  return source.slice(left.end, right.start).replace(noise, '').trim();
}

/** The comments of the languages that write them as C does. */
export const slashComments = /\/\*[^]*?\*\/|\/\/[^\n]*/g;
