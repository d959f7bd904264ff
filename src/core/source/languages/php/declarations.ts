import type { Declaration } from '../../language.ts';
import { code, namedBy } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { argumentsOf, expression, nameOf, operatorOf } from './expressions.ts';

type Declarer = (node: SyntaxNode, source: string) => readonly Declaration[];

const declarers: Readonly<Record<string, Declarer>> = {
  assignment_expression: (node, source) =>
    assign(childOf(node, 'left'), childOf(node, 'right'), node, source),
  augmented_assignment_expression: (node, source) => {
    const left = childOf(node, 'left');
    const value = childOf(node, 'right');
    const operator = operatorOf(node, source);
    if (left?.kind !== 'variable_name' || value === null) return [];
    if (operator === '.=') return [{ kind: 'augment', name: nameOf(left, source), node, value }];
    return operator === '??=' ? [{ kind: 'value', name: nameOf(left, source), node, value }] : [];
  },
  const_element: (node, source) => {
    const [name, value] = code(node.children);
    if (name === undefined || value === undefined) return [];
    const kind = node.parent?.parent?.kind === 'declaration_list' ? 'member' : 'value';
    return [{ kind, name: nameOf(name, source), node, value }];
  },
  property_element: (node, source) => own(node, 'member', childOf(node, 'default_value'), source),
  property_promotion_parameter: (node, source) =>
    (['parameter', 'member'] as const).flatMap((kind) =>
      own(node, kind, childOf(node, 'default_value'), source),
    ),
  simple_parameter: (node, source) => own(node, 'parameter', childOf(node, 'default_value'), source),
  variadic_parameter: (node, source) => own(node, 'parameter', null, source),
  foreach_statement: (node, source) =>
    node.children
      .slice(1)
      .filter(({ kind }) => kind === 'variable_name' || kind === 'pair')
      .flatMap((child) => (child.kind === 'pair' ? child.children : [child]))
      .map((child) => ({ kind: 'loop', name: nameOf(child, source), node, value: null })),
  function_definition: (node, source) => own(node, 'function', node, source),
  method_declaration: (node, source) => own(node, 'function', node, source),
  class_declaration: (node, source) => own(node, 'class', node, source),
  trait_declaration: (node, source) => own(node, 'class', node, source),
  interface_declaration: (node, source) => own(node, 'class', node, source),
  enum_declaration: (node, source) => own(node, 'class', node, source),
  function_call_expression: defined,
  namespace_use_clause: imported,
  require_once_expression: required,
  require_expression: required,
  include_expression: required,
  include_once_expression: required,
};

export function declarations(node: SyntaxNode, source: string): readonly Declaration[] | null {
  return declarers[node.kind]?.(node, source) ?? null;
}

function own(
  node: SyntaxNode,
  kind: Declaration['kind'],
  value: SyntaxNode | null,
  source: string,
): Declaration[] {
  return namedBy(node, kind, value, source, nameOf);
}

/** `$a = …`, `$this->a = …`, `[$a, $b] = …`, and `$list[] = …`, which adds to the list. */
function assign(
  left: SyntaxNode | null,
  value: SyntaxNode | null,
  node: SyntaxNode,
  source: string,
): readonly Declaration[] {
  if (left === null) return [];
  if (left.kind === 'variable_name') return [{ kind: 'value', name: nameOf(left, source), node, value }];
  if (left.kind === 'member_access_expression') {
    const object = childOf(left, 'object');
    const name = childOf(left, 'name');
    if (object === null || name === null || nameOf(object, source) !== 'this') return [];
    return [{ kind: 'member', name: nameOf(name, source), node, value }];
  }
  if (left.kind === 'subscript_expression') {
    const [list, index] = code(left.children);
    if (list?.kind !== 'variable_name' || index !== undefined) return [];
    return [{ kind: 'augment', name: nameOf(list, source), node, value }];
  }
  if (left.kind !== 'list_literal') return [];
  return left.children
    .filter(({ kind }) => kind === 'variable_name')
    .map((target) => ({ kind: 'value', name: nameOf(target, source), node, value: null }));
}

/** `define('NAME', …)`. */
function defined(node: SyntaxNode, source: string): Declaration[] {
  const callee = childOf(node, 'function');
  if (callee === null || nameOf(callee, source) !== 'define') return [];
  const [name, value] = argumentsOf(node, source);
  const text = name === undefined ? null : textOf(name.value, source);
  return text === null || value === undefined
    ? []
    : [{ kind: 'value', name: text, node, value: value.value }];
}

function textOf(node: SyntaxNode, source: string): string | null {
  const read = expression(node, source);
  const [only, more] = read.kind === 'string' ? read.parts : [];
  return only?.kind === 'text' && more === undefined ? only.text.text : null;
}

/** `use A\B\C as D`, alone or in a group. */
function imported(node: SyntaxNode, source: string): Declaration[] {
  const path = code(node.children).find(({ field }) => field !== 'alias');
  const group = node.parent?.kind === 'namespace_use_group' ? node.parent.parent : null;
  const prefix = group?.children.find(({ kind }) => kind === 'namespace_name');
  if (path === undefined) return [];
  const written = [prefix, path].flatMap((part) => (part === undefined ? [] : [nameOf(part, source)]));
  const module = written.join('\\');
  const name = module.slice(module.lastIndexOf('\\') + 1);
  const alias = childOf(node, 'alias');
  const local = alias === null ? name : nameOf(alias, source);
  return [{ kind: 'import', name: local, node, value: null, from: { module, name } }];
}

/** `require __DIR__ . '/texts.php'` brings all that the file declares. */
function required(node: SyntaxNode, source: string): Declaration[] {
  const written = /['"]([^'"\n]+\.php)['"]/.exec(
    source.slice(node.start, Math.min(node.end, node.start + 200)),
  );
  if (written?.[1] === undefined) return [];
  const module = `./${written[1].replace(/^\/+/, '')}`;
  return [{ kind: 'import', name: '*', node, value: null, from: { module, name: '*' } }];
}
