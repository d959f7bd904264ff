import type { Declaration } from '../source/language.ts';
import { enclosing, type Scope } from '../source/outline.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place, Unit } from '../source/workspace.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { always, lastValues, meantAt, seenFrom } from './flow.ts';
import { itemsWritten, listGoneOver } from './goneOver.ts';
import { openModules } from './modules.ts';
import { lacks, parameterOrigin, typeOrigin, unknown, valueOf, type Origin } from './origin.ts';
import { classMade } from './made.ts';
import { lookupAt, valuesLookedUp, type Lookup } from './tables.ts';
import type { Trail } from './trail.ts';

const modules = openModules({ originOf, memberOfValue, definitionOf });

/** What a name means where it stands. */
export function originOfName(place: Place, name: string, trail: Trail): Origin {
  const found = meantAt(place, name);
  if (found === null)
    return (
      byItsName(place, name, trail) ??
      modules.ambient(place.unit, name, trail) ??
      modules.starImport(place.unit, name, trail)
    );
  return originOf(found.declarations, found.scope, place, trail);
}

/** A member of a base class, where members go by their names. */
function byItsName(place: Place, name: string, trail: Trail): Origin | null {
  const { outline } = place.unit;
  const cls = outline.membersByName ? enclosing(outline.scopeOf(place.node), 'class') : null;
  if (cls === null || !/^[\p{L}_]/u.test(name)) return null;
  const origin = inherited(place.unit, cls, name, trail);
  return origin.kind === 'unknown' ? null : origin;
}

/** What `object.name` means: an entry, a member of a class or an enumeration, an export of a module. */
export function originOfMember(place: Place, object: SyntaxNode, name: string, trail: Trail): Origin {
  return trail.within('member', place.node, unknown, () => {
    const { unit } = place;
    const holder = unwrap({ unit, node: object });
    const expression = expressionAt(holder);
    if (expression.kind === 'name' && unit.language.self.has(expression.name)) {
      const cls = enclosing(unit.outline.scopeOf(place.node), 'class');
      return cls === null ? unknown : membersOf(unit, cls, name, place, trail);
    }
    return memberOfValue(definitionOf(holder, trail), name, place, trail);
  });
}

function memberOfValue(origin: Origin, name: string, place: Place, trail: Trail): Origin {
  if (origin.kind === 'module') {
    if (origin.name !== '*') return { ...origin, name: `${origin.name}.${name}` };
    return modules.exported(origin.from, origin.module, name, trail);
  }
  if (origin.kind === 'parameter' || origin.kind === 'typed')
    return memberOfType(origin.type, name, place, trail);
  if (origin.kind !== 'values') return unknown;
  const [holder, another] = origin.values;
  if (holder === undefined) return unknown;
  if (another !== undefined) return memberOfAny(origin.values, name, place, trail);
  const expression = expressionAt(holder);
  if (expression.kind === 'choice') {
    const arms = expression.arms.map((node) => unwrap({ unit: holder.unit, node }));
    return memberOfAny(arms, name, place, trail);
  }
  if (expression.kind === 'record') {
    const entry = expression.entries.findLast((candidate) => candidate.key === name);
    return entry === undefined ? unknown : valueOf({ unit: holder.unit, node: entry.value });
  }
  const instance =
    expression.kind === 'call' ? definitionOf({ unit: holder.unit, node: expression.callee }, trail) : origin;
  if (instance.kind !== 'values' || instance.values[0] === undefined)
    return instance.kind === 'module' ? instance : unknown;
  const cls = instance.values[0];
  const scope = cls.unit.outline.scopeAt(cls.node);
  if (scope?.kind === 'class') return membersOf(cls.unit, scope, name, place, trail);
  if (scope?.kind === 'function' && expression.kind === 'call') return memberMade(cls, name, place, trail);
  const member = cls.unit.language.enumMember(cls.node, name, cls.unit.text);
  return member === null ? unknown : valueOf({ unit: cls.unit, node: member });
}

/** A member of what a function makes: of the records that it returns, or of what it says that it returns. */
function memberMade(fn: Place, name: string, place: Place, trail: Trail): Origin {
  const made = (fn.unit.outline.returns.get(fn.node) ?? []).map((node) => unwrap({ unit: fn.unit, node }));
  const written = made.length > 0 && made.every((one) => expressionAt(one).kind === 'record');
  const member = written ? memberOfAny(made, name, place, trail) : unknown;
  return member.kind === 'unknown' ? memberOfType(classMade(fn), name, place, trail) : member;
}

/** What each of several objects has under a name, or lacks; unknown where one cannot be seen, or may lead back here. */
function memberOfAny(holders: readonly Place[], name: string, place: Place, trail: Trail): Origin {
  const members = holders.flatMap((holder): Origin[] => {
    const origin = definitionOf(holder, trail);
    const [one, another] = origin.kind === 'values' ? origin.values : [];
    if (one !== undefined && lacks(expressionAt(one), name)) return [];
    const isSeveral = another !== undefined || (one !== undefined && expressionAt(one).kind === 'choice');
    return [isSeveral ? unknown : memberOfValue(origin, name, place, trail)];
  });
  const values = members.flatMap((member) => (member.kind === 'values' ? member.values : []));
  const seen = members.every((member) => member.kind === 'values' && member.appended.length === 0);
  return seen && values.length > 0 ? { kind: 'values', values, appended: [] } : unknown;
}

