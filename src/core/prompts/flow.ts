import type { Declaration } from '../source/language.ts';
import { enclosing, lookUp, type Scope } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';

/** In its own declaration, `let text = text.trim()`, a name means what is declared further out, if anything is. */
export function meantAt({ unit: { outline }, node }: Place, name: string): ReturnType<typeof lookUp> {
  const found = lookUp(outline, node, name);
  const around = found?.scope.node.parent;
  if (!around || !found.declarations.every((one) => one.kind === 'value' && isWithin(node, one.node)))
    return found;
  const deferred = enclosing(outline.scopeOf(node), 'function') !== enclosing(found.scope, 'function');
  return deferred ? found : (lookUp(outline, around, name) ?? found);
}

function isWithin(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** In the same function only what stands before the use counts; from elsewhere everything does. */
export function seenFrom(all: readonly Declaration[], scope: Scope, use: Place): readonly Declaration[] {
  const useFunction = enclosing(use.unit.outline.scopeOf(use.node), 'function');
  const ownFunction = enclosing(scope, 'function');
  if (useFunction !== ownFunction || scope.kind === 'class') return all;
  const before = all.filter(
    (declaration) => declaration.node.end <= use.node.start || declaration.kind === 'function',
  );
  return before.length === 0 ? all : before;
}

/** The assignments that can be the last one before the use, and what was appended after the first of them. */
export function lastValues(
  visible: readonly Declaration[],
  use: Place,
): { values: readonly Declaration[]; appended: readonly Declaration[] } {
  const values: Declaration[] = [];
  let from = 0;
  for (let i = visible.length - 1; i >= 0; i--) {
    const declaration = visible[i];
    if (declaration === undefined || declaration.kind === 'augment') continue;
    // `let text;` says nothing where an assignment to it follows
    if (declaration.value === null && declaration.kind === 'value' && values.length > 0) continue;
    values.unshift(declaration);
    from = i;
    if (always(declaration.node, use)) break;
  }
  return { values, appended: visible.slice(from).filter((declaration) => declaration.kind === 'augment') };
}

/** Whether code at `node` has run for certain when the use does: no branch stands around it that is not around the use too. */
export function always(node: SyntaxNode, use: Place): boolean {
  const { branches } = use.unit.language;
  for (let up = node.parent; up !== null; up = up.parent)
    if (branches.has(up.kind) && !(up.start <= use.node.start && use.node.end <= up.end)) return false;
  return true;
}
