import type { Expression } from '../../source/language.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import type { MessagesSeen } from '../messages.ts';
import { entryOf, recordAt } from '../records.ts';
import { definitionOf, expressionAt } from '../resolve.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Trail } from '../trail.ts';

/** The descriptions in a `tools` argument: a list of definitions, or an object with a definition per name. */
export function toolsAt(place: Place, trail: Trail): MessagesSeen {
  const origin = definitionOf(place, trail);
  const only = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
  const expression = only === undefined ? null : expressionAt(only);
  if (only === undefined || expression === null) return { messages: [], complete: false };
  const items = definitionsIn(expression);
  const described = items.map((node) => descriptionOf({ ...only, node }, trail));
  return {
    messages: described.flatMap((found) =>
      found === null ? [] : [{ role: 'tool-description' as const, contents: [found] }],
    ),
    complete: items.length > 0 && described.every((found) => found !== null),
  };
}

function definitionsIn(expression: Expression): readonly SyntaxNode[] {
  if (expression.kind === 'list') return expression.items;
  return expression.kind === 'record' ? expression.entries.map(({ value }) => value) : [];
}

/** The description in a tool's definition, in the forms of the OpenAI and Anthropic APIs and of `tool({…})`. */
function descriptionOf(place: Place, trail: Trail): Place | null {
  const origin = definitionOf(place, trail);
  const only = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
  if (only === undefined) return null;
  const expression = expressionAt(only);
  if (expression.kind === 'call' && recordAt(only) === null) {
    const [first] = expression.args;
    return first === undefined
      ? null
      : trail.within('message', only.node, null, () => descriptionOf({ ...only, node: first.value }, trail));
  }
  const record = recordAt(only);
  if (record === null) return null;
  const nested = entryOf(record, 'function');
  const inner =
    nested === null ? null : trail.within('message', nested.node, null, () => descriptionOf(nested, trail));
  return inner ?? entryOf(record, 'description');
}

/** Evidence by the form of a tool's definition wherever it stands: a name, a description and a schema of parameters. */
export function detectTools(unit: Unit, trail: () => Trail): Sighting[] {
  return [...schemas(unit, trail), ...toolClasses(unit, trail)];
}

function schemas(unit: Unit, trail: () => Trail): Sighting[] {
  return [...unit.outline.records, ...unit.outline.calls].flatMap((node) => {
    const record = recordAt({ unit, node });
    if (record === null) return [];
    const description = entryOf(record, 'description');
    const schema = entryOf(record, 'parameters', 'input_schema', 'args_schema');
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
