import type { Files, Language } from '../../language.ts';
import { directoryOf } from '../../paths.ts';
import { textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { crateSources } from './crates.ts';
import { declarations } from './declarations.ts';
import { code, expression, tailOf } from './expressions.ts';
import { withMacroArguments } from './macros.ts';

export const rust: Language = {
  id: 'rust',
  extensions: ['rs'],
  grammars: ['rust'],
  grammar: () => 'rust',
  scopes: {
    source_file: 'module',
    function_item: 'function',
    closure_expression: 'function',
    struct_item: 'class',
    impl_item: 'class',
    trait_item: 'class',
    // its names are reached by its own: `texts::GREETING`
    mod_item: 'class',
    block: 'block',
    match_arm: 'block',
    for_expression: 'block',
    if_expression: 'block',
    while_expression: 'block',
  },
  branches: new Set([
    'if_expression',
    'else_clause',
    'match_arm',
    'for_expression',
    'while_expression',
    'loop_expression',
  ]),
  loops: { for_expression: 'value', while_expression: null, loop_expression: null },
  callKinds: new Set(['call_expression', 'attribute', 'macro_invocation']),
  recordKinds: new Set(['struct_expression', 'macro_object']),
  commentKinds: new Set(['line_comment', 'block_comment']),
  self: new Set(['self', 'Self']),
  membersByName: true,
  complete: withMacroArguments,
  expression,
  declarations,
  returned,
  scopeName,
  bases: () => [],
  enumMember: () => null,
  docstring: () => null,
  decorators: () => [],
  modulePaths,
  // a crate needs no `use`
  moduleNamed: (name) => (/^[a-z_]/.test(name) ? name : null),
  ambientPaths: () => [],
  typeOf,
  typeReturned: (fn, source) => baseType(held(childOf(fn, 'return_type'), source)),
  textFunctions: {},
  textMethods: {
    join: { kind: 'join', list: 'subject' },
    concat: { kind: 'join', list: 'subject' },
    replace: { kind: 'replace' },
    trim: { kind: 'trim', start: true, end: true },
    trim_start: { kind: 'trim', start: true, end: false },
    trim_end: { kind: 'trim', start: false, end: true },
  },
  submodule: (module, name) => `${module}::${name}`,
  isForTests,
};

function returned(node: SyntaxNode): SyntaxNode | null {
  if (node.kind === 'return_expression') return code(node.children)[0] ?? null;
  if (node.kind !== 'function_item' && node.kind !== 'closure_expression') return null;
  const body = childOf(node, 'body');
  return body?.kind === 'block' ? tailOf(body) : body;
}

function scopeName(node: SyntaxNode, source: string): string | null {
  const name = childOf(node, 'name') ?? (node.kind === 'impl_item' ? baseType(childOf(node, 'type')) : null);
  if (name !== null) return textOf(name, source);
  const holder = node.parent?.kind === 'let_declaration' ? childOf(node.parent, 'pattern') : null;
  return holder?.kind === 'identifier' ? textOf(holder, source) : null;
}

function typeOf(declared: SyntaxNode): SyntaxNode | null {
  return baseType(childOf(declared, 'type'));
}

/** The type behind references and arguments: `Client` of `&Client<Config>`, `Prompt` of `Box<dyn Prompt>` and `impl Prompt`. */
function baseType(type: SyntaxNode | null): SyntaxNode | null {
  let at = type;
  for (let depth = 0; at !== null && depth < deepestType; depth++) {
    if (at.kind === 'type_identifier' || at.kind === 'scoped_type_identifier') return at;
    const held = at.kind === 'generic_type' ? childOf(at, 'type_arguments')?.children : undefined;
    const anyOf: SyntaxNode | undefined =
      held?.find(({ kind }) => kind === 'dynamic_type') ?? (anyTypes.has(at.kind) ? at : undefined);
    if (anyOf !== undefined) at = childOf(anyOf, 'trait');
    else at = at.kind === 'reference_type' || at.kind === 'generic_type' ? childOf(at, 'type') : null;
  }
  return null;
}

/** `Client` of `Result<Client, Error>` and `Option<Arc<Client>>`. */
function held(type: SyntaxNode | null, source: string): SyntaxNode | null {
  let at = type;
  for (let depth = 0; at?.kind === 'generic_type' && depth < deepestType; depth++) {
    const name = childOf(at, 'type');
    if (name === null || !/\b(?:Result|Option|Box|Arc|Rc)$/.test(textOf(name, source))) break;
    at = childOf(at, 'type_arguments')?.children[0] ?? null;
  }
  return at;
}

const anyTypes: ReadonlySet<string> = new Set(['dynamic_type', 'abstract_type']);
const deepestType = 8;

/** What stands in a module or a function that is only compiled for tests: `#[cfg(test)]`, `#[test]`, `#[tokio::test]`. */
function isForTests(node: SyntaxNode, source: string): boolean {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent)
    if ((at.kind === 'mod_item' || at.kind === 'function_item') && hasTestAttribute(at, source)) return true;
  return false;
}

function hasTestAttribute(item: SyntaxNode, source: string): boolean {
  const siblings = item.parent?.children ?? [];
  for (let i = siblings.indexOf(item) - 1; i >= 0; i--) {
    const before = siblings[i];
    if (before === undefined || !/^attribute_item$|comment$/.test(before.kind)) return false;
    const written = source.slice(before.start, Math.min(before.end, before.start + 80));
    if (/^#\[\s*(?:cfg\(\s*(?:all\(\s*)?test\b|(?:\w+::)*test\b)/.test(written)) return true;
  }
  return false;
}

/** The file of a module, by its path from the crate, from the module above, or from the one that names it. */
function modulePaths(module: string, from: string, files: Files): readonly string[] {
  const [first = '', ...rest] = module.split('::');
  if (first === 'crate') return fileOf(crateRoot(from, files), rest);
  if (first === 'self') return fileOf(moduleFolder(from), rest);
  if (first === 'super') {
    let folder = directoryOf(moduleFolder(from));
    while (rest[0] === 'super') {
      folder = directoryOf(folder);
      rest.shift();
    }
    return fileOf(folder, rest);
  }
  const other = /^\w+$/.test(first) ? crateSources(first, from, files) : null;
  return [
    ...fileOf(moduleFolder(from), [first, ...rest]),
    ...fileOf(crateRoot(from, files), [first, ...rest]),
    ...(other === null ? [] : fileOf(other, rest)),
  ];
}

/** The folder in which a file's own modules stand. */
function moduleFolder(path: string): string {
  return /(?:^|\/)(?:main|lib|mod)\.rs$/.test(path) ? directoryOf(path) : path.replace(/\.rs$/, '');
}

/** The folder of the file that the crate begins with. */
function crateRoot(from: string, files: Files): string {
  for (let folder = directoryOf(from); ; folder = directoryOf(folder)) {
    const inside = folder === '' ? '' : `${folder}/`;
    if (files.has(`${inside}lib.rs`) || files.has(`${inside}main.rs`)) return folder;
    if (folder === '') return directoryOf(from);
  }
}

function fileOf(folder: string, parts: readonly string[]): string[] {
  const base = [folder, ...parts].filter((part) => part !== '').join('/');
  const inside = (name: string): string => (base === '' ? name : `${base}/${name}`);
  const own = base === '' || parts.length === 0 ? [] : [`${base}.rs`];
  return [
    ...own,
    inside('mod.rs'),
    ...(parts.length === 0 ? [inside('lib.rs'), inside('main.rs'), `${base}.rs`] : []),
  ];
}
