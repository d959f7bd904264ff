import type { Language } from '../../language.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import { code, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { declarations } from './declarations.ts';
import { expression } from './expressions.ts';

export const csharp: Language = {
  id: 'csharp',
  extensions: ['cs'],
  grammars: ['c-sharp'],
  grammar: () => 'c-sharp',
  scopes: {
    compilation_unit: 'module',
    class_declaration: 'class',
    struct_declaration: 'class',
    record_declaration: 'class',
    interface_declaration: 'class',
    method_declaration: 'function',
    constructor_declaration: 'function',
    local_function_statement: 'function',
    lambda_expression: 'function',
    anonymous_method_expression: 'function',
    accessor_declaration: 'function',
    block: 'block',
    for_statement: 'block',
    foreach_statement: 'block',
    using_statement: 'block',
    catch_clause: 'block',
    switch_section: 'block',
  },
  branches: new Set([
    'if_statement',
    'for_statement',
    'foreach_statement',
    'while_statement',
    'do_statement',
    'catch_clause',
    'switch_section',
    'switch_expression_arm',
    'conditional_expression',
  ]),
  loops: {
    for_statement: 'condition',
    foreach_statement: 'right',
    while_statement: null,
    do_statement: null,
  },
  callKinds: new Set([
    'invocation_expression',
    'object_creation_expression',
    'implicit_object_creation_expression',
    'attribute',
  ]),
  recordKinds: new Set(['initializer_expression', 'anonymous_object_creation_expression']),
  commentKinds: new Set(['comment']),
  self: new Set(['this']),
  membersByName: true,
  // Designers show it of properties and classes, but of methods nobody reads it save models.
  describing: {
    kind: 'attribute',
    name: 'Description',
    module: 'System.ComponentModel',
    otherReaders:
      /^(?:DSharpPlus|Discord|NetCord|Spectre|CommandLine|McMaster|Cocona|ConsoleAppFramework|HotChocolate|GraphQL|Swashbuckle|NUnit|Xunit|Microsoft\.VisualStudio\.TestTools|System\.(?:Management\.Automation|Windows|Drawing)|UnityEngine)\b/,
  },
  expression,
  declarations,
  returned,
  scopeName: (node, source) => {
    const name = childOf(node, 'name');
    return name === null ? null : textOf(name, source);
  },
  bases: (cls, source) =>
    (cls.children.find(({ kind }) => kind === 'base_list')?.children ?? [])
      .filter(({ kind }) => kind !== 'argument_list')
      .map((base) => textOf(base, source)),
  enumMember: () => null,
  docstring: () => null,
  decorators: (node, source) =>
    node.children
      .filter(({ kind }) => kind === 'attribute_list')
      .flatMap(({ children }) => children.map((attribute) => childOf(attribute, 'name')))
      .filter((name) => name !== null)
      .map((name) => textOf(name, source)),
  modulePaths,
  ambientPaths: (name, from, list) => {
    const folder = directoryOf(from);
    const parts = list(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.cs'));
    return parts.map((file) => joinPath(folder, file)).filter((path) => path !== null);
  },
  typeOf: (declared) => {
    const holder = declared.kind === 'variable_declarator' ? declared.parent : declared;
    const type = holder === null ? null : childOf(holder, 'type');
    return type !== null && namedTypes.has(type.kind) ? type : null;
  },
  typeReturned,
  textFunctions: {
    'string.Format': { kind: 'format', style: 'braces' },
    'String.Format': { kind: 'format', style: 'braces' },
    'string.Join': { kind: 'join', list: 0, rest: true },
    'String.Join': { kind: 'join', list: 0, rest: true },
    'string.Concat': { kind: 'concat' },
    'FormattableString.Invariant': { kind: 'same' },
  },
  textMethods: {
    AppendFormat: { kind: 'format', style: 'braces', subject: 0 },
    Replace: { kind: 'replace' },
    ReplaceLineEndings: { kind: 'same' },
    Trim: { kind: 'trim', start: true, end: true },
    TrimStart: { kind: 'trim', start: true, end: false },
    TrimEnd: { kind: 'trim', start: false, end: true },
  },
  submodule: (module, name) => `${module}.${name}`,
};

/** The type of a method, behind the promise of it: `Desk` of `Task<Desk>`. */
function typeReturned(fn: SyntaxNode, source: string): SyntaxNode | null {
  const written = childOf(fn, 'returns');
  const [name, held] = written?.kind === 'generic_name' ? written.children : [];
  const isPromise = name !== undefined && /^(?:Value)?Task$/.test(textOf(name, source));
  const type = isPromise ? (held?.children[0] ?? null) : written;
  return type !== null && namedTypes.has(type.kind) ? type : null;
}

const namedTypes = new Set(['identifier', 'qualified_name', 'generic_name', 'nullable_type']);

function returned(node: SyntaxNode): SyntaxNode | null {
  if (node.kind === 'return_statement') return code(node.children)[0] ?? null;
  if (node.kind === 'arrow_expression_clause' && node.parent?.kind !== 'property_declaration')
    return code(node.children)[0] ?? null;
  const body = node.kind === 'lambda_expression' ? childOf(node, 'body') : null;
  return body === null || body.kind === 'block' ? null : body;
}

/** A type is looked for in a file of its name, in folders called like the last parts of its namespace, beside the file or above it. */
function modulePaths(module: string, from: string): readonly string[] {
  const parts = module.split('.');
  const relative = parts.map((_, i) => `${parts.slice(i).join('/')}.cs`);
  const paths: string[] = [];
  for (let folder = directoryOf(from); ; folder = directoryOf(folder)) {
    for (const path of relative) paths.push(joinPath(folder, path) ?? path);
    if (folder === '') return paths;
  }
}
