import { enclosing } from '../../source/outline.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { argumentNames } from '../argumentNames.ts';
import { isOfBase } from '../called.ts';
import { entryOf, recordAt } from '../records.ts';
import { expressionAt } from '../resolve.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Trail } from '../trail.ts';

/** Evidence by the form of a tool's definition wherever it stands: a name, a description and a schema of parameters. */
export function detectTools(unit: Unit, trail: () => Trail): Sighting[] {
  return [...schemas(unit, trail), ...toolClasses(unit, trail), ...madeTools(unit, trail)];
}

/** `super('find', 'Finds …')` in a class derived from one of tools, `new Tool('find', 'Finds …')`: by the names of the parameters. */
function madeTools(unit: Unit, trail: () => Trail): Sighting[] {
  return unit.outline.calls.flatMap((node) => {
    const call = { unit, node };
    if (!makesTool(call)) return [];
    const names = argumentNames(call, trail);
    if (!names.some(({ name }) => name === 'name')) return [];
    return names
      .filter(({ name }) => name === 'description')
      .flatMap(({ value }) => sitesOf({ unit, node: value }, trail()))
      .map((place) => sighting(place, 'message'));
  });
}

function makesTool({ unit, node }: Place): boolean {
  const expression = expressionAt({ unit, node });
  if (expression.kind !== 'call') return false;
  const { callee } = expression;
  const written = unit.text.slice(callee.start, Math.min(callee.end, callee.start + 80));
  if (!isOfBase(written)) return /(?:^|[\w.:\\])Tool(?:(?:::|\.)(?:new|make|create))?$/.test(written);
  const cls = enclosing(unit.outline.scopeOf(node), 'class');
  return cls !== null && unit.language.bases(cls.node, unit.text).some((base) => /Tool$/.test(base));
}

function schemas(unit: Unit, trail: () => Trail): Sighting[] {
  return [...unit.outline.records, ...unit.outline.calls].flatMap((node) => {
    const record = recordAt({ unit, node });
    if (record === null) return [];
    const description = entryOf(record, 'description', 'desc');
    const schema = entryOf(record, 'parameters', 'input_schema', 'args_schema', 'params_one_of');
    if (description === null || schema === null || entryOf(record, 'name') === null) return [];
    return sitesOf(description, trail()).map((place) => sighting(place, 'message'));
  });
}

/** `class X(BaseTool): description = "…"` and `@tool def x(): """…"""`. */
function toolClasses(unit: Unit, trail: () => Trail): Sighting[] {
  const { language, outline, text } = unit;
  return outline.declarations.flatMap(({ kind, node }) => {
    if (kind === 'function' && language.decorators(node, text).some((name) => /(?:^|[._])tool$/.test(name))) {
      const doc = language.docstring(node);
      return doc === null ? [] : [sighting({ unit, node: doc }, 'function')];
    }
    if (kind !== 'class' || !language.bases(node, text).some((base) => /Tool$/.test(base))) return [];
    const value = outline.scopeAt(node)?.names.get('description')?.[0]?.value;
    if (value === undefined || value === null) return [];
    return sitesOf({ unit, node: value }, trail()).map((place) => sighting(place, 'template-class'));
  });
}

function sighting(place: Place, found: Sighting['found']): Sighting {
  return {
    place,
    role: 'tool-description',
    found,
    confidence: 'high',
    sdk: null,
    model: null,
    placeholders: 'none',
  };
}
