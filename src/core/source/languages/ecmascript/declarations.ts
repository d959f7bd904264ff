import { asAddition } from '../../appending.ts';
import type { Declaration } from '../../language.ts';
import { code } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { exportsBy, requiredBy, takenBy } from './commonjs.ts';
import { expression, operatorOf, propertyName } from './expressions.ts';

type Declarer = (node: SyntaxNode, source: string) => readonly Declaration[];

const declarers: Readonly<Record<string, Declarer>> = {
  variable_declarator: (node, source) =>
    pattern(childOf(node, 'name'), childOf(node, 'value'), 'value', node, source),
  assignment_expression: (node, source) => assignment(node, source, 'value'),
  augmented_assignment_expression: (node, source) => assignment(node, source, 'augment'),
  call_expression: (node, source) => pushed(node, source),
  function_declaration: (node, source) => own(node, 'function', source),
  generator_function_declaration: (node, source) => own(node, 'function', source),
  method_definition: (node, source) =>
    node.parent?.kind === 'class_body' ? own(node, 'member', source) : [],
  class_declaration: (node, source) => own(node, 'class', source),
  abstract_class_declaration: (node, source) => own(node, 'class', source),
  enum_declaration: (node, source) => own(node, 'enum', source),
  public_field_definition: (node, source) =>
    member(childOf(node, 'name'), childOf(node, 'value'), node, source),
  field_definition: (node, source) => member(childOf(node, 'property'), childOf(node, 'value'), node, source),
  required_parameter: parameter,
  optional_parameter: parameter,
  formal_parameters: (node, source) =>
    node.children
      .filter((child) =>
        /^(identifier|assignment_pattern|object_pattern|array_pattern|rest_pattern)$/.test(child.kind),
      )
      .flatMap((child) => pattern(child, null, 'parameter', child, source)),
  arrow_function: (node, source) => pattern(childOf(node, 'parameter'), null, 'parameter', node, source),
  catch_clause: (node, source) => pattern(childOf(node, 'parameter'), null, 'parameter', node, source),
  for_in_statement: (node, source) => pattern(childOf(node, 'left'), null, 'loop', node, source),
  import_statement: readImport,
  export_statement: readExport,
};

export function declarations(node: SyntaxNode, source: string): readonly Declaration[] | null {
  return declarers[node.kind]?.(node, source) ?? null;
}

function own(node: SyntaxNode, kind: Declaration['kind'], source: string): Declaration[] {
  const name = childOf(node, 'name');
  const text = name === null ? null : propertyName(name, source);
  return text === null ? [] : [{ kind, name: text, node, value: node }];
}

/** `private readonly client: Client`, in the head of a constructor, is a member too. */
function parameter(node: SyntaxNode, source: string): Declaration[] {
  const name = childOf(node, 'pattern');
  const declared = pattern(name, childOf(node, 'value'), 'parameter', node, source);
  const before = source.slice(node.start, name?.start ?? node.start);
  return /\b(?:public|private|protected|readonly)\s/.test(before)
    ? [...declared, ...member(name, name, node, source)]
    : declared;
}

function member(
  name: SyntaxNode | null,
  value: SyntaxNode | null,
  node: SyntaxNode,
  source: string,
): Declaration[] {
  const text = name === null ? null : propertyName(name, source);
  return text === null ? [] : [{ kind: 'member', name: text, node, value }];
}

/** The names of a pattern. Only a plain name keeps the value; what is taken out of something else is known by its default. */
function pattern(
  target: SyntaxNode | null,
  value: SyntaxNode | null,
  kind: Declaration['kind'],
  node: SyntaxNode,
  source: string,
): Declaration[] {
  if (target === null) return [];
  const name = source.slice(target.start, target.end);
  switch (target.kind) {
    case 'identifier':
      return [imported({ kind, name, node, value }, source)];
    case 'object_pattern':
      // what a parameter is where nothing is passed says little of what it is
      return fromObject(target, kind === 'parameter' ? null : value, kind, node, source);
    case 'shorthand_property_identifier_pattern':
      return [{ kind, name, node: target, value }];
    case 'assignment_pattern':
    case 'object_assignment_pattern':
      return pattern(childOf(target, 'left'), childOf(target, 'right'), kind, target, source);
    case 'pair_pattern':
      return pattern(childOf(target, 'value'), null, kind, target, source);
    default:
      return target.children.flatMap((child) => pattern(child, null, kind, target, source));
  }
}

/** `const x = require('y')` imports. */
function imported(declared: Declaration, source: string): Declaration {
  const from = requiredBy(declared.value, source);
  return from === null ? declared : { ...declared, kind: 'import', from };
}

