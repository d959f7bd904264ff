import type { Argument } from '../../language.ts';
import { code, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';

/** The arguments between a pair of brackets, by position or by name. */
export function argumentsIn(list: SyntaxNode | null, source: string): Argument[] {
  return code(list?.children ?? []).map((argument) => {
    const name = childOf(argument, 'name');
    const value = code(argument.children).at(-1) ?? argument;
    return { name: name === null ? null : textOf(name, source), value, spread: false };
  });
}
