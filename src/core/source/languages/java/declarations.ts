import type { Declaration } from '../../language.ts';
import { namedBy, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { argumentsOf, operatorOf } from './expressions.ts';

type Declarer = (node: SyntaxNode, source: string) => readonly Declaration[];

const type: Declarer = (node, source) => namedBy(node, 'class', node, source);

const declarers: Readonly<Record<string, Declarer>> = {
  variable_declarator: (node, source) => {
    const inClass = node.parent?.kind === 'field_declaration' || node.parent?.kind === 'constant_declaration';
    if (node.parent?.kind === 'spread_parameter') return namedBy(node, 'parameter', null, source);
    return namedBy(node, inClass ? 'member' : 'value', childOf(node, 'value'), source);
  },
  assignment_expression: assignment,
  method_invocation: appended,
  method_declaration: (node, source) => namedBy(node, 'member', node, source),
  class_declaration: type,
  interface_declaration: type,
  record_declaration: type,
  annotation_type_declaration: type,
  enum_declaration: type,
  formal_parameter: (node, source) => namedBy(node, 'parameter', null, source),
  inferred_parameters: (node, source) => node.children.flatMap((child) => bound(child, 'parameter', source)),
  // `x -> …`
  identifier: (node, source) => (node.field === 'parameters' ? bound(node, 'parameter', source) : []),
  enhanced_for_statement: (node, source) => namedBy(node, 'loop', null, source),
  catch_formal_parameter: (node, source) => namedBy(node, 'loop', null, source),
  resource: (node, source) => namedBy(node, 'value', childOf(node, 'value'), source),
  instanceof_expression: (node, source) => namedBy(node, 'loop', null, source),
  import_declaration: readImport,
};

export function declarations(node: SyntaxNode, source: string): readonly Declaration[] | null {
  return declarers[node.kind]?.(node, source) ?? null;
}

function bound(node: SyntaxNode, kind: Declaration['kind'], source: string): Declaration[] {
  return node.kind === 'identifier' ? [{ kind, name: textOf(node, source), node, value: null }] : [];
}

function assignment(node: SyntaxNode, source: string): Declaration[] {
  const left = childOf(node, 'left');
  const value = childOf(node, 'right');
  const operator = operatorOf(node, source);
  if (left === null || value === null || (operator !== '=' && operator !== '+=')) return [];
  const kind = operator === '=' ? 'value' : 'augment';
  if (left.kind === 'identifier') return [{ kind, name: textOf(left, source), node, value, assigns: true }];
  const field = childOf(left, 'field');
  if (left.kind !== 'field_access' || childOf(left, 'object')?.kind !== 'this' || field === null) return [];
  return kind === 'value' ? [{ kind: 'member', name: textOf(field, source), node, value }] : [];
}

/** `text.append("…").append("…")`, `messages.add(…)`: told once, by the last call of the chain. */
function appended(node: SyntaxNode, source: string): Declaration[] {
  if (node.parent?.kind === 'method_invocation' && node.field === 'object' && appends(node.parent, source))
    return [];
  const values: SyntaxNode[] = [];
  let at: SyntaxNode | null = node;
  while (at?.kind === 'method_invocation' && appends(at, source)) {
    const [value] = argumentsOf(at);
    if (value !== undefined) values.unshift(value.value);
    at = childOf(at, 'object');
  }
  if (at?.kind !== 'identifier') return [];
  const name = textOf(at, source);
  return values.map((value) => ({ kind: 'augment', name, node, value, assigns: true }));
}

function appends(node: SyntaxNode, source: string): boolean {
  const name = childOf(node, 'name');
  return name !== null && /^(?:append|add)$/.test(textOf(name, source)) && argumentsOf(node).length === 1;
}

function readImport(node: SyntaxNode, source: string): Declaration[] {
  const path = node.children.find(({ kind }) => kind === 'scoped_identifier' || kind === 'identifier');
  if (path === undefined) return [];
  const module = textOf(path, source).replace(/\s+/g, '');
  const last = module.slice(module.lastIndexOf('.') + 1);
  const from = (name: string, written: string, of: string): Declaration[] => [
    { kind: 'import', name, node, value: null, from: { module: of, name: written } },
  ];
  if (node.children.some(({ kind }) => kind === 'asterisk')) return from('*', '*', module);
  if (!/^import\s+static\b/.test(source.slice(node.start, path.start))) return from(last, last, module);
  const cls = module.slice(0, -last.length - 1);
  return from(last, `${cls.slice(cls.lastIndexOf('.') + 1)}.${last}`, cls);
}
