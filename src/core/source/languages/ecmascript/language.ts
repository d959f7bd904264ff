import type { GrammarName } from '../../../host.ts';
import type { Files, Language } from '../../language.ts';
import { directoryOf, extensionOf, joinPath } from '../../paths.ts';
import { code, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { aliasPaths } from './aliases.ts';
import { packagePaths } from './packages.ts';
import { declarations } from './declarations.ts';
import { expression, propertyName } from './expressions.ts';

/** TypeScript and JavaScript, with and without JSX: one language with three grammars. */
function ecmascript(id: string, extensions: readonly string[]): Language {
  return {
    id,
    extensions,
    grammars: ['typescript', 'tsx', 'javascript'],
    grammar,
    scopes: {
      program: 'module',
      function_declaration: 'function',
      function_expression: 'function',
      generator_function: 'function',
      generator_function_declaration: 'function',
      arrow_function: 'function',
      method_definition: 'function',
      class_declaration: 'class',
      abstract_class_declaration: 'class',
      class: 'class',
      statement_block: 'block',
      for_statement: 'block',
      for_in_statement: 'block',
      switch_body: 'block',
      catch_clause: 'block',
    },
    branches: new Set([
      'if_statement',
      'else_clause',
      'switch_case',
      'switch_default',
      'for_statement',
      'for_in_statement',
      'while_statement',
      'do_statement',
      'catch_clause',
      'ternary_expression',
    ]),
    loops: {
      for_statement: 'condition',
      for_in_statement: 'right',
      while_statement: null,
      do_statement: null,
    },
    callKinds: new Set(['call_expression', 'new_expression']),
    recordKinds: new Set(['object']),
    commentKinds: new Set(['comment']),
    self: new Set(['this']),
    expression,
    expressionsAreLocal: true,
    declarations,
    returned,
    scopeName,
    bases: (cls, source) => {
      const heritage = cls.children.find((child) => child.kind === 'class_heritage');
      return (heritage?.children ?? []).flatMap((base) => {
        if (base.kind === 'implements_clause') return base.children.map((type) => textOf(type, source));
        const named = base.kind === 'extends_clause' ? childOf(base, 'value') : base;
        return named === null ? [] : [textOf(named, source)];
      });
    },
    enumMember: (node, name, source) => {
      const body = node.kind === 'enum_declaration' ? childOf(node, 'body') : null;
      const member = body?.children.find((child) => {
        const key = childOf(child, 'name');
        return key !== null && propertyName(key, source) === name;
      });
      return member === undefined ? null : childOf(member, 'value');
    },
    docstring: () => null,
    decorators: () => [],
    modulePaths,
    ambientPaths: () => [],
    typeOf: (declared) => {
      const type = childOf(declared, 'type')?.children[0];
      return type?.kind === 'type_identifier' || type?.kind === 'nested_type_identifier' ? type : null;
    },
    textFunctions: { dedent: { kind: 'dedent', trim: true } },
    textMethods: {
      join: { kind: 'join', list: 'subject' },
      concat: { kind: 'concat' },
      replace: { kind: 'replace' },
      replaceAll: { kind: 'replace' },
      trim: { kind: 'trim', start: true, end: true },
      trimStart: { kind: 'trim', start: true, end: false },
      trimEnd: { kind: 'trim', start: false, end: true },
    },
    submodule: () => null,
  };
}

export const typescript = ecmascript('typescript', ['ts', 'mts', 'cts', 'tsx']);
export const javascript = ecmascript('javascript', ['js', 'mjs', 'cjs', 'jsx']);

function grammar(path: string): GrammarName {
  const extension = extensionOf(path);
  if (extension === 'tsx') return 'tsx';
  return extension.endsWith('ts') ? 'typescript' : 'javascript';
}

function returned(node: SyntaxNode): SyntaxNode | null {
  if (node.kind === 'return_statement') return code(node.children)[0] ?? null;
  if (node.kind !== 'arrow_function') return null;
  const body = childOf(node, 'body');
  return body === null || body.kind === 'statement_block' ? null : body;
}

function scopeName(node: SyntaxNode, source: string): string | null {
  const name = childOf(node, 'name');
  if (name !== null) return propertyName(name, source);
  const parent = node.parent;
  if (parent === null) return null;
  // `exports.ask = async (text) => …`
  const assigned = parent.kind === 'assignment_expression' ? childOf(parent, 'left') : null;
  const property = assigned === null ? null : childOf(assigned, 'property');
  if (property !== null) return propertyName(property, source);
  const target = {
    variable_declarator: 'name',
    pair: 'key',
    public_field_definition: 'name',
    field_definition: 'property',
  }[parent.kind];
  const holder = target === undefined ? null : childOf(parent, target);
  return holder === null ? null : propertyName(holder, source);
}

const suffixes = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mts',
  '.mjs',
  '.cts',
  '.cjs',
  '/index.ts',
  '/index.tsx',
  '/index.js',
];

function modulePaths(module: string, from: string, files: Files): readonly string[] {
  const bases = module.startsWith('.')
    ? [joinPath(directoryOf(from), module)]
    : [...aliasPaths(module, from, files), ...packagePaths(module, files)];
  return bases.flatMap((base) => {
    if (base === null) return [];
    const typed = base.replace(/\.([mc]?)js(x?)$/, '.$1ts$2');
    const direct = typed === base ? [] : [typed];
    return [...direct, ...suffixes.map((suffix) => base + suffix)];
  });
}
