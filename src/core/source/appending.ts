import type { Declaration, Expression } from './language.ts';
import type { SyntaxNode } from './syntax.ts';

/**
 * `text = text + a + b` adds to the text, as `+=` does.
 * @param given the assignment as it would be read otherwise.
 * @returns an addition for each operand; the assignment itself where it is none.
 */
export function asAddition(
  given: Declaration,
  source: string,
  expression: (node: SyntaxNode, source: string) => Expression,
): readonly Declaration[] {
  const value = given.value === null ? null : expression(given.value, source);
  if (value?.kind !== 'concat') return [given];
  const [first, ...added] = value.operands;
  if (first === undefined || source.slice(first.start, first.end) !== given.name) return [given];
  return added.map((operand) => ({ ...given, kind: 'augment', value: operand }));
}
