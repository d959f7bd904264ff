import type { Declaration } from '../../language.ts';
import { code, namedBy, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { addedBy, adds, methodOf } from './builders.ts';
import { operatorOf } from './expressions.ts';
import { argumentsIn } from './arguments.ts';

type Declarer = (node: SyntaxNode, source: string) => readonly Declaration[];

const type: Declarer = (node, source) => namedBy(node, 'class', node, source);

const namespace: Declarer = (node, source) => {
  const name = childOf(node, 'name');
  return name === null ? [] : [star(node, textOf(name, source))];
};

const bound: Declarer = (node, source) => namedBy(node, 'loop', null, source);

const declarers: Readonly<Record<string, Declarer>> = {
  variable_declarator: (node, source) => {
    const holder = node.parent?.parent?.kind;
    const value = code(node.children).findLast(({ field }) => field !== 'name') ?? null;
    return namedBy(node, holder === 'field_declaration' ? 'member' : 'value', value, source);
  },
  property_declaration: (node, source) => namedBy(node, 'member', propertyValue(node), source),
  method_declaration: (node, source) => namedBy(node, 'member', node, source),
  local_function_statement: (node, source) => namedBy(node, 'function', node, source),
  class_declaration: type,
  struct_declaration: type,
  record_declaration: type,
  interface_declaration: type,
  enum_declaration: (node, source) => namedBy(node, 'enum', node, source),
  parameter: (node, source) => {
    const fallback = code(node.children).findLast(
      ({ field, kind }) => field === null && kind !== 'attribute_list',
    );
    return namedBy(node, 'parameter', fallback?.kind === 'modifier' ? null : (fallback ?? null), source);
  },
  // `params string[] lines` stands in the list itself
  parameter_list: (node, source) => namedBy(node, 'parameter', null, source),
  implicit_parameter: (node, source) => [
    { kind: 'parameter', name: textOf(node, source), node, value: null },
  ],
  assignment_expression: assignment,
  invocation_expression: appended,
  foreach_statement: (node, source) => {
    const left = childOf(node, 'left');
    return left?.kind === 'identifier'
      ? [{ kind: 'loop', name: textOf(left, source), node, value: null }]
      : [];
  },
  catch_declaration: bound,
  declaration_pattern: bound,
  declaration_expression: bound,
  using_directive: readUsing,
  namespace_declaration: namespace,
  file_scoped_namespace_declaration: namespace,
};

export function declarations(node: SyntaxNode, source: string): readonly Declaration[] | null {
  return declarers[node.kind]?.(node, source) ?? null;
}

/** What a property is worth: behind its arrow, what it starts with, or what its `get` says. */
function propertyValue(node: SyntaxNode): SyntaxNode | null {
  const value = childOf(node, 'value');
  if (value !== null) return value;
  for (const accessor of childOf(node, 'accessors')?.children ?? []) {
    const body = childOf(accessor, 'body');
    if (body?.kind === 'arrow_expression_clause') return body;
    if (body !== null) return accessor;
  }
  return null;
}

function assignment(node: SyntaxNode, source: string): Declaration[] {
  const left = childOf(node, 'left');
  const value = childOf(node, 'right');
  const operator = operatorOf(node, source);
  // in an initialiser it names a part of what is made
  if (left === null || value === null || node.parent?.kind === 'initializer_expression') return [];
  if (operator !== '=' && operator !== '+=') return [];
  const kind = operator === '=' ? 'value' : 'augment';
  if (left.kind === 'identifier') return [{ kind, name: textOf(left, source), node, value, assigns: true }];
  const name = childOf(left, 'name');
  const ofThis = left.kind === 'member_access_expression' && childOf(left, 'expression') === null;
  return ofThis && name !== null && kind === 'value'
    ? [{ kind: 'member', name: textOf(name, source), node, value }]
    : [];
}

/** `text.Append("…").AppendLine("…")`, `messages.Add(…)`: told once, by the last call of the chain. */
function appended(node: SyntaxNode, source: string): Declaration[] {
  const outer = node.parent?.kind === 'member_access_expression' ? node.parent : null;
  if (outer?.parent?.kind === 'invocation_expression' && adds.test(methodOf(outer.parent, source))) return [];
  const values: SyntaxNode[] = [];
  let at: SyntaxNode | null = node;
  while (at?.kind === 'invocation_expression') {
    const method = methodOf(at, source);
    const [value] = argumentsIn(childOf(at, 'arguments'), source);
    if (!adds.test(method)) break;
    if (value !== undefined) values.unshift(addedBy(method, at, value.value));
    const callee = childOf(at, 'function');
    at = callee === null ? null : childOf(callee, 'expression');
  }
  if (at?.kind !== 'identifier') return [];
  const name = textOf(at, source);
  return values.map((value) => ({ kind: 'augment', name, node, value, assigns: true }));
}

/** `using A.B;`, `using static A.B.Texts;`, `using T = A.B.Texts;` */
function readUsing(node: SyntaxNode, source: string): Declaration[] {
  const alias = childOf(node, 'name');
  const path = code(node.children).at(-1);
  if (path === undefined || path === alias) return [];
  const module = textOf(path, source).replace(/\s+|<[^]*$/g, '');
  if (alias === null) return [star(node, module)];
  const from = { module, name: module.slice(module.lastIndexOf('.') + 1) };
  return [{ kind: 'import', name: textOf(alias, source), node, value: null, from }];
}

function star(node: SyntaxNode, module: string): Declaration {
  return { kind: 'import', name: '*', node, value: null, from: { module, name: '*' } };
}
