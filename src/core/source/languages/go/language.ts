import type { Files, Language } from '../../language.ts';
import { directoryOf } from '../../paths.ts';
import { code, textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { declarations, receiverOf } from './declarations.ts';
import { expression } from './expressions.ts';

export const go: Language = {
  id: 'go',
  extensions: ['go'],
  grammars: ['go'],
  grammar: () => 'go',
  scopes: {
    source_file: 'module',
    function_declaration: 'function',
    method_declaration: 'function',
    func_literal: 'function',
    type_spec: 'class',
    block: 'block',
    if_statement: 'block',
    for_statement: 'block',
    expression_switch_statement: 'block',
    type_switch_statement: 'block',
    expression_case: 'block',
    type_case: 'block',
    default_case: 'block',
    communication_case: 'block',
  },
  branches: new Set([
    'if_statement',
    'for_statement',
    'expression_case',
    'type_case',
    'default_case',
    'communication_case',
  ]),
  loops: { for_statement: 'right' },
  callKinds: new Set(['call_expression']),
  recordKinds: new Set(['composite_literal', 'literal_value']),
  commentKinds: new Set(['comment']),
  self: new Set(),
  expression,
  declarations,
  returned: (node) =>
    node.kind === 'return_statement' ? (code(code(node.children)[0]?.children ?? [])[0] ?? null) : null,
  scopeName,
  bases: () => [],
  enumMember: () => null,
  docstring: () => null,
  decorators: () => [],
  modulePaths,
  foldersAreModules: true,
  ambientPaths: (_name, from, list) => sourcesIn(directoryOf(from), { list }),
  typeOf,
  typeReturned,
  typesAreStructural: true,
  membersNeedObject: true,
  textFunctions: {
    'fmt.Sprintf': { kind: 'format', style: 'percent' },
    'fmt.Sprint': { kind: 'concat' },
    'fmt.Sprintln': { kind: 'concat' },
    'strings.Join': { kind: 'join', list: 'subject' },
    'strings.TrimSpace': { kind: 'trim', start: true, end: true },
    'strings.ReplaceAll': { kind: 'replace' },
    'strings.Replace': { kind: 'replace' },
    'dedent.Dedent': { kind: 'dedent', trim: false },
    'heredoc.Doc': { kind: 'dedent', trim: false },
    'heredoc.Docf': { kind: 'format', style: 'percent' },
  },
  textMethods: { String: { kind: 'same' } },
  submodule: () => null,
};

function scopeName(node: SyntaxNode, source: string): string | null {
  const name = childOf(node, 'name');
  if (name === null) return null;
  const of = node.kind === 'method_declaration' ? receiverOf(node, source) : null;
  return of === null ? textOf(name, source) : `${of}.${textOf(name, source)}`;
}

const around = new Set(['pointer_type', 'slice_type', 'parenthesized_type']);

/** Pointers and slices lead to what they are made of. */
function typeOf(declared: SyntaxNode): SyntaxNode | null {
  return namedType(childOf(declared, 'type'));
}

/** Of several results the first: the others say whether it worked. */
function typeReturned(fn: SyntaxNode): SyntaxNode | null {
  const result = childOf(fn, 'result');
  const [first] = result?.kind === 'parameter_list' ? result.children : [];
  return namedType(first === undefined ? result : childOf(first, 'type'));
}

function namedType(written: SyntaxNode | null): SyntaxNode | null {
  let type = written;
  while (type !== null && around.has(type.kind)) type = type.children[0] ?? null;
  if (type?.kind === 'generic_type') type = childOf(type, 'type');
  return type?.kind === 'type_identifier' || type?.kind === 'qualified_type' ? type : null;
}

/**
 * The files of an imported package: where the nearest `go.mod` says that its module begins, else where the end of the
 * import is found in a folder above, the longest end first.
 */
function modulePaths(module: string, from: string, files: Files): readonly string[] {
  const folders = foldersAbove(directoryOf(from));
  for (const root of folders) {
    const own = moduleOf(files.text(join(root, 'go.mod')));
    if (own === null) continue;
    if (module !== own && !module.startsWith(`${own}/`)) break;
    return sourcesIn(join(root, module.slice(own.length + 1)), files);
  }
  const parts = module.split('/');
  // a package of the standard library stands in no folder of the workspace
  if (parts.length < 2) return [];
  for (let skip = 1; skip < Math.min(parts.length, longestPath); skip++)
    for (const above of folders) {
      const found = sourcesIn(join(above, parts.slice(skip).join('/')), files);
      if (found.length > 0) return found;
    }
  return [];
}

const longestPath = 8;

function moduleOf(goMod: string | null): string | null {
  return goMod === null ? null : (/^\s*module\s+"?([^\s"]+)/m.exec(goMod)?.[1] ?? null);
}

function foldersAbove(folder: string): string[] {
  const found = [folder];
  for (let at = folder; at !== ''; found.push(at)) at = directoryOf(at);
  return found;
}

function join(folder: string, name: string): string {
  if (folder === '' || name === '') return folder + name;
  return `${folder}/${name}`;
}

function sourcesIn(folder: string, files: Pick<Files, 'list'>): string[] {
  return files
    .list(folder)
    .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
    .map((name) => join(folder, name));
}