/** Follows names and members to what they were given; anything else is its own definition. */
export function definitionOf(place: Place, trail: Trail): Origin {
  const at = unwrap(place);
  const expression = expressionAt(at);
  const lookup = lookupAt(at, expression);
  if (lookup !== null) return lookedUp(at, lookup, trail);
  if (expression.kind !== 'name' && expression.kind !== 'member') return valueOf(at);
  return trail.within('resolve', at.node, unknown, () => {
    const origin =
      expression.kind === 'name'
        ? originOfName(at, expression.name, trail)
        : originOfMember(at, expression.object, expression.name, trail);
    const [only] = origin.kind === 'values' ? origin.values : [];
    if (
      origin.kind !== 'values' ||
      origin.values.length !== 1 ||
      origin.appended.length > 0 ||
      only === undefined
    )
      return origin;
    return only.node === at.node ? origin : definitionOf(only, trail);
  });
}

/** What a table that is written out has under a key; what cannot be seen is its own definition. */
function lookedUp(at: Place, lookup: Lookup, trail: Trail): Origin {
  return trail.within('resolve', at.node, unknown, () => {
    const values = valuesLookedUp(lookup, (place) => definitionOf(place, trail));
    if (values === null) return valueOf(at);
    const [only, another] = values;
    return only !== undefined && another === undefined
      ? definitionOf(only, trail)
      : { kind: 'values', values, appended: [] };
  });
}

function membersOf(unit: Unit, cls: Scope, name: string, place: Place, trail: Trail): Origin {
  const declarations = cls.names.get(name);
  return declarations === undefined
    ? inherited(unit, cls, name, trail)
    : originOf(declarations, cls, { ...place, unit }, trail);
}

/** What a member of a class means; with `ofBase` that of its base class, whatever the class itself declares. */
export function membersNamed(unit: Unit, cls: Scope, name: string, trail: Trail, ofBase = false): Origin {
  return ofBase
    ? inherited(unit, cls, name, trail)
    : membersOf(unit, cls, name, { unit, node: cls.node }, trail);
}

/** A member that a class does not declare itself is that of the first of its bases that has one. */
function inherited(unit: Unit, cls: Scope, name: string, trail: Trail): Origin {
  for (const written of unit.language.bases(cls.node, unit.text)) {
    const base = trail.within('extends', cls.node, unknown, () =>
      classNamed(written, { unit, node: cls.node }, trail),
    );
    const holder = base.kind === 'values' ? base.values[0] : undefined;
    const scope = holder?.unit.outline.scopeAt(holder.node);
    if (holder === undefined || scope?.kind !== 'class' || scope === cls) continue;
    const member = trail.within('base', scope.node, unknown, () =>
      membersOf(holder.unit, scope, name, { unit: holder.unit, node: scope.node }, trail),
    );
    if (member.kind !== 'unknown') return member;
  }
  return unknown;
}

/** What a class is called where it is extended: `Base`, `module.Base`, `Base<Kind>`. */
function classNamed(written: string, at: Place, trail: Trail): Origin {
  const [first = '', ...rest] = (/^\\?[\p{L}_$][\p{L}\p{N}_$.\\]*/u.exec(written)?.[0] ?? '').split('.');
  const origin = originOfName(at, first, trail);
  const named = rest.reduce<Origin>((holder, name) => memberOfValue(holder, name, at, trail), origin);
  const [only] = named.kind === 'values' ? named.values : [];
  return only === undefined ? named : definitionOf(only, trail);
}

function originOf(all: readonly Declaration[], scope: Scope, use: Place, trail: Trail): Origin {
  const { unit } = use;
  const visible = seenFrom(all, scope, use);
  const imported = visible.findLast((declaration) => declaration.from !== undefined);
  if (imported?.from !== undefined)
    return modules.exported(unit, imported.from.module, imported.from.name, trail);
  const last = lastValues(visible, use);
  const [only] = last.values.length === 1 ? last.values : [];
  if (only?.taken !== undefined) return takenOrigin(only.taken, use, trail);
  const item = only === undefined ? null : itemOrigin(only, unit, trail);
  if (item !== null) return item;
  if (only?.kind === 'parameter') return parameterOrigin(only, unit);
  const values = last.values.flatMap(({ value: node }) => (node === null ? [] : [{ unit, node }]));
  if (values.length === 0 || values.length < last.values.length) return typeOrigin(last.values, unit);
  return {
    kind: 'values',
    values,
    appended: last.appended.flatMap(({ value, node, at }) =>
      value === null ? [] : [{ unit, node: value, always: always(node, use), at }],
    ),
  };
}

/** What a name stands for that goes over the items of a list that is written out. */
function itemOrigin(declared: Declaration, unit: Unit, trail: Trail): Origin | null {
  const node = listGoneOver(declared, unit);
  const origin = node === null ? unknown : definitionOf({ unit, node }, trail);
  const [list, another] = origin.kind === 'values' && origin.appended.length === 0 ? origin.values : [];
  if (list === undefined || another !== undefined) return null;
  const values = itemsWritten(expressionAt(list)).map((item) => unwrap({ unit: list.unit, node: item }));
  const written = values.every((value) => expressionAt(value).kind !== 'spread');
  return written && values.length > 0 ? { kind: 'values', values, appended: [] } : null;
}

/** `const { name } = object` */
function takenOrigin({ object, name }: NonNullable<Declaration['taken']>, use: Place, trail: Trail): Origin {
  const of = { unit: use.unit, node: object };
  const origin = memberOfValue(definitionOf(of, trail), name, use, trail);
  return origin.kind === 'unknown' ? { ...origin, of } : origin;
}

/** A member of what a parameter is declared to be. */
function memberOfType(type: Place | null, name: string, place: Place, trail: Trail): Origin {
  if (type === null) return unknown;
  const origin = definitionOf(type, trail);
  const cls = origin.kind === 'values' ? origin.values[0] : undefined;
  const scope = cls?.unit.outline.scopeAt(cls.node);
  return cls === undefined || scope?.kind !== 'class'
    ? unknown
    : membersOf(cls.unit, scope, name, place, trail);
}
