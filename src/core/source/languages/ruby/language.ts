import type { Language } from '../../language.ts';
import { directoryOf, joinPath } from '../../paths.ts';
import { textOf } from '../../nodes.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { declarations } from './declarations.ts';
import { code, expression } from './expressions.ts';

export const ruby: Language = {
  id: 'ruby',
  extensions: ['rb', 'rake'],
  grammars: ['ruby'],
  grammar: () => 'ruby',
  scopes: {
    program: 'module',
    method: 'function',
    singleton_method: 'function',
    class: 'class',
    module: 'class',
    block: 'block',
    do_block: 'block',
    lambda: 'block',
  },
  branches: new Set([
    'if',
    'unless',
    'elsif',
    'else',
    'when',
    'if_modifier',
    'unless_modifier',
    'while',
    'until',
    'for',
    'block',
    'do_block',
    'rescue',
    'conditional',
  ]),
  loops: { for: 'value', while: null, until: null, while_modifier: null, until_modifier: null },
  callKinds: new Set(['call']),
  recordKinds: new Set(['hash']),
  commentKinds: new Set(['comment']),
  self: new Set(['self']),
  membersByName: true,
  expression,
  declarations,
  returned,
  scopeName: (node, source) => {
    const name = childOf(node, 'name');
    return name === null ? null : textOf(name, source);
  },
  bases: (cls, source) => {
    const base = childOf(cls, 'superclass')?.children[0];
    return base === undefined ? [] : [textOf(base, source)];
  },
  enumMember: () => null,
  docstring: () => null,
  decorators: () => [],
  modulePaths,
  moduleNamed: (name) => (/^[A-Z]/.test(name) ? name : null),
  ambientPaths: (name, from, list) => {
    const folder = directoryOf(from);
    const file = `${underscored(name)}.rb`;
    const path = folder === '' ? file : `${folder}/${file}`;
    return /^[A-Z]/.test(name) && list(folder).includes(file) ? [path] : [];
  },
  typeOf: () => null,
  textFunctions: {
    format: { kind: 'format', style: 'percent' },
    sprintf: { kind: 'format', style: 'percent' },
  },
  textMethods: {
    join: { kind: 'join', list: 'subject' },
    strip: { kind: 'trim', start: true, end: true },
    lstrip: { kind: 'trim', start: true, end: false },
    rstrip: { kind: 'trim', start: false, end: true },
    chomp: { kind: 'trim', start: false, end: true },
    strip_heredoc: { kind: 'dedent', trim: false },
    squish: { kind: 'squish' },
    gsub: { kind: 'replace' },
    sub: { kind: 'replace' },
    concat: { kind: 'concat' },
  },
  submodule: () => null,
};

function returned(node: SyntaxNode): SyntaxNode | null {
  if (node.kind === 'return') return code(node.children[0]?.children ?? [])[0] ?? null;
  if (node.kind !== 'method' && node.kind !== 'singleton_method') return null;
  const body = childOf(node, 'body');
  const last = body?.kind === 'body_statement' ? code(body.children).at(-1) : body;
  return last === undefined || last === null || last.kind === 'return' ? null : last;
}

/** A required file stands beside the one that names it, or under one of the folders above it or their `lib` and `app`. */
function modulePaths(module: string, from: string): readonly string[] {
  const folder = directoryOf(from);
  if (module.startsWith('.')) return pathsIn(folder, module);
  const found = pathsIn(folder, module);
  for (let at = folder; at !== '';) {
    at = directoryOf(at);
    found.push(...pathsIn(at, module), ...pathsIn(at === '' ? 'lib' : `${at}/lib`, module));
  }
  return found;
}

function pathsIn(folder: string, module: string): string[] {
  const base = joinPath(folder, module.replace(/\.rb$/, ''));
  return base === null ? [] : [`${base}.rb`];
}

/** The file that Ruby's habit keeps a class in: `HouseStyle` in `house_style`. */
function underscored(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
}
