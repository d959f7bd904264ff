import type { Expression } from '../source/language.ts';
import type { Place } from '../source/workspace.ts';
import type { Appended } from './origin.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { filteredAt } from './filtered.ts';
import { definitionOf } from './resolve.ts';
import { returnsOf } from './returned.ts';
import type { Trail } from './trail.ts';

/** An item of a list; not always when it is added, or let through, under a condition. */
export interface Item extends Place {
  readonly always: boolean;
}

export type List = readonly Item[];

/**
 * The lists that an expression can stand for, by name, by a function of the workspace, by a conditional, with what was
 * appended to them and what `...` brings in. Null where one of them cannot be seen. An item may be anything: what it
 * means is for whoever asks.
 */
export function listsAt(place: Place, trail: Trail): readonly List[] | null {
  const at = unwrap(place);
  return trail.within('list', at.node, null, () => {
    const lists = listsOf(at, expressionAt(at), trail);
    return lists === null || lists.length > mostLists || lists.some(({ length }) => length > mostItems)
      ? null
      : lists;
  });
}

/** More lists than these that one name stands for are not told apart. */
const mostLists = 8;

/** A list of more items is a table. */
const mostItems = 1000;

function listsOf(at: Place, expression: Expression, trail: Trail): readonly List[] | null {
  switch (expression.kind) {
    case 'list':
      return withSpreads(
        expression.items.map((node) => ({ ...at, node, always: true })),
        trail,
      );
    case 'choice':
      return allOf(expression.arms.map((node) => listsAt({ ...at, node }, trail)));
    case 'call':
      return listsOfCall(at, expression, trail);
    case 'name':
    case 'member':
    case 'entry':
      return listsOfName(at, trail);
    default:
      return null;
  }
}

function listsOfCall(
  at: Place,
  { callee }: Extract<Expression, { kind: 'call' }>,
  trail: Trail,
): readonly List[] | null {
  const filtered = filteredAt(at);
  if (filtered !== null) return listsAt(filtered, trail)?.map((list) => list.map(sometimes)) ?? null;
  const returns = returnsOf({ ...at, node: callee }, trail);
  return returns === null || returns.length === 0 ? null : allOf(returns.map((one) => listsAt(one, trail)));
}

function listsOfName(at: Place, trail: Trail): readonly List[] | null {
  const origin = definitionOf(at, trail);
  if (origin.kind !== 'values') return null;
  const given = origin.values.map((value) => (value.node === at.node ? null : listsAt(value, trail)));
  return origin.appended.reduce(
    (lists, value) => product(lists, addedBy(value, trail), value.at),
    allOf(given),
  );
}

/** What one `push`, `append` or `+=` adds: an item, or the items of a list. */
function addedBy(value: Appended, trail: Trail): readonly List[] {
  const at = unwrap(value);
  const { kind } = expressionAt(at);
  const lists = kind === 'list' ? listsAt(at, trail) : null;
  const added = lists ?? withSpreads([{ ...at, always: true }], trail) ?? [];
  return value.always ? added : added.map((list) => list.map(sometimes));
}

/** The items, with those of another list in the place of each `...` that can be seen. */
function withSpreads(items: List, trail: Trail): readonly List[] | null {
  let lists: readonly List[] | null = [[]];
  let plain: Item[] = [];
  for (const item of items) {
    const expression = expressionAt(item);
    const spread = expression.kind === 'spread' ? listsAt({ ...item, node: expression.inner }, trail) : null;
    if (spread === null) {
      plain.push(item);
      continue;
    }
    lists = product(product(lists, [plain]), spread);
    plain = [];
  }
  return product(lists, [plain]);
}

/** Every list with every one of the others put into it, behind its last item or in front of the one with a number. */
function product(
  lists: readonly List[] | null,
  others: readonly List[],
  at?: number,
): readonly List[] | null {
  if (lists === null || lists.length * others.length > mostLists) return null;
  return lists.flatMap((list) => others.map((other) => list.toSpliced(at ?? list.length, 0, ...other)));
}

function allOf(found: readonly (readonly List[] | null)[]): readonly List[] | null {
  return found.every((lists) => lists !== null) ? found.flat() : null;
}

function sometimes(item: Item): Item {
  return { ...item, always: false };
}
