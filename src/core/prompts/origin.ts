import type { Declaration, Expression } from '../source/language.ts';
import type { Place, Unit } from '../source/workspace.ts';

/** Where the value of a name comes from. */
export type Origin =
  /** Every expression the name can stand for here. `appended` were added to it afterwards, in order. */
  | { readonly kind: 'values'; readonly values: readonly Place[]; readonly appended: readonly Appended[] }
  | {
      readonly kind: 'parameter';
      readonly name: string;
      readonly fallback: Place | null;
      /** The type it is declared with, as an expression that names it. */
      readonly type: Place | null;
      /** Where it is declared. */
      readonly declared: Place;
    }
  /** Something whose value nobody can see here, and whose declaration says what it is: a field of a class. */
  | { readonly kind: 'typed'; readonly type: Place }
  /** A module (`name` is `*`), or something of a module that is not the workspace's. `from` is the file that imports it. */
  | { readonly kind: 'module'; readonly from: Unit; readonly module: string; readonly name: string }
  /** `of` is what it was taken out of, where that is all that can be seen. */
  | { readonly kind: 'unknown'; readonly of?: Place };

/** Something added to a value after it was given; not always when it stands under a condition. */
export interface Appended extends Place {
  readonly always: boolean;
  /** See `Declaration.at`. */
  readonly at?: number | undefined;
}

export const unknown: Origin = { kind: 'unknown' };

export function valueOf(place: Place): Origin {
  return { kind: 'values', values: [place], appended: [] };
}

export function typeOrigin(declarations: readonly Declaration[], unit: Unit): Origin {
  const types = declarations.flatMap(({ node }) => unit.language.typeOf(node) ?? []);
  const [type] = types;
  return type === undefined ? unknown : { kind: 'typed', type: { unit, node: type } };
}

export function parameterOrigin({ name, value: fallback, node }: Declaration, unit: Unit): Origin {
  const type = unit.language.typeOf(node);
  return {
    kind: 'parameter',
    name,
    declared: { unit, node },
    fallback: fallback && { unit, node: fallback },
    type: type && { unit, node: type },
  };
}

/** What a module says that it gives under a name, else what it declares at its top. */
export function declarationsGiven(
  { outline: { exports, module } }: Unit,
  name: string,
): readonly Declaration[] | undefined {
  return (
    exports.get(name) ?? module.names.get(name) ?? (name === 'default' ? exports.get('export=') : undefined)
  );
}

/** Whether an object plainly has nothing under a name. */
export function lacks(expression: Expression, name: string): boolean {
  return expression.kind === 'record' && !expression.entries.some(({ key }) => key === null || key === name);
}
