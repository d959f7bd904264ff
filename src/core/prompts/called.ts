import { enclosing, type Scope } from '../source/outline.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { expressionAt } from './expressions.ts';
import { definitionOf, membersNamed } from './resolve.ts';
import type { Trail } from './trail.ts';

/** The function, method or constructor of the workspace that a callee names. */
export function functionBehind(callee: Place, trail: Trail): Place | null {
  const { unit } = callee;
  if (isOfBase(unit.text.slice(callee.node.start, Math.min(callee.node.end, callee.node.start + 40)))) {
    const cls = enclosing(unit.outline.scopeOf(callee.node), 'class');
    return cls === null ? null : constructorOf(unit, cls, trail, true);
  }
  const fn = definedOnce(callee, trail) ?? instantiated(callee, trail) ?? ownClass(callee);
  if (fn === null || fn.node === callee.node) return null;
  if (isFunction(fn)) return fn;
  const cls = fn.unit.outline.scopeAt(fn.node);
  return cls?.kind === 'class' ? constructorOf(fn.unit, cls, trail) : null;
}

function definedOnce(place: Place, trail: Trail): Place | null {
  const origin = definitionOf(place, trail);
  return origin.kind === 'values' && origin.values.length === 1 ? (origin.values[0] ?? null) : null;
}

/** `Desk` of `Desk.new`, where a class is told to make an instance. */
function instantiated(callee: Place, trail: Trail): Place | null {
  const expression = expressionAt(callee);
  return expression.kind === 'member' && expression.name === 'new'
    ? definedOnce({ ...callee, node: expression.object }, trail)
    : null;
}

/** The class around, of `new self(…)` and `new Self(…)`. */
function ownClass({ unit, node }: Place): Place | null {
  const expression = expressionAt({ unit, node });
  if (expression.kind !== 'name' || !unit.language.self.has(expression.name)) return null;
  const cls = enclosing(unit.outline.scopeOf(node), 'class');
  return cls === null ? null : { unit, node: cls.node };
}

/** Whether a callee as written is the constructor of the class that the one around is derived from. */
export function isOfBase(callee: string): boolean {
  return /^(?:super|super\(\)\.__init__|parent::__construct)$/.test(callee);
}

/** What constructors are called, where they are not called like their class. */
export const constructors: readonly string[] = ['constructor', '__init__', '__construct', 'initialize'];

function constructorOf(unit: Unit, cls: Scope, trail: Trail, ofBase = false): Place | null {
  for (const name of [...constructors, ...(cls.name === null ? [] : [cls.name])]) {
    const origin = membersNamed(unit, cls, name, trail, ofBase);
    const fn = origin.kind === 'values' ? origin.values[0] : undefined;
    if (fn !== undefined && isFunction(fn)) return fn;
  }
  return hasParameters(cls) ? { unit, node: cls.node } : null;
}

/** `record Turn(Speaker Role, string Text)`: the head of the class is its constructor. */
function hasParameters({ names }: Scope): boolean {
  return [...names.values()].some((declarations) => declarations.some(({ kind }) => kind === 'parameter'));
}

function isFunction({ unit, node }: Place): boolean {
  return unit.language.scopes[node.kind] === 'function';
}

/** Names of the positional parameters of the function that a call calls, in order; that of the instance left out where the call does not write it. */
export function parametersFor(call: Place, fn: Place): readonly string[] {
  const expression = expressionAt(call);
  const byMember =
    expression.kind === 'call' &&
    (expression.constructs || expressionAt({ ...call, node: expression.callee }).kind === 'member');
  const parameters = parametersIn(fn);
  return byMember && fn.unit.language.self.has(parameters[0] ?? '') ? parameters.slice(1) : parameters;
}

/** Names of a function's parameters, in order. */
export function parametersIn({ unit, node }: Place): readonly string[] {
  const names = unit.outline.scopeAt(node)?.names ?? new Map<string, never>();
  return [...names.values()]
    .flat()
    .filter(({ kind, receiver }) => kind === 'parameter' && receiver !== true)
    .sort((a, b) => a.node.start - b.node.start)
    .map(({ name }) => name);
}
