import type { Declaration } from '../../source/language.ts';
import { enclosing } from '../../source/outline.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place, Unit } from '../../source/workspace.ts';
import { argumentNames } from '../argumentNames.ts';
import { isOfBase } from '../called.ts';
import { constructed } from '../fields.ts';
import { itself, type Memory } from '../memory.ts';
import { entryOf, recordAt, type RecordSeen } from '../records.ts';
import { expressionAt } from '../expressions.ts';
import type { Sighting } from '../sighting.ts';
import { sitesOf } from '../sites.ts';
import type { Trail } from '../trail.ts';

/** Evidence by the form of a tool's definition wherever it stands: a name, a description and a schema of parameters. */
export function detectTools(unit: Unit, memory: Memory, trail: () => Trail): Sighting[] {
  const { calls, records, declarations } = unit.outline;
  const schema = (node: SyntaxNode) => schemaAt({ unit, node }, trail);
  return [
    ...memory.flatMap('records of tools', records, itself, schema),
    ...memory.flatMap('calls of tools', calls, itself, schema),
    ...memory.flatMap(
      'tools declared',
      declarations,
      ({ node }) => node,
      (declaration) => toolDeclared(unit, declaration, trail),
    ),
    ...memory.flatMap('tools made', calls, itself, (node) => madeTool({ unit, node }, trail)),
    ...memory.flatMap('functions described', calls, itself, (node) =>
      describedFunction({ unit, node }, trail),
    ),
  ];
}

/** `super('find', 'Finds …')` in a class derived from one of tools, `new Tool('find', 'Finds …')`: by the names of the parameters. */
function madeTool(call: Place, trail: () => Trail): Sighting[] {
  if (!makesTool(call)) return [];
  const names = argumentNames(call, trail);
  if (!names.some(({ name }) => name === 'name')) return [];
  return names
    .filter(({ name }) => name === 'description')
    .flatMap(({ value }) => sitesOf({ unit: call.unit, node: value }, trail()))
    .map((place) => sighting(place, 'message'));
}

/** An attribute over a function whose text models read, see `Language.describing`. */
function describedFunction({ unit, node }: Place, trail: () => Trail): Sighting[] {
  const { describing: rule, scopes } = unit.language;
  if (rule === undefined || node.kind !== rule.kind) return [];
  const owner = node.parent?.parent;
  if (owner === undefined || owner === null || scopes[owner.kind] !== 'function') return [];
  const expression = expressionAt({ unit, node });
  if (expression.kind !== 'call') return [];
  const {
    callee,
    args: [text],
  } = expression;
  const opened = (unit.outline.module.names.get('*') ?? []).flatMap(({ from }) => from?.module ?? []);
  if (unit.text.slice(callee.start, callee.end) !== rule.name || !opened.includes(rule.module)) return [];
  if (text === undefined || opened.some((module) => rule.otherReaders.test(module))) return [];
  return sitesOf({ unit, node: text.value }, trail()).map((place) => ({
    ...sighting(place, 'function'),
    confidence: 'medium',
  }));
}

function makesTool({ unit, node }: Place): boolean {
  const expression = expressionAt({ unit, node });
  if (expression.kind !== 'call') return false;
  const { callee } = expression;
  const written = unit.text.slice(callee.start, Math.min(callee.end, callee.start + 80));
  if (!isOfBase(written))
    return /(?:^|[\w.:\\])Tool(?:Definition)?(?:(?:::|\.)(?:new|make|create))?$/.test(written);
  const cls = enclosing(unit.outline.scopeOf(node), 'class');
  return cls !== null && unit.language.bases(cls.node, unit.text).some((base) => /Tool$/.test(base));
}

function schemaAt(place: Place, trail: () => Trail): Sighting[] {
  const record = recordAt(place) ?? constructed(place);
  if (record === null) return [];
  const description = entryOf(record, 'description', 'desc');
  if (description === null || entryOf(record, 'name') === null || !takesArguments(record)) return [];
  return sitesOf(description, trail()).map((site) => sighting(site, 'message'));
}

/** It says what it takes: as its parameters, as a schema of what its function takes, or as properties that have a type. */
function takesArguments(record: RecordSeen): boolean {
  if (entryOf(record, 'parameters', 'input_schema', 'args_schema', 'params_one_of') !== null) return true;
  const runs = entryOf(record, 'func', 'function', 'execute', 'handler', 'run', 'invoke', 'call', 'callback');
  if (runs !== null && entryOf(record, 'schema', 'args') !== null) return true;
  const properties = entryOf(record, 'properties');
  const [first] = properties === null ? [] : (recordAt(properties)?.entries ?? []);
  const property =
    properties === null || first === undefined ? null : recordAt({ ...properties, node: first.value });
  return property !== null && entryOf(property, 'type') !== null && entryOf(property, 'description') !== null;
}

/** `class X(BaseTool): description = "…"`, `func (t XTool) Description() string` and `@tool def x(): """…"""`. */
function toolDeclared(unit: Unit, { kind, node }: Declaration, trail: () => Trail): Sighting[] {
  const { language, outline, text } = unit;
  if (kind === 'function' && language.decorators(node, text).some((name) => /(?:^|[._])tool$/.test(name))) {
    const doc = language.docstring(node);
    return doc === null ? [] : [sighting({ unit, node: doc }, 'function')];
  }
  const scope = kind === 'class' ? outline.scopeAt(node) : null;
  if (scope === null) return [];
  const called = [scope.name ?? '', ...language.bases(node, text)];
  const isNamed = called.some((name) => /(?:Tool|AIFunction)(?:[[<].*)?$/.test(name));
  if (!isNamed && !hasToolsForm(scope.names) && !isChainTool(unit, scope.names)) return [];
  return descriptions
    .flatMap((name) => scope.names.get(name)?.find(({ value }) => value !== null)?.value ?? [])
    .flatMap((value) => outline.returns.get(value) ?? [value])
    .flatMap((text) => sitesOf({ unit, node: text }, trail()))
    .map((place) => sighting(place, 'template-class'));
}

/** Members of a tool that tell what it is for, as a text or as a method that returns one. */
const descriptions: readonly string[] = ['description', 'Description', 'getDescription'];

/** A class that tells its name and the schema of its parameters beside its description, whatever it is derived from. */
function hasToolsForm(names: ReadonlyMap<string, readonly Declaration[]>): boolean {
  let named = false;
  let schema = false;
  for (const name of names.keys()) {
    named ||= /^(?:tool_?)?name$/i.test(name);
    schema ||=
      /^(?:(?:json|input|params?|parameters?|arguments?|args)_?schema|parameters|input_?type)$/i.test(name);
  }
  return named && schema;
}

/** The interface of https://pkg.go.dev/github.com/tmc/langchaingo/tools#Tool, read 2026-11: types need not name it. */
function isChainTool({ text }: Unit, names: ReadonlyMap<string, unknown>): boolean {
  return ['Name', 'Description', 'Call'].every((name) => names.has(name)) && text.includes('tmc/langchaingo');
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
