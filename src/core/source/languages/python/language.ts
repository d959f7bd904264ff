import type { Files, Language } from '../../language.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import { code } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { declarations } from './declarations.ts';
import { expression } from './expressions.ts';

export const python: Language = {
  id: 'python',
  extensions: ['py', 'pyi'],
  grammars: ['python'],
  grammar: () => 'python',
  scopes: {
    module: 'module',
    function_definition: 'function',
    lambda: 'function',
    class_definition: 'class',
    list_comprehension: 'block',
    set_comprehension: 'block',
    dictionary_comprehension: 'block',
    generator_expression: 'block',
  },
  branches: new Set([
    'if_statement',
    'elif_clause',
    'else_clause',
    'for_statement',
    'while_statement',
    'except_clause',
    'case_clause',
    'conditional_expression',
  ]),
  loops: {
    for_statement: 'right',
    while_statement: null,
    list_comprehension: 'right',
    set_comprehension: 'right',
    dictionary_comprehension: 'right',
    generator_expression: 'right',
  },
  callKinds: new Set(['call']),
  recordKinds: new Set(['dictionary']),
  commentKinds: new Set(['comment']),
  self: new Set(['self', 'cls']),
  expression,
  expressionsAreLocal: true,
  declarations,
  returned,
  scopeName,
  bases: (cls, source) =>
    code(childOf(cls, 'superclasses')?.children ?? [])
      .filter((child) => child.kind !== 'keyword_argument')
      .map((child) => source.slice(child.start, child.end)),
  // an enumeration is a class here, and its members are found as such
  enumMember: () => null,
  docstring: (node) => {
    const first = code(childOf(node, 'body')?.children ?? [])[0];
    const string = first?.kind === 'expression_statement' ? first.children[0] : undefined;
    return string?.kind === 'string' || string?.kind === 'concatenated_string' ? string : null;
  },
  decorators: (node, source) =>
    (node.parent?.kind === 'decorated_definition' ? node.parent.children : [])
      .filter((child) => child.kind === 'decorator')
      .map((child) => child.children[0])
      .filter((child) => child !== undefined)
      .map((child) => (child.kind === 'call' ? (childOf(child, 'function') ?? child) : child))
      .map((child) => source.slice(child.start, child.end)),
  modulePaths,
  ambientPaths: () => [],
  typeOf: (declared) => {
    const type = childOf(declared, 'type')?.children[0];
    return type?.kind === 'identifier' || type?.kind === 'attribute' ? type : null;
  },
  textFunctions: {
    'textwrap.dedent': { kind: 'dedent', trim: false },
    dedent: { kind: 'dedent', trim: false },
    'inspect.cleandoc': { kind: 'dedent', trim: true },
    cleandoc: { kind: 'dedent', trim: true },
  },
  textMethods: {
    format: { kind: 'format', style: 'braces' },
    format_map: { kind: 'format', style: 'braces' },
    join: { kind: 'join', list: 0 },
    strip: { kind: 'trim', start: true, end: true },
    lstrip: { kind: 'trim', start: true, end: false },
    rstrip: { kind: 'trim', start: false, end: true },
    replace: { kind: 'replace' },
  },
  submodule: (module, name) => (module.endsWith('.') ? module + name : `${module}.${name}`),
};

function returned(node: SyntaxNode): SyntaxNode | null {
  if (node.kind === 'return_statement') return code(node.children)[0] ?? null;
  return node.kind === 'lambda' ? childOf(node, 'body') : null;
}

function scopeName(node: SyntaxNode, source: string): string | null {
  const name = childOf(node, 'name');
  return name === null ? null : source.slice(name.start, name.end);
}

/** A module is looked for next to the file and in every folder above it, since any of them may be on the path. */
function modulePaths(module: string, from: string, files: Files): readonly string[] {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const relative = module.slice(dots).replaceAll('.', '/');
  let folder: string | null = directoryOf(from);
  if (dots > 0) {
    for (let up = 1; up < dots && folder !== null; up++) folder = joinPath(folder, '..');
    return folder === null ? [] : candidates(folder, relative);
  }
  const found = candidates(folder, relative);
  while (folder !== '') {
    folder = directoryOf(folder);
    found.push(...candidates(folder, relative));
    const sources = folder === '' ? 'src' : `${folder}/src`;
    if (!from.startsWith(`${sources}/`) && isProject(folder, files))
      found.push(...candidates(sources, relative));
  }
  return found;
}

/** A project may keep its packages in `src`, and import them from its tests and scripts. */
function isProject(folder: string, files: Files): boolean {
  return ['pyproject.toml', 'setup.py'].some((name) => files.has(folder === '' ? name : `${folder}/${name}`));
}

function candidates(folder: string, relative: string): string[] {
  const base = joinPath(folder, relative);
  if (base === null) return [];
  return relative === '' ? [`${base}/__init__.py`] : [`${base}.py`, `${base}/__init__.py`];
}
