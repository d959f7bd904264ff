import type { Place } from '../source/workspace.ts';
import { aboutHole } from './holes.ts';
import { listsAt, type Item } from './lists.ts';
import type { Hole, Segment } from './prompt.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { resolvedHole } from './segments.ts';
import type { Trail } from './trail.ts';

/** What a list is joined with. */
interface Joining {
  readonly separator: readonly Segment[];
  /** An item → its text. */
  inline(place: Place, trail: Trail): readonly Segment[];
}

/** The texts that the lists behind an expression join to; null when one of them cannot be seen. */
export function joinedTexts(list: Place, joining: Joining, trail: Trail): (readonly Segment[])[] | null {
  const lists = listsAt(list, trail);
  return lists?.map((items) => items.flatMap((item, i) => textOf(item, i, joining, trail))) ?? null;
}

/** An item that is not always there is a hole that can also stay empty. */
function textOf(item: Item, index: number, { separator, inline }: Joining, trail: Trail): readonly Segment[] {
  const at = unwrap(item);
  const text = [...(index === 0 ? [] : separator), ...inline(at, trail)];
  return item.always ? text : [resolvedHole(aboutHole(at), [text, []])];
}

/** What `...list` brings into a list that is joined; null where that cannot be seen. */
export function spreadText(place: Place, joining: Joining, trail: Trail): Hole | null {
  const expression = expressionAt(place);
  if (expression.kind !== 'spread') return null;
  const arms = joinedTexts({ ...place, node: expression.inner }, joining, trail);
  return arms === null || arms.length === 0 ? null : resolvedHole(aboutHole(place), arms);
}
