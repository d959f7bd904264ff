import { enclosing, type Scope } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { expressionAt } from './resolve.ts';
import type { Role } from './prompt.ts';

/** The names that values are given in a file: by declarations, entries of objects and keyword arguments. */
export function labelsOf(unit: Unit): ReadonlyMap<SyntaxNode, string> {
  const labels = new Map<SyntaxNode, string>();
  for (const node of unit.outline.records) {
    const expression = expressionAt({ unit, node });
    if (expression.kind !== 'record') continue;
    for (const { key, value } of expression.entries) if (key !== null) labels.set(value, key);
  }
  for (const { name, value, kind } of unit.outline.declarations)
    if (value !== null && kind !== 'function' && kind !== 'class') labels.set(value, name);
  return labels;
}

const plain = new Set(['content', 'text', 'description', 'messages', 'parts', 'default', 'template']);

/** `Class.method.variable`, or `function.variable.role` for a text inside a larger value: what the text is called in its file. */
export function namesOf({ unit, node }: Place, labels: ReadonlyMap<SyntaxNode, string>, role: Role): string {
  const scope = unit.outline.scopeOf(node);
  const around: string[] = [];
  for (let at: Scope | null = scope; at !== null; at = at.parent)
    if (at.name !== null) around.unshift(at.name);
  const label = labelFor(node, enclosing(scope, 'function')?.node ?? null, labels);
  const names = [...around];
  if (label !== null && label.name !== names.at(-1)) names.push(label.name);
  if (label?.direct !== true && around.length + names.length > 0 && role !== 'unknown' && label !== null)
    names.push(role);
  return names.length === 0 ? role : names.join('.');
}

/** The nearest telling name above a node within its function, and whether the node is itself what is named. */
function labelFor(
  node: SyntaxNode,
  fn: SyntaxNode | null,
  labels: ReadonlyMap<SyntaxNode, string>,
): { name: string; direct: boolean } | null {
  let direct = true;
  for (let at: SyntaxNode | null = node; at !== null && at !== fn; at = at.parent) {
    const name = labels.get(at);
    if (name !== undefined && !plain.has(name)) return { name, direct };
    if (
      name !== undefined ||
      !/parenthesized|await|call|argument|string|binary|template|member|attribute/.test(at.kind)
    )
      direct = false;
  }
  return null;
}
