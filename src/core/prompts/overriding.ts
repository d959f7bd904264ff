import { enclosing } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { parametersIn } from './called.ts';
import { expressionAt, unwrap } from './expressions.ts';
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
  const cls = enclosing(unit.outline.scopeOf(fn), 'class');
  const bases = cls === null ? [] : unit.language.bases(cls.node, unit.text).map(typeName);
  if (bases.length === 0) return null;
  const all = parametersIn({ unit, node: fn });
  return { bases, parameters: unit.language.self.has(all[0] ?? '') ? all.slice(1) : all };
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
  const origin = definitionOf(object, trail);
  if (origin.kind !== 'parameter' && origin.kind !== 'typed') return null;
  const { type } = origin;
  return type === null ? null : typeName(type.unit.text.slice(type.node.start, type.node.end));
}

/** Parameters that a method of one of several classes puts into a request, whichever of them it is. */
export interface Overridden {
  readonly parameters: readonly string[];
  readonly sinks: readonly Sink[];
}

/**
 * What the methods do that stand for one that a type only declares. Where they differ in the client or the model, there
 * is none to tell; where they differ in whose text it is, nobody's.
 */
export function overridden(methods: readonly FunctionSinks[], type: string): Overridden | null {
  const own = methods.filter(({ method }) => method?.bases.includes(type) === true).slice(0, mostClasses);
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
