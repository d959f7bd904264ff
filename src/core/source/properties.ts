import type { Declaration } from './language.ts';
import { childOf, type SyntaxNode } from './syntax.ts';

/** How the grammars call assignments. */
const assignments: ReadonlySet<string> = new Set([
  'assignment_expression',
  'assignment',
  'assignment_statement',
  'augmented_assignment_expression',
  'operator_assignment',
  'compound_assignment_expr',
]);

/** How they call a member of an object, and the field that holds its name. */
const members: ReadonlyMap<string, string> = new Map([
  ['member_expression', 'property'],
  ['attribute', 'attribute'],
  ['field_access', 'field'],
  ['field_expression', 'field'],
  ['selector_expression', 'field'],
  ['call', 'method'],
  ['member_access_expression', 'name'],
]);

export function isAssignment(kind: string): boolean {
  return assignments.has(kind);
}

/** `agent.instructions = "…"`: a member of something that is not seen here is given a value. Null for any other assignment. */
export function propertyGiven(node: SyntaxNode, source: string): Declaration | null {
  const target = only(childOf(node, 'left'));
  const value = only(childOf(node, 'right'));
  if (target === null || value === null) return null;
  const name = childOf(target, members.get(target.kind) ?? 'name');
  if (!members.has(target.kind) || name === null) return null;
  return { kind: 'property', name: source.slice(name.start, name.end), node, value };
}

/** Go assigns lists to lists. */
function only(node: SyntaxNode | null): SyntaxNode | null {
  if (node?.kind !== 'expression_list') return node;
  return node.children.length === 1 ? (node.children[0] ?? null) : null;
}
