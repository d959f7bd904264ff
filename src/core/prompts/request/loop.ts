import type { SyntaxNode } from '../../source/syntax.ts';
import { childOf } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import type { Loop } from '../request.ts';
import { expressionAt } from '../expressions.ts';

/** Methods and functions that call a function once for each item of a list. */
const perItem =
  /^(?:map|flatMap|forEach|each|each_with_index|each_slice|flat_map|filter_map|for_each|Select|SelectMany|ForEach|ForEachAsync|mapAsync|pMap|array_map|mapLimit|eachLimit|mapSeries)$/;

/** The nearest loop around a call, inside of its function or around the function where that is handed to a `map`. */
export function loopAround({ unit, node }: Place): Loop | null {
  const { loops, scopes } = unit.language;
  for (let up = node.parent; up !== null; up = up.parent) {
    if (Object.hasOwn(loops, up.kind)) {
      const over = itemsOf(up, loops[up.kind] ?? null);
      // what a loop goes over is made once, before it
      if (over === null || !(over.start <= node.start && node.end <= over.end))
        return { range: { start: up.start, end: up.end }, over: over && written(unit, over) };
    }
    const isFunction = scopes[up.kind] === 'function';
    const loop = isFunction || up.field === 'block' ? handedTo(unit, up) : null;
    if (isFunction || loop !== null) return loop;
  }
  return null;
}

/** What a loop goes over, by the field that holds it. */
function itemsOf(loop: SyntaxNode, field: string | null): SyntaxNode | null {
  if (field === null) return null;
  if (field === '0') return loop.children[0] ?? null;
  const own = childOf(loop, field);
  if (own !== null) return own;
  for (const child of loop.children) {
    const inner = childOf(child, field);
    if (inner !== null) return inner;
  }
  return null;
}

/** The call of a `map` or the like that a function is an argument, or the block, of. */
function handedTo(unit: Unit, fn: SyntaxNode): Loop | null {
  let call = fn.parent;
  for (let steps = 0; call !== null && !unit.language.callKinds.has(call.kind); steps++) {
    if (steps === mostWrappings) return null;
    call = call.parent;
  }
  const expression = call === null ? null : expressionAt({ unit, node: call });
  if (call === null || expression?.kind !== 'call') return null;
  const callee = expressionAt({ unit, node: expression.callee });
  const range = { start: call.start, end: call.end };
  if (callee.kind === 'member' && perItem.test(callee.name))
    return { range, over: written(unit, callee.object) };
  const items = expression.args.find(({ value }) => !(value.start <= fn.start && fn.end <= value.end));
  if (callee.kind !== 'name' || !perItem.test(callee.name) || items === undefined) return null;
  return { range, over: written(unit, items.value) };
}

/** A list of arguments, an argument in it, brackets around that. */
const mostWrappings = 4;

function written({ text }: Unit, { start, end }: SyntaxNode): string {
  return text.slice(start, Math.min(end, start + 200)).replace(/\s+/g, ' ');
}
