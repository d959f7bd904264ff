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

/** How they call an entry of an object that is named by a text in brackets. */
const entries: ReadonlySet<string> = new Set([
  'subscript_expression',
  'subscript',
  'element_reference',
  'element_access_expression',
]);

export function isAssignment(kind: string): boolean {
  return assignments.has(kind);
}

/**
 * `agent.instructions = "…"`, `body["prompt"] = "…"`: a member of something that is not seen here is given a value.
 * Null for any other assignment.
 */
export function propertyGiven(node: SyntaxNode, source: string): Declaration | null {
  const target = only(childOf(node, 'left'));
  const value = only(childOf(node, 'right'));
  if (target === null || value === null) return null;
  const name = entries.has(target.kind) ? keyIn(target, source) : memberIn(target, source);
  return name === null ? null : { kind: 'property', name, node, value };
}

function memberIn(target: SyntaxNode, source: string): string | null {
  const field = members.get(target.kind);
  const name = field === undefined ? null : childOf(target, field);
  return name === null ? null : source.slice(name.start, name.end);
}

/** The key that the brackets end in, where it is written as a text. */
function keyIn(target: SyntaxNode, source: string): string | null {
  const key = target.children.at(-1);
  const from = Math.max(target.start, target.end - longestKey);
  if (key === undefined || key.start < from) return null;
  return /^\[?\s*(['"])([\w-]+)\1\s*$/.exec(source.slice(key.start, target.end - 1))?.[2] ?? null;
}

const longestKey = 60;

/** What a property was given to, as it is written. */
export function holderOf(property: Declaration, source: string): string | null {
  const target = only(childOf(property.node, 'left'));
  const holder = target?.children[0];
  return holder === undefined
    ? null
    : source.slice(holder.start, Math.min(holder.end, holder.start + longestKey));
}

/** Go assigns lists to lists. */
function only(node: SyntaxNode | null): SyntaxNode | null {
  if (node?.kind !== 'expression_list') return node;
  return node.children.length === 1 ? (node.children[0] ?? null) : null;
}
