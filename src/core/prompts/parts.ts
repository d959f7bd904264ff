import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { isWritten } from './evaluate.ts';
import { idiomAt } from './idioms.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { sourceOf } from './sites.ts';
import type { Trail } from './trail.ts';

/** A string expression that comes into a text by a name. */
export interface Part {
  readonly place: Place;
  /** It is added to others, so that it is text however short it is. */
  readonly added: boolean;
  /** It and what may come instead of it, where one of several does. */
  readonly oneOf: readonly Place[];
}

/**
 * The string expressions that stand elsewhere and come into a text by a name: constants in its holes, what functions of
 * the workspace return into them, and the parts of those.
 */
export function partsOf(whole: Place, trail: () => Trail): readonly Part[] {
  const found = new Map<SyntaxNode, Part>();
  const seen = new Set([whole.node]);
  const open = [whole];
  for (let place = open.pop(); place !== undefined && found.size < mostParts; place = open.pop())
    for (const { unit, node } of namesIn(place)) {
      const { sites, oneOf, added } = sourceOf({ unit, node }, trail());
      const pieces = new Set(added);
      const choice = oneOf ? sites : [];
      for (const site of sites) {
        if (seen.has(site.node)) continue;
        seen.add(site.node);
        open.push(site);
        // an arm that is written in the text itself is no part of its own, but what comes into it is
        const within =
          site.unit === whole.unit && whole.node.start <= site.node.start && site.node.end <= whole.node.end;
        if (!within) found.set(site.node, { place: site, added: pieces.has(site.node), oneOf: choice });
      }
    }
  return [...found.values()];
}

/** A text put together of more than these is a table. */
const mostParts = 200;

/** The expressions in a written text that are not written in place. */
export function namesIn(written: Place, depth = 0): readonly Place[] {
  const at = unwrap(written);
  const inner = (nodes: readonly SyntaxNode[]): readonly Place[] =>
    nodes.flatMap((node) => {
      const place = unwrap({ ...at, node });
      return isWritten(place) ? namesIn(place, depth + 1) : [place];
    });
  if (depth > deepest) return [];
  const expression = expressionAt(at);
  switch (expression.kind) {
    case 'string':
      return inner(expression.parts.flatMap((part) => (part.kind === 'hole' ? [part.node] : [])));
    case 'concat':
      return inner(expression.operands);
    case 'tagged':
      return inner([expression.template]);
    case 'percent':
      return inner([expression.template, ...expression.values]);
    case 'choice':
      return inner(expression.arms);
    case 'list':
      return inner(expression.items);
    case 'call': {
      const idiom = idiomAt(at);
      return idiom === null
        ? []
        : [...namesIn(idiom.subject, depth + 1), ...inner(idiom.args.map(({ value }) => value))];
    }
    default:
      return [];
  }
}

/** Texts inside texts; nobody nests more by hand. */
const deepest = 40;
