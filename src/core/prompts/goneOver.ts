import type { Declaration, Expression } from '../source/language.ts';
import { childOf, type SyntaxNode } from '../source/syntax.ts';
import type { Unit } from '../source/workspace.ts';

/** The list that a name stands for one item of after the other: in a loop, or as what a function is called with for each. */
export function listGoneOver({ kind, name, node }: Declaration, unit: Unit): SyntaxNode | null {
  if (kind === 'loop') return listOfLoop(name, node, unit);
  return kind === 'parameter' ? listOfCallback(name, node, unit) : null;
}

/** The items of a list that is written out; none for anything else. */
export function itemsWritten(list: Expression): readonly SyntaxNode[] {
  return list.kind === 'list' ? list.items : [];
}

/** `for (const name of list)`, `for name in list`; not where the name is a part of an item, or its number. */
function listOfLoop(name: string, node: SyntaxNode, { language, text }: Unit): SyntaxNode | null {
  const field = language.loops[node.kind];
  const list = typeof field === 'string' ? childOf(node, field) : null;
  const item = childOf(node, 'left');
  if (list === null || item === null || text.slice(item.start, item.end) !== name) return null;
  const between = text.slice(item.end, list.start).trim();
  return between === (numbersItems.test(language.id) ? 'of' : 'in') ? list : null;
}

/** In these, `in` goes over the numbers of a list. */
const numbersItems = /^(?:java|type)script$/;

/** `list.map((name) => …)` */
function listOfCallback(name: string, node: SyntaxNode, unit: Unit): SyntaxNode | null {
  let fn: SyntaxNode | null = node;
  while (fn !== null && unit.language.scopes[fn.kind] !== 'function') fn = fn.parent;
  const call = fn?.parent?.parent ?? null;
  if (fn === null || call === null || firstParameter(fn, unit) !== name) return null;
  const expression = unit.language.expression(call, unit.text);
  if (expression.kind !== 'call' || expression.args[0]?.value !== fn) return null;
  const callee = unit.language.expression(expression.callee, unit.text);
  return callee.kind === 'member' && eachItem.test(callee.name) ? callee.object : null;
}

/** Methods of lists that call a function with each item. */
const eachItem = /^(?:map|flatMap|forEach|filter)$/;

function firstParameter(fn: SyntaxNode, { outline }: Unit): string | undefined {
  const declared = [...(outline.scopeAt(fn)?.names.values() ?? [])].flat();
  const parameters = declared.filter(({ kind }) => kind === 'parameter');
  return parameters.sort((a, b) => a.node.start - b.node.start)[0]?.name;
}
