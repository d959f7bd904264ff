import type { Language } from '../../language.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import { textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { declarations } from './declarations.ts';
import { code, expression } from './expressions.ts';

export const java: Language = {
  id: 'java',
  extensions: ['java'],
  grammars: ['java'],
  grammar: () => 'java',
  scopes: {
    program: 'module',
    class_declaration: 'class',
    interface_declaration: 'class',
    record_declaration: 'class',
    enum_declaration: 'class',
    annotation_type_declaration: 'class',
    method_declaration: 'function',
    constructor_declaration: 'function',
    compact_constructor_declaration: 'function',
    lambda_expression: 'function',
    block: 'block',
    for_statement: 'block',
    enhanced_for_statement: 'block',
    try_with_resources_statement: 'block',
    catch_clause: 'block',
    switch_block_statement_group: 'block',
  },
  branches: new Set([
    'if_statement',
    'for_statement',
    'enhanced_for_statement',
    'while_statement',
    'do_statement',
    'catch_clause',
    'switch_block_statement_group',
    'switch_rule',
    'ternary_expression',
  ]),
  loops: {
    for_statement: 'condition',
    enhanced_for_statement: 'value',
    while_statement: null,
    do_statement: null,
  },
  callKinds: new Set(['method_invocation', 'object_creation_expression', 'annotation']),
  recordKinds: new Set(),
  commentKinds: new Set(['line_comment', 'block_comment']),
  self: new Set(['this']),
  membersByName: true,
  expression,
  declarations,
  returned,
  scopeName: (node, source) => {
    const name = childOf(node, 'name');
    return name === null ? null : textOf(name, source);
  },
  bases: (cls, source) =>
    cls.children
      .filter(({ kind }) => /^(?:superclass|super_interfaces|extends_interfaces)$/.test(kind))
      .flatMap(({ children }) =>
        children.flatMap((child) => (child.kind === 'type_list' ? child.children : [child])),
      )
      .map((base) => textOf(base, source)),
  enumMember: () => null,
  docstring: () => null,
  decorators: (node, source) =>
    (node.children.find(({ kind }) => kind === 'modifiers')?.children ?? [])
      .map((modifier) => childOf(modifier, 'name'))
      .filter((name) => name !== null)
      .map((name) => textOf(name, source)),
  modulePaths,
  ambientPaths: (name, from) => {
    const path = /^[A-Z]\w*$/.test(name) ? joinPath(directoryOf(from), `${name}.java`) : null;
    return path === null ? [] : [path];
  },
  typeOf: (declared) => {
    const holder = declared.kind === 'variable_declarator' ? declared.parent : declared;
    const type = holder === null ? null : childOf(holder, 'type');
    return type !== null && namedTypes.has(type.kind) ? type : null;
  },
  typeReturned: (fn) => {
    const type = childOf(fn, 'type');
    return type !== null && namedTypes.has(type.kind) ? type : null;
  },
  textFunctions: {
    'String.format': { kind: 'format', style: 'percent' },
    'MessageFormat.format': { kind: 'format', style: 'braces' },
    'String.join': { kind: 'join', list: 0, rest: true },
    'String.valueOf': { kind: 'same' },
    'Objects.requireNonNull': { kind: 'same' },
  },
  textMethods: {
    formatted: { kind: 'format', style: 'percent' },
    concat: { kind: 'concat' },
    replace: { kind: 'replace' },
    trim: { kind: 'trim', start: true, end: true },
    strip: { kind: 'trim', start: true, end: true },
    stripLeading: { kind: 'trim', start: true, end: false },
    stripTrailing: { kind: 'trim', start: false, end: true },
    stripIndent: { kind: 'dedent', trim: false },
  },
  submodule: (module, name) => `${module}.${name}`,
};

const namedTypes = new Set(['type_identifier', 'scoped_type_identifier', 'generic_type']);

function returned(node: SyntaxNode): SyntaxNode | null {
  if (node.kind === 'return_statement') return code(node.children)[0] ?? null;
  const body = node.kind === 'lambda_expression' ? childOf(node, 'body') : null;
  return body === null || body.kind === 'block' ? null : body;
}

/** A class is looked for by its package's path from every folder above the file, since any of them may hold the sources. */
function modulePaths(module: string, from: string): readonly string[] {
  const relative = `${module.replaceAll('.', '/')}.java`;
  const paths: string[] = [];
  for (let folder = directoryOf(from); ; folder = directoryOf(folder)) {
    const path = joinPath(folder, relative);
    if (path !== null) paths.push(path);
    if (folder === '') return paths;
  }
}
