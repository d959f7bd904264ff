import type { Declaration } from '../../language.ts';
import { namedBy, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { code, operatorOf } from './expressions.ts';
import { lastName } from './macros.ts';

type Declarer = (node: SyntaxNode, source: string) => readonly Declaration[];

const declarers: Readonly<Record<string, Declarer>> = {
  source_file: (node) => ['crate', 'super'].map((name) => importOf(name, node, name, '*')),
  let_declaration: (node, source) =>
    pattern(childOf(node, 'pattern'), childOf(node, 'value'), 'value', node, source),
  let_condition: (node, source) => pattern(childOf(node, 'pattern'), null, 'loop', node, source),
  match_pattern: (node, source) =>
    node.children.flatMap((child) => pattern(child, null, 'loop', node, source)),
  for_expression: (node, source) => pattern(childOf(node, 'pattern'), null, 'loop', node, source),
  const_item: (node, source) => namedBy(node, 'value', childOf(node, 'value'), source),
  static_item: (node, source) => namedBy(node, 'value', childOf(node, 'value'), source),
  function_item: (node, source) => namedBy(node, 'function', node, source),
  struct_item: (node, source) => namedBy(node, 'class', node, source),
  enum_item: (node, source) => namedBy(node, 'enum', node, source),
  trait_item: (node, source) => namedBy(node, 'class', node, source),
  mod_item: (node, source) => {
    const name = childOf(node, 'name');
    if (name === null) return [];
    if (childOf(node, 'body') !== null) return namedBy(node, 'class', node, source);
    return [importOf(textOf(name, source), node, `self::${textOf(name, source)}`, '*')];
  },
  field_declaration: (node, source) => namedBy(node, 'member', null, source),
  parameter: (node, source) => pattern(childOf(node, 'pattern'), null, 'parameter', node, source),
  closure_parameters: (node, source) =>
    node.children
      .filter(({ kind }) => kind !== 'parameter')
      .flatMap((child) => pattern(child, null, 'parameter', node, source)),
  assignment_expression: (node, source) => assign(node, source, 'value'),
  compound_assignment_expr: (node, source) =>
    operatorOf(node, source) === '+=' ? assign(node, source, 'augment') : [],
  call_expression: pushed,
  macro_invocation: written,
  use_declaration: (node, source) => {
    const argument = childOf(node, 'argument');
    return argument === null ? [] : imports(argument, '', node, source);
  },
};

export function declarations(node: SyntaxNode, source: string): readonly Declaration[] | null {
  return declarers[node.kind]?.(node, source) ?? null;
}

/** The names of a pattern. Only a plain name keeps the value. */
function pattern(
  target: SyntaxNode | null,
  value: SyntaxNode | null,
  kind: Declaration['kind'],
  node: SyntaxNode,
  source: string,
): Declaration[] {
  if (target === null) return [];
  if (target.kind === 'identifier') return [{ kind, name: textOf(target, source), node, value }];
  if (target.kind === 'mut_pattern' || target.kind === 'ref_pattern')
    return code(target.children).flatMap((child) => pattern(child, value, kind, node, source));
  const values =
    target.kind === 'tuple_pattern' && value?.kind === 'tuple_expression' ? code(value.children) : [];
  if (!/_pattern$/.test(target.kind)) return [];
  return code(target.children)
    .filter(({ field }) => field !== 'type')
    .flatMap((child, i) => pattern(child, values[i] ?? null, kind, node, source));
}

function assign(node: SyntaxNode, source: string, kind: 'value' | 'augment'): Declaration[] {
  const left = childOf(node, 'left');
  const value = childOf(node, 'right');
  if (left === null || value === null) return [];
  if (left.kind === 'identifier') return [{ kind, name: textOf(left, source), node, value, assigns: true }];
  const object = left.kind === 'field_expression' ? childOf(left, 'value') : null;
  const name = childOf(left, 'field');
  if (object?.kind !== 'self' || name === null || kind !== 'value') return [];
  return [{ kind: 'member', name: textOf(name, source), node, value }];
}

/** `text.push_str("…")` and `list.push(x)` add to what they are called on. */
function pushed(node: SyntaxNode, source: string): Declaration[] {
  const callee = childOf(node, 'function');
  const [value, more] = code(childOf(node, 'arguments')?.children ?? []);
  if (callee?.kind !== 'field_expression' || value === undefined || more !== undefined) return [];
  const object = childOf(callee, 'value');
  const method = childOf(callee, 'field');
  if (object?.kind !== 'identifier' || method === null) return [];
  if (!/^(?:push|push_str|extend)$/.test(textOf(method, source))) return [];
  return [{ kind: 'augment', name: textOf(object, source), node, value, assigns: true }];
}

/** `write!(text, "…", x)` adds to the text. */
function written(node: SyntaxNode, source: string): Declaration[] {
  const macro = childOf(node, 'macro');
  if (macro === null || !/^writeln?$/.test(lastName(textOf(macro, source)))) return [];
  const [first] = code(node.children.find(({ kind }) => kind === 'token_tree')?.children ?? []);
  const target = first?.kind === 'reference_expression' ? childOf(first, 'value') : first;
  if (target?.kind !== 'identifier') return [];
  return [{ kind: 'augment', name: textOf(target, source), node, value: node, assigns: true }];
}

/** The names that a `use` brings in. `prefix` is the path that stands before a group. */
function imports(argument: SyntaxNode, prefix: string, node: SyntaxNode, source: string): Declaration[] {
  const join = (path: SyntaxNode | null): string =>
    [prefix, path === null ? '' : textOf(path, source)].filter((part) => part !== '').join('::');
  switch (argument.kind) {
    case 'identifier':
    case 'scoped_identifier':
    case 'crate':
    case 'super':
      return [imported(join(argument), null, node)];
    case 'self':
      return [imported(prefix === '' ? 'self' : prefix, null, node)];
    case 'use_as_clause': {
      const alias = childOf(argument, 'alias');
      return alias === null ? [] : [imported(join(childOf(argument, 'path')), textOf(alias, source), node)];
    }
    case 'use_wildcard':
      return [importOf('*', node, join(argument.children[0] ?? null), '*')];
    case 'use_list':
      return code(argument.children).flatMap((child) => imports(child, prefix, node, source));
    case 'scoped_use_list': {
      const list = childOf(argument, 'list');
      return list === null ? [] : imports(list, join(childOf(argument, 'path')), node, source);
    }
    default:
      return [];
  }
}

/** `a::b::C` is `C` of the module `a::b`; a name alone is a module itself. */
function imported(path: string, alias: string | null, node: SyntaxNode): Declaration {
  const cut = path.lastIndexOf('::');
  const name = cut < 0 ? path : path.slice(cut + 2);
  return cut < 0
    ? importOf(alias ?? name, node, path, '*')
    : importOf(alias ?? name, node, path.slice(0, cut), name);
}

function importOf(local: string, node: SyntaxNode, module: string, name: string): Declaration {
  return { kind: 'import', name: local, node, value: null, from: { module, name } };
}
