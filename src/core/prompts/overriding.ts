import { enclosing } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { functionBehind, parametersIn } from './called.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { classMade } from './made.ts';
import { definitionOf } from './resolve.ts';
import type { FunctionSinks, Sink } from './sinks.ts';
import type { Trail } from './trail.ts';

/** Of a method: the types its class says it is one of, and what it takes. */
export interface Method {
  readonly bases: readonly string[];
  readonly parameters: readonly string[];
}

/** What a method's class and its parameters are; null for a function of no class that is derived from another type. */
export function methodAt(unit: Unit, fn: SyntaxNode): Method | null {
  if (unit.language.typesAreStructural === true && isMethod(unit, fn))
    return { bases: [anyType], parameters: parametersIn({ unit, node: fn }) };
  const cls = enclosing(unit.outline.scopeOf(fn), 'class');
  const bases = cls === null ? [] : unit.language.bases(cls.node, unit.text).map(typeName);
  if (bases.length === 0) return null;
  const all = parametersIn({ unit, node: fn });
  return { bases, parameters: unit.language.self.has(all[0] ?? '') ? all.slice(1) : all };
}

/** What a method's type is one of where types need not say so: of each that declares such a method. */
const anyType = '*';

function isMethod({ outline }: Unit, fn: SyntaxNode): boolean {
  const declared = [...(outline.scopeAt(fn)?.names.values() ?? [])].flat();
  return declared.some(({ receiver }) => receiver === true);
}

/** A type's own name, without its module and what it is a type of: `Model` of `llms.Model[str]`. */
function typeName(written: string): string {
  return (
    written
      .replace(/[[<(][^]*$/, '')
      .split(/[.\\:]/)
      .at(-1)
      ?.trim() ?? ''
  );
}

/** The name of the type that the object of a method's call is declared to be: the class around for `this`. */
export function declaredTypeOf(callee: Place, trail: Trail): string | null {
  const method = expressionAt(unwrap(callee));
  if (method.kind !== 'member') return null;
  const object = unwrap({ ...callee, node: method.object });
  const expression = expressionAt(object);
  if (expression.kind === 'name' && object.unit.language.self.has(expression.name))
    return enclosing(object.unit.outline.scopeOf(object.node), 'class')?.name ?? null;
  const type = typeOf(object, trail);
  if (object.unit.language.typesAreStructural === true)
    return type !== null && declaresOnly(type, method.name, trail) ? anyType : null;
  const own = type?.unit.outline.scopeAt(type.node) ?? null;
  if (own !== null) return own.name;
  return type === null ? null : typeName(type.unit.text.slice(type.node.start, type.node.end));
}

/** Whether a type of the workspace has a method that stands elsewhere: in what it is an interface of. */
function declaresOnly(type: Place, method: string, trail: Trail): boolean {
  const origin = definitionOf(type, trail);
  const [cls] = origin.kind === 'values' ? origin.values : [];
  const scope = cls === undefined ? null : cls.unit.outline.scopeAt(cls.node);
  return scope?.kind === 'class' && !scope.names.has(method);
}

/** The type that an object is declared with, or that the function which made it says it returns. */
function typeOf(object: Place, trail: Trail): Place | null {
  const origin = definitionOf(object, trail);
  if (origin.kind === 'parameter' || origin.kind === 'typed') return origin.type;
  const [made, another] = origin.kind === 'values' ? origin.values : [];
  const call = made === undefined || another !== undefined ? null : expressionAt(made);
  if (made === undefined || call?.kind !== 'call' || call.constructs) return null;
  const fn = functionBehind({ ...made, node: call.callee }, trail);
  return fn === null ? null : classMade(fn);
}

/** Parameters that a method of one of several classes puts into a request, whichever of them it is. */
export interface Overridden {
  readonly parameters: readonly string[];
  readonly sinks: readonly Sink[];
}

/**
 * What the methods do that stand for one that a type only declares. Where they differ in the client or the model, there
 * is none to tell; where they differ in whose text it is, nobody's.
 * @param given how many arguments the call has.
 */
export function overridden(
  methods: readonly FunctionSinks[],
  type: string,
  given: number,
): Overridden | null {
  const own = methods
    .filter(({ method }) => method?.bases.includes(type) === true)
    .filter(({ method }) => type !== anyType || method?.parameters.length === given)
    .slice(0, mostClasses);
  const [first] = own;
  if (first?.method === undefined) return null;
  const all = own.flatMap(({ sinks }) => sinks);
  const sinks = first.sinks.map((sink): Sink => {
    const same = all.filter(({ parameter }) => parameter === sink.parameter);
    const { as, sdk, model } = sink;
    return {
      ...sink,
      as: same.every((other) => other.as === as) ? as : 'unknown',
      sdk: same.every((other) => other.sdk === sdk) ? sdk : null,
      model: same.every((other) => other.model?.id === model?.id) ? model : null,
    };
  });
  return { parameters: first.method.parameters, sinks };
}

/** More classes than these that say the same are of a library. */
const mostClasses = 100;
