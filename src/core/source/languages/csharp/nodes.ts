import type { Argument } from '../../language.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';

/** Children without the comments between them. */
export function code(children: readonly SyntaxNode[]): SyntaxNode[] {
  return children.filter(({ kind }) => kind !== 'comment');
}

export function textOf(node: SyntaxNode, source: string): string {
  return source.slice(node.start, node.end);
}

/** The arguments between a pair of brackets, by position or by name. */
export function argumentsIn(list: SyntaxNode | null, source: string): Argument[] {
  return code(list?.children ?? []).map((argument) => {
    const name = childOf(argument, 'name');
    const value = code(argument.children).at(-1) ?? argument;
    return { name: name === null ? null : textOf(name, source), value, spread: false };
  });
}
