import type { Files, Language } from '../../language.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import { code } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { autoloadPaths } from './autoload.ts';
import { declarations } from './declarations.ts';
import { expression, nameOf } from './expressions.ts';

export const php: Language = {
  id: 'php',
  extensions: ['php', 'phtml'],
  grammars: ['php'],
  grammar: () => 'php',
  scopes: {
    program: 'module',
    function_definition: 'function',
    method_declaration: 'function',
    anonymous_function: 'function',
    arrow_function: 'function',
    class_declaration: 'class',
    trait_declaration: 'class',
    interface_declaration: 'class',
    enum_declaration: 'class',
  },
  branches: new Set([
    'if_statement',
    'else_clause',
    'else_if_clause',
    'foreach_statement',
    'for_statement',
    'while_statement',
    'case_statement',
    'default_statement',
    'catch_clause',
    'conditional_expression',
  ]),
  loops: { foreach_statement: '0', for_statement: 'condition', while_statement: null, do_statement: null },
  callKinds: new Set([
    'function_call_expression',
    'member_call_expression',
    'nullsafe_member_call_expression',
    'scoped_call_expression',
    'object_creation_expression',
    'attribute',
  ]),
  recordKinds: new Set(['array_creation_expression']),
  commentKinds: new Set(['comment']),
  self: new Set(['this', 'self', 'static']),
  expression,
  declarations,
  returned: (node) => {
    if (node.kind === 'return_statement') return code(node.children)[0] ?? null;
    return node.kind === 'arrow_function' ? childOf(node, 'body') : null;
  },
  scopeName: (node, source) => {
    const name = childOf(node, 'name');
    return name === null ? null : nameOf(name, source);
  },
  bases: (cls, source) => {
    const clauses = cls.children.filter(
      ({ kind }) => kind === 'base_clause' || kind === 'class_interface_clause',
    );
    return clauses.flatMap(({ children }) => children.map((base) => nameOf(base, source)));
  },
  enumMember: () => null,
  docstring: () => null,
  decorators: () => [],
  modulePaths,
  moduleNamed: (name) => (/^[A-Z]/.test(name) ? name : null),
  ambientPaths: (name, from, list) => {
    const folder = directoryOf(from);
    if (list(folder).includes(`${name}.php`)) return [within(folder, `${name}.php`)];
    return /^[A-Z]\w*_/.test(name) ? inPlugin(name, folder, list) : [];
  },
  typeOf,
  typeReturned: (fn) => namedType(childOf(fn, 'return_type')),
  textFunctions: {
    sprintf: { kind: 'format', style: 'percent' },
    implode: { kind: 'join', list: 0 },
    join: { kind: 'join', list: 0 },
    trim: { kind: 'trim', start: true, end: true },
    ltrim: { kind: 'trim', start: true, end: false },
    rtrim: { kind: 'trim', start: false, end: true },
    strval: { kind: 'same' },
    str_replace: { kind: 'replace', subject: 2 },
    strtr: { kind: 'replace' },
    // https://developer.wordpress.org/apis/internationalization, read 2026-11: the text itself where nobody has translated it
    __: { kind: 'same' },
    _x: { kind: 'same' },
    esc_html__: { kind: 'same' },
  },
  textMethods: {},
  submodule: () => null,
};

function typeOf(declared: SyntaxNode): SyntaxNode | null {
  return namedType(
    childOf(declared, 'type') ?? (declared.parent === null ? null : childOf(declared.parent, 'type')),
  );
}

function namedType(type: SyntaxNode | null): SyntaxNode | null {
  const named = type?.kind === 'optional_type' ? type.children[0] : type;
  return named?.kind === 'named_type' ? (named.children[0] ?? null) : null;
}

/**
 * A class stands where Composer is told that its namespace is, else in a file of its name, under folders that are called
 * like the end of its namespace.
 */
function modulePaths(module: string, from: string, files: Files): readonly string[] {
  const folder = directoryOf(from);
  if (module.startsWith('.')) return [joinPath(folder, module)].filter((path) => path !== null);
  const parts = module.split('\\');
  const found = [...autoloadPaths(module, from, files)];
  for (let skip = 0; skip < Math.min(parts.length, longestNamespace); skip++)
    for (let at: string | null = folder; at !== null; at = at === '' ? null : directoryOf(at))
      for (const source of ['', 'src', 'app'])
        found.push([at, source, ...parts.slice(skip)].filter((part) => part !== '').join('/') + '.php');
  return found;
}

/**
 * The file that WordPress' habit keeps a class in, in the folders where plugins keep classes: `Bread_Desk` in
 * `includes/class-bread-desk.php` (https://developer.wordpress.org/coding-standards/wordpress-coding-standards/php,
 * read 2026-11).
 */
function inPlugin(
  name: string,
  folder: string,
  list: (folder: string) => readonly string[],
): readonly string[] {
  const file = `class-${name.toLowerCase().replaceAll('_', '-')}.php`;
  for (let at: string | null = folder; at !== null; at = at === '' ? null : directoryOf(at))
    for (const inside of ['', 'includes', 'inc', 'src', 'admin']) {
      const place = inside === '' ? at : within(at, inside);
      if (list(place).includes(file)) return [within(place, file)];
    }
  return [];
}

function within(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

const longestNamespace = 6;
