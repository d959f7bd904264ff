import type { Declaration } from '../../language.ts';
import { childOf, type SyntaxNode } from '../../syntax.ts';
import { propertyName } from './expressions.ts';

/** A module, and what of it; `*` is all of it. */
export interface Required {
  readonly module: string;
  readonly name: string;
}

/** What `require('module')`, `require('module').name` and `await import('module')` bring in; null for anything else. */
export function requiredBy(value: SyntaxNode | null, source: string): Required | null {
  if (value === null || !/^(?:call|await|member|parenthesized)_expression$/.test(value.kind)) return null;
  const written = source.slice(value.start, Math.min(value.end, value.start + longestRequire));
  const [, , module, name = '*'] = required.exec(written) ?? [];
  return module === undefined ? null : { module, name };
}

const required =
  /^\(?\s*(?:require|await\s+import)\s*\(\s*(['"`])([^'"`\n$]+)\1\s*\)\s*\)?(?:\s*\.\s*([\w$]+))?$/;
const longestRequire = 240;

/** A name of `{ name, other: name, third = default }`, and what it is called where it is taken from. */
interface Taken {
  readonly node: SyntaxNode;
  readonly local: string;
  readonly name: string;
}

/** The names that a pattern takes out of an object, without those that have a default or are patterns themselves. */
export function takenBy(pattern: SyntaxNode, source: string): readonly Taken[] {
  return pattern.children.flatMap((node): Taken[] => {
    if (node.kind === 'shorthand_property_identifier_pattern') {
      const name = source.slice(node.start, node.end);
      return [{ node, local: name, name }];
    }
    const key = node.kind === 'pair_pattern' ? childOf(node, 'key') : null;
    const target = key === null ? null : childOf(node, 'value');
    const name = key === null ? null : propertyName(key, source);
    if (target?.kind !== 'identifier' || name === null) return [];
    return [{ node: target, local: source.slice(target.start, target.end), name }];
  });
}

/**
 * `module.exports = …`, `exports.name = …`: what a file gives to those that require it. All of it at once is called
 * `export=`, as TypeScript calls it.
 */
export function exportsBy(assignment: SyntaxNode, source: string): readonly Declaration[] {
  const left = childOf(assignment, 'left');
  const value = lastRight(assignment);
  if (left?.kind !== 'member_expression' || value === null) return [];
  const written = source.slice(left.start, Math.min(left.end, left.start + longestRequire));
  if (written === 'module.exports') return [exportOf('export=', assignment, value)];
  const [, name] = /^(?:module\.)?exports\.([\w$]+)$/.exec(written) ?? [];
  return name === undefined ? [] : [exportOf(name, assignment, value)];
}

/** `c` of `a = b = c`. */
function lastRight(assignment: SyntaxNode): SyntaxNode | null {
  let value = childOf(assignment, 'right');
  while (value?.kind === 'assignment_expression') value = childOf(value, 'right');
  return value;
}

function exportOf(name: string, node: SyntaxNode, value: SyntaxNode): Declaration {
  return { kind: 'value', name, node, value, exported: true };
}
