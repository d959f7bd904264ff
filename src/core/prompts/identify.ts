import { enclosing, type Scope } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { literalText } from './literals.ts';
import { expressionAt } from './expressions.ts';
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

const plain = new Set([
  'content',
  'text',
  'description',
  'messages',
  'parts',
  'default',
  'template',
  'function',
  'tools',
  'functions',
]);

/** `Class.method.variable`, or `function.variable.role` for a text inside a larger value: what the text is called in its file. */
export function namesOf({ unit, node }: Place, labels: ReadonlyMap<SyntaxNode, string>, role: Role): string {
  const scope = unit.outline.scopeOf(node);
  const around: string[] = [];
  for (let at: Scope | null = scope; at !== null; at = at.parent)
    if (at.name !== null) around.unshift(at.name);
  const tool = role === 'tool-description' ? toolName(unit, node) : null;
  if (tool !== null) return [...around, tool].join('.');
  const label = labelFor(node, enclosing(scope, 'function')?.node ?? null, labels);
  const names = label.name === null || label.name === around.at(-1) ? around : [...around, label.name];
  if (!label.direct && role !== 'unknown') names.push(role);
  return names.length === 0 ? role : names.join('.');
}

/** The name in a tool's definition, beside its description. */
function toolName(unit: Unit, node: SyntaxNode): string | null {
  for (let at = node.parent; at !== null; at = at.parent) {
    const expression = expressionAt({ unit, node: at });
    if (expression.kind !== 'record') continue;
    const name = expression.entries.find(({ key }) => key === 'name');
    return name === undefined ? null : literalText({ unit, node: name.value });
  }
  return null;
}

/** The nearest telling name above a node within its function, and whether the node is itself what has the name. */
function labelFor(
  node: SyntaxNode,
  fn: SyntaxNode | null,
  labels: ReadonlyMap<SyntaxNode, string>,
): { name: string | null; direct: boolean } {
  let direct = true;
  for (let at: SyntaxNode | null = node; at !== null && at !== fn; at = at.parent) {
    const name = labels.get(at);
    if (name !== undefined && !plain.has(name.toLowerCase())) return { name, direct };
    direct &&= name === undefined && !/^(?:object|dictionary|array|list|tuple|argument)/.test(at.kind);
  }
  return { name: null, direct };
}