/** `const { name } = object`; of a module it imports. */
function fromObject(
  target: SyntaxNode,
  object: SyntaxNode | null,
  kind: Declaration['kind'],
  node: SyntaxNode,
  source: string,
): Declaration[] {
  const module = requiredBy(object, source);
  const taken = object === null ? [] : takenBy(target, source);
  const others = target.children.filter(
    (child) => !taken.some((one) => one.node === child || one.node.parent === child),
  );
  return [
    ...taken.map(({ node: own, local, name }): Declaration => {
      const declared = { name: local, node: own, value: null };
      if (module?.name === '*') return { ...declared, kind: 'import', from: { module: module.module, name } };
      return object === null ? { ...declared, kind } : { ...declared, kind, taken: { object, name } };
    }),
    ...others.flatMap((child) => pattern(child, null, kind, node, source)),
  ];
}

function assignment(node: SyntaxNode, source: string, kind: 'value' | 'augment'): readonly Declaration[] {
  const left = childOf(node, 'left');
  const right = childOf(node, 'right');
  if (left === null || right === null) return [];
  if (left.kind === 'member_expression') {
    const object = childOf(left, 'object');
    const property = childOf(left, 'property');
    if (object?.kind !== 'this' || property === null || kind !== 'value')
      return kind === 'value' ? exportsBy(node, source) : [];
    return member(property, right, node, source);
  }
  if (left.kind !== 'identifier') return [];
  if (kind === 'augment' && operatorOf(node, source) !== '+=') return [];
  const given = { kind, name: source.slice(left.start, left.end), node, value: right, assigns: true };
  return kind === 'value' ? asAddition(given, source, expression) : [given];
}

/** `list.push(a, ...b)` adds to the list, `list.unshift(a)` in front of it. */
function pushed(node: SyntaxNode, source: string): Declaration[] {
  const callee = childOf(node, 'function');
  const method = callee?.kind === 'member_expression' ? childOf(callee, 'property') : null;
  const list = callee === null ? null : childOf(callee, 'object');
  const called = method === null ? '' : source.slice(method.start, method.end);
  if (list?.kind !== 'identifier' || (called !== 'push' && called !== 'unshift')) return [];
  const name = source.slice(list.start, list.end);
  return code(childOf(node, 'arguments')?.children ?? []).map((value, at) => ({
    kind: 'augment',
    name,
    node,
    value,
    assigns: true,
    ...(called === 'unshift' && { at }),
  }));
}

function readImport(node: SyntaxNode, source: string): Declaration[] {
  const module = moduleOf(node, source);
  const clause = node.children.find((child) => child.kind === 'import_clause');
  if (module === null || clause === undefined) return [];
  const found: Declaration[] = [];
  const add = (local: SyntaxNode, name: string): void => {
    found.push({
      kind: 'import',
      name: source.slice(local.start, local.end),
      node,
      value: null,
      from: { module, name },
    });
  };
  for (const child of clause.children) {
    if (child.kind === 'identifier') add(child, 'default');
    if (child.kind === 'namespace_import' && child.children[0] !== undefined) add(child.children[0], '*');
    if (child.kind !== 'named_imports') continue;
    for (const specifier of child.children) {
      const name = childOf(specifier, 'name');
      if (name !== null) add(childOf(specifier, 'alias') ?? name, source.slice(name.start, name.end));
    }
  }
  return found;
}

/** Names that a module passes on or gives another name, and its default export. */
function readExport(node: SyntaxNode, source: string): Declaration[] {
  const module = moduleOf(node, source);
  const value = childOf(node, 'value');
  if (value !== null) return [{ kind: 'value', name: 'default', node, value }];
  const declared = childOf(node, 'declaration');
  if (declared !== null && /^export\s+default\b/.test(source.slice(node.start, declared.start)))
    return [{ kind: 'value', name: 'default', node, value: declared }];
  const clause = node.children.find((child) => child.kind === 'export_clause');
  if (module === null) return [];
  if (clause === undefined)
    return [{ kind: 'import', name: '*', node, value: null, from: { module, name: '*' } }];
  return clause.children.flatMap((specifier): Declaration[] => {
    const name = childOf(specifier, 'name');
    const alias = childOf(specifier, 'alias') ?? name;
    if (name === null || alias === null) return [];
    const from = { module, name: source.slice(name.start, name.end) };
    return [{ kind: 'import', name: source.slice(alias.start, alias.end), node, value: null, from }];
  });
}

function moduleOf(node: SyntaxNode, source: string): string | null {
  const module = childOf(node, 'source');
  return module === null ? null : source.slice(module.start + 1, module.end - 1);
}
