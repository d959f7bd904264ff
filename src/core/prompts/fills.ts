import type { Argument } from '../source/language.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { expressionAt } from './expressions.ts';
import type { Fill } from './placeholders.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** What becomes of a value in the text. */
type Made = (value: SyntaxNode, at: Place) => ReturnType<Fill>;

/** `form.format(name=…)`, `form.format(…)`, `form.format(**names)`, `form.format_map({…})`. */
export function filledByArguments(args: readonly Argument[], at: Place, made: Made, trail: Trail): Fill {
  const positional = args.filter((arg) => arg.name === null && !arg.spread);
  return (name, index) => {
    const root = /^\w*/.exec(name)?.[0] ?? '';
    if (/^\d*$/.test(root)) {
      const arg = positional[root === '' ? index : Number(root)];
      return arg === undefined ? null : made(arg.value, at);
    }
    const byName = args.find((arg) => arg.name === root);
    if (byName !== undefined) return made(byName.value, at);
    for (const arg of args) {
      const entry = arg.name === null ? entryIn({ ...at, node: arg.value }, root, trail) : null;
      if (entry !== null) return made(entry.node, entry);
    }
    return null;
  };
}

/** `form % value`, `form % (…)`, `form % {…}`. */
export function filledByValues(values: readonly SyntaxNode[], at: Place, made: Made, trail: Trail): Fill {
  const [only, another] = values;
  return (name, index) => {
    if (name !== '' && only !== undefined && another === undefined) {
      const entry = entryIn({ ...at, node: only }, name, trail);
      return entry === null ? null : made(entry.node, entry);
    }
    const value = values[index];
    return value === undefined ? null : made(value, at);
  };
}

/** An entry of a record that stands at a place, or goes by a name there. */
function entryIn(place: Place, key: string, trail: Trail): Place | null {
  const { kind } = expressionAt(place);
  const spread = kind === 'spread' ? expressionAt(place) : null;
  if (spread?.kind === 'spread') return entryIn({ ...place, node: spread.inner }, key, trail);
  const origin = kind === 'name' ? definitionOf(place, trail) : null;
  const [given, another] = origin?.kind === 'values' ? origin.values : [];
  const at = another === undefined ? (given ?? place) : place;
  const expression = expressionAt(at);
  const entry =
    expression.kind === 'record' ? expression.entries.findLast((one) => one.key === key) : undefined;
  return entry === undefined ? null : { ...at, node: entry.value };
}
