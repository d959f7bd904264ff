import type { SyntaxNode } from '../source/syntax.ts';
import type { Unit } from '../source/workspace.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/**
 * Under which names others know what a file gives to them, besides its own ones: `exports.say = ask`,
 * `module.exports = { say: ask }`. What is all that a file gives is mostly called like the file.
 */
export function givenNames(unit: Unit, trail: () => Trail): ReadonlyMap<SyntaxNode, readonly string[]> {
  const names = new Map<SyntaxNode, string[]>();
  for (const { name, node } of given(unit)) {
    const origin = definitionOf({ unit, node }, trail());
    const [only, another] = origin.kind === 'values' ? origin.values : [];
    if (only?.unit !== unit || another !== undefined) continue;
    names.set(only.node, [...(names.get(only.node) ?? []), name]);
  }
  return names;
}

interface Given {
  readonly name: string;
  readonly node: SyntaxNode;
}

function given(unit: Unit): readonly Given[] {
  const { exports, module } = unit.outline;
  const whole = [...(exports.get('export=') ?? []), ...(module.names.get('default') ?? [])];
  const single = [...exports].flatMap(([name, all]) =>
    name === 'export=' ? [] : all.flatMap(({ value }) => (value === null ? [] : [{ name, node: value }])),
  );
  return [...single, ...whole.flatMap(({ value }) => (value === null ? [] : ofWhole(unit, value)))];
}

function ofWhole(unit: Unit, node: SyntaxNode): readonly Given[] {
  const expression = expressionAt(unwrap({ unit, node }));
  if (expression.kind !== 'record') return [{ name: fileName(unit.path), node }];
  return expression.entries.flatMap(({ key, value }) => (key === null ? [] : [{ name: key, node: value }]));
}

/** `ask` of `lib/ask.js` and of `ask/index.js`. */
function fileName(path: string): string {
  return path.replace(/(?:\/index)?\.\w+$/, '').replace(/^.*\//, '');
}
