import type { PlaceholderStyle } from '../source/language.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { filling } from './evaluate.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { fillsAt, templateOf } from './idioms.ts';
import { splitPlaceholders } from './placeholders.ts';
import type { Segment } from './prompt.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** Templates that are written elsewhere → the call that fills them, `fmt.Sprintf(form, name)`. */
export type Fillings = ReadonlyMap<SyntaxNode, Place>;

/** What the calls of a file fill; of a chain of calls the last, and of several the first. */
export function fillingsIn(unit: Unit, trail: () => Trail): Fillings {
  const found = new Map<SyntaxNode, Place>();
  for (const node of unit.outline.calls) {
    const call = { unit, node };
    const template = fillsAt(call) === null ? null : templateBehind(call, trail);
    if (template === null) continue;
    const known = found.get(template.node)?.node;
    const isPart = known !== undefined && node.start <= known.start && known.end <= node.end;
    if (known === undefined || isPart) found.set(template.node, call);
  }
  return found;
}

/** The text that a chain of calls fills, where it is given by a name. */
function templateBehind(call: Place, trail: () => Trail): Place | null {
  let at = call;
  for (let links = 0; links < longestChain; links++) {
    const next = templateOf(at);
    if (next === null) break;
    at = unwrap(next);
  }
  const { kind } = expressionAt(at);
  if (kind !== 'name' && kind !== 'member') return null;
  const origin = definitionOf(at, trail());
  const [only, another] = origin.kind === 'values' && origin.appended.length === 0 ? origin.values : [];
  return only === undefined || another !== undefined ? null : unwrap(only);
}

/** Methods called one on the other; nobody writes more of them by hand. */
const longestChain = 100;

/**
 * What a call makes of a template.
 * @param template what it says, as it is written. @param style how its places are written that nobody fills by name.
 */
export function filledBy(
  call: Place,
  template: readonly Segment[],
  style: PlaceholderStyle | null,
  trail: Trail,
): readonly Segment[] {
  const filled = filling(call, template, trail) ?? template;
  return style === null || fillsAt(unwrap(call)) === 'all' ? filled : splitPlaceholders(filled, style);
}
