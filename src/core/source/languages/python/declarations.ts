import { asAddition } from '../../appending.ts';
import type { Declaration } from '../../language.ts';
import { code } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { expression, operatorOf } from './expressions.ts';

type Declarer = (node: SyntaxNode, source: string) => readonly Declaration[];

const declarers: Readonly<Record<string, Declarer>> = {
  assignment: (node, source) => assign(childOf(node, 'left'), childOf(node, 'right'), node, source),
  named_expression: (node, source) => assign(childOf(node, 'name'), childOf(node, 'value'), node, source),
  augmented_assignment: (node, source) => {
    const left = childOf(node, 'left');
    const right = childOf(node, 'right');
    if (left?.kind !== 'identifier' || right === null || operatorOf(node, source) !== '+=') return [];
    return [{ kind: 'augment', name: text(left, source), node, value: right }];
  },
  call: (node, source) => added(node, source),
  function_definition: (node, source) => definition(node, 'function', source),
  class_definition: (node, source) => definition(node, 'class', source),
  parameters: (node, source) => node.children.flatMap((child) => parameter(child, source)),
  lambda_parameters: (node, source) => node.children.flatMap((child) => parameter(child, source)),
  for_statement: (node, source) => bind(childOf(node, 'left'), node, source),
  for_in_clause: (node, source) => bind(childOf(node, 'left'), node, source),
  as_pattern_target: (node, source) => opened(node, source) ?? bind(node.children[0] ?? null, node, source),
  import_statement: (node, source) => importModules(node, source),
  import_from_statement: (node, source) => importNames(node, source),
};

export function declarations(node: SyntaxNode, source: string): readonly Declaration[] | null {
  return declarers[node.kind]?.(node, source) ?? null;
}

function text(node: SyntaxNode, source: string): string {
  return source.slice(node.start, node.end);
}

/** `with open(path) as file`: the name is what was opened. */
function opened(target: SyntaxNode, source: string): Declaration[] | null {
  const name = target.children[0];
  const value = target.parent?.children[0];
  const callee = value === undefined ? null : childOf(value, 'function');
  if (name?.kind !== 'identifier' || value === undefined || callee === null) return null;
  if (!/(?:^|\.)open$/.test(text(callee, source))) return null;
  return [{ kind: 'value', name: text(name, source), node: target, value }];
}

/** `list.append(x)`, `list.extend([…])` and `list.insert(0, x)` add to the list. */
function added(node: SyntaxNode, source: string): Declaration[] {
  const callee = childOf(node, 'function');
  const method = callee?.kind === 'attribute' ? childOf(callee, 'attribute') : null;
  const list = callee === null ? null : childOf(callee, 'object');
  if (method === null || list?.kind !== 'identifier') return [];
  const name = text(list, source);
  const args = code(childOf(node, 'arguments')?.children ?? []);
  const [value, second] = args;
  if (text(method, source) === 'insert') {
    const at = value?.kind === 'integer' ? Number(text(value, source)) : undefined;
    if (second === undefined || at === undefined) return [];
    return [{ kind: 'augment', name, node, value: second, assigns: true, at }];
  }
  if (!/^(append|extend)$/.test(text(method, source)) || value === undefined || args.length > 1) return [];
  if (value.kind === 'list_splat') return [];
  return [{ kind: 'augment', name, node, value, assigns: true }];
}

function definition(node: SyntaxNode, kind: 'function' | 'class', source: string): Declaration[] {
  const name = childOf(node, 'name');
  return name === null ? [] : [{ kind, name: text(name, source), node, value: node }];
}

/** `a = …`, `self.a = …`, `a, b = …, …`. In `a = b = …` the value is the innermost. */
function assign(
  left: SyntaxNode | null,
  right: SyntaxNode | null,
  node: SyntaxNode,
  source: string,
): readonly Declaration[] {
  if (left === null) return [];
  let value = right;
  while (value?.kind === 'assignment') value = childOf(value, 'right');
  if (left.kind === 'identifier')
    return asAddition({ kind: 'value', name: text(left, source), node, value }, source, expression);
  if (left.kind === 'attribute') {
    const object = childOf(left, 'object');
    const name = childOf(left, 'attribute');
    if (object === null || name === null || !/^(self|cls)$/.test(text(object, source))) return [];
    return [{ kind: 'member', name: text(name, source), node, value }];
  }
  if (left.kind === 'subscript') return [];
  const values = value?.kind === 'expression_list' || value?.kind === 'tuple' ? value.children : [];
  return left.children.flatMap((target, i) =>
    target.kind === 'identifier'
      ? [{ kind: 'value', name: text(target, source), node, value: values[i] ?? null } as const]
      : bind(target, node, source),
  );
}

function bind(target: SyntaxNode | null, node: SyntaxNode, source: string): readonly Declaration[] {
  if (target === null) return [];
  if (target.kind === 'identifier') return [{ kind: 'loop', name: text(target, source), node, value: null }];
  return target.children.flatMap((child) => bind(child, node, source));
}

function parameter(node: SyntaxNode, source: string): readonly Declaration[] {
  const name =
    childOf(node, 'name') ??
    (node.kind === 'identifier' ? node : node.children.find((c) => c.kind === 'identifier'));
  if (name === undefined) return [];
  return [{ kind: 'parameter', name: text(name, source), node, value: childOf(node, 'value') }];
}

function importModules(node: SyntaxNode, source: string): Declaration[] {
  return node.children.map((child) => {
    const module = text(childOf(child, 'name') ?? child, source);
    const alias = childOf(child, 'alias');
    // `import a.b` binds `a`; only with an alias does the name mean `a.b` itself.
    if (alias !== null) return declareImport(text(alias, source), node, module, '*');
    const top = module.split('.')[0] ?? module;
    return declareImport(top, node, top, '*');
  });
}

function importNames(node: SyntaxNode, source: string): Declaration[] {
  const from = childOf(node, 'module_name');
  if (from === null) return [];
  const module = text(from, source);
  if (node.children.some((child) => child.kind === 'wildcard_import'))
    return [declareImport('*', node, module, '*')];
  return node.children
    .filter((child) => child.field === 'name')
    .map((child) => {
      const name = text(childOf(child, 'name') ?? child, source);
      const alias = childOf(child, 'alias');
      return declareImport(alias === null ? name : text(alias, source), node, module, name);
    });
}

function declareImport(name: string, node: SyntaxNode, module: string, imported: string): Declaration {
  return { kind: 'import', name, node, value: null, from: { module, name: imported } };
}
