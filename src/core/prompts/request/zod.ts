import type { Argument } from '../../source/language.ts';
import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place } from '../../source/workspace.ts';
import { calleeParts, modulesBehind } from '../calls.ts';
import { onlyValue } from '../literals.ts';
import { recordAt } from '../records.ts';
import type { JsonValue } from '../request.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import type { Trail } from '../trail.ts';
import type { ReadJson } from './schemas.ts';

/** A schema while its methods are read, from the inside out. */
interface Schema {
  readonly json: Readonly<Record<string, JsonValue>>;
  readonly optional: boolean;
  /** All of its texts are known. */
  readonly complete: boolean;
}

/** One link of the chain: `.min(1)`, `.object({…})`. */
interface Link {
  readonly name: string;
  readonly args: readonly Argument[];
  readonly at: Place;
}

/** Whether an expression is a schema of Zod: a chain of calls on what its module exports. */
export function isZod(place: Place, trail: Trail): boolean {
  const { parts, root } = calleeParts(rootOfChain(place));
  return (
    modulesBehind(root, trail).some((module) => /^(?:npm:)?zod(?:\/|$)/.test(module)) ||
    (parts.length === 1 && parts[0] === 'z')
  );
}

/**
 * A Zod schema as the JSON schema that Zod makes of it (https://zod.dev/json-schema, read 2026-11); null where it has a
 * kind that is not read here, so that no guess is sold as the schema.
 */
export function zodSchema(place: Place, trail: Trail, read: ReadJson): ReturnType<ReadJson> {
  const schema = schemaOf(place, trail, read);
  return schema === null ? null : { value: schema.json, complete: schema.complete };
}

function schemaOf(place: Place, trail: Trail, read: ReadJson): Schema | null {
  const only = onlyValue(place, trail);
  if (only === null) return null;
  return trail.within('tool', only.node, null, () => {
    let schema: Schema | null = null;
    for (const link of linksOf(only)) {
      if (schema === null) schema = begin(link, trail, read);
      else schema = next(schema, link, trail, read);
      if (schema === null) return null;
    }
    return schema;
  });
}

const longestChain = 40;

function linksOf(place: Place): Link[] {
  const links: Link[] = [];
  let at = unwrap(place);
  while (links.length < longestChain) {
    const expression = expressionAt(at);
    if (expression.kind !== 'call') break;
    const callee = expressionAt({ ...at, node: expression.callee });
    if (callee.kind !== 'member') break;
    links.unshift({ name: callee.name, args: expression.args, at });
    at = unwrap({ ...at, node: callee.object });
  }
  return links;
}

function rootOfChain(place: Place): Place {
  let at = unwrap(place);
  for (let links = 0; links < longestChain; links++) {
    const expression = expressionAt(at);
    if (expression.kind === 'call') at = unwrap({ ...at, node: expression.callee });
    else if (expression.kind === 'member') at = unwrap({ ...at, node: expression.object });
    else break;
  }
  return at;
}

const simple: Readonly<Record<string, Readonly<Record<string, JsonValue>>>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  int: { type: 'integer' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  any: {},
  unknown: {},
  date: { type: 'string', format: 'date-time' },
  email: { type: 'string', format: 'email' },
  url: { type: 'string', format: 'uri' },
  uuid: { type: 'string', format: 'uuid' },
};

function plain(json: Schema['json'], complete = true): Schema {
  return { json, optional: false, complete };
}

/** The first call of a chain, which says what kind of schema it is. */
function begin({ name, args, at }: Link, trail: Trail, read: ReadJson): Schema | null {
  if (Object.hasOwn(simple, name)) return plain(simple[name] ?? {});
  const [first, second] = args.map(({ value }) => ({ ...at, node: value }));
  if (first === undefined) return null;
  if (name === 'object' || name === 'strictObject') return objectOf(first, trail, read);
  if (name === 'array') {
    const items = schemaOf(first, trail, read);
    return items && plain({ type: 'array', items: items.json }, items.complete);
  }
  if (name === 'union' || name === 'discriminatedUnion')
    return unionOf(name === 'union' ? first : (second ?? first), trail, read);
  if (name === 'record') {
    const value = schemaOf(second ?? first, trail, read);
    return value && plain({ type: 'object', additionalProperties: value.json }, value.complete);
  }
  if (name === 'optional' || name === 'nullable') {
    const inner = schemaOf(first, trail, read);
    return inner && next(inner, { name, args: [], at }, trail, read);
  }
  const given = read(first, trail);
  if (given === null) return null;
  if (name === 'literal') return plain({ type: typeOf(given.value), const: given.value }, given.complete);
  if (name !== 'enum' || !Array.isArray(given.value)) return null;
  return plain({ type: 'string', enum: given.value as readonly JsonValue[] }, given.complete);
}

function typeOf(value: JsonValue): string {
  return value === null ? 'null' : typeof value;
}

function objectOf(place: Place, trail: Trail, read: ReadJson): Schema | null {
  const only = onlyValue(place, trail);
  const record = only === null ? null : recordAt(only);
  if (record === null) return null;
  const properties: [string, JsonValue][] = [];
  const required: string[] = [];
  let complete = true;
  for (const { key, value } of record.entries) {
    const schema = key === null ? null : schemaOf({ ...record.place, node: value }, trail, read);
    if (key === null || schema === null) return null;
    properties.push([key, schema.json]);
    if (!schema.optional) required.push(key);
    complete &&= schema.complete;
  }
  return plain(
    {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    },
    complete,
  );
}

function unionOf(place: Place, trail: Trail, read: ReadJson): Schema | null {
  const only = onlyValue(place, trail);
  const expression = only === null ? null : expressionAt(only);
  if (only === null || expression?.kind !== 'list') return null;
  const arms = expression.items.map((node: SyntaxNode) => schemaOf({ ...only, node }, trail, read));
  if (!arms.every((arm) => arm !== null)) return null;
  return plain(
    { anyOf: arms.map(({ json }) => json) },
    arms.every(({ complete }) => complete),
  );
}

/** Methods that change nothing of what the schema says. */
const silent =
  /^(?:strict|strip|passthrough|loose|trim|toLowerCase|toUpperCase|refine|superRefine|transform|readonly|brand|pipe|check|catch)$/;

/** Methods that add one entry: its name for texts, numbers and lists. */
const limits: Readonly<Record<string, { readonly [type: string]: string }>> = {
  min: { string: 'minLength', number: 'minimum', integer: 'minimum', array: 'minItems' },
  max: { string: 'maxLength', number: 'maximum', integer: 'maximum', array: 'maxItems' },
  gte: { number: 'minimum', integer: 'minimum' },
  lte: { number: 'maximum', integer: 'maximum' },
  gt: { number: 'exclusiveMinimum', integer: 'exclusiveMinimum' },
  lt: { number: 'exclusiveMaximum', integer: 'exclusiveMaximum' },
  describe: { '*': 'description' },
  default: { '*': 'default' },
};

/** A further call of a chain. */
function next(schema: Schema, { name, args, at }: Link, trail: Trail, read: ReadJson): Schema | null {
  const { json } = schema;
  if (silent.test(name)) return schema;
  if (name === 'optional' || name === 'nullish') return { ...schema, optional: true };
  if (name === 'nullable') return { ...schema, json: { anyOf: [json, { type: 'null' }] } };
  if (name === 'array') return { ...schema, json: { type: 'array', items: json } };
  if (name === 'int') return { ...schema, json: { ...json, type: 'integer' } };
  if (name === 'positive') return { ...schema, json: { ...json, exclusiveMinimum: 0 } };
  if (name === 'nonnegative') return { ...schema, json: { ...json, minimum: 0 } };
  if (name === 'nonempty') return { ...schema, json: { ...json, minItems: 1 } };
  if (Object.hasOwn(simple, name) && json.type === 'string')
    return { ...schema, json: { ...json, ...simple[name] } };
  const type = typeof json.type === 'string' ? json.type : '';
  const limit = Object.hasOwn(limits, name) ? limits[name] : undefined;
  const entry = limit?.[type] ?? limit?.['*'];
  const [first] = args;
  const value = first === undefined ? null : read({ ...at, node: first.value }, trail);
  if (entry === undefined || value === null) return null;
  return {
    json: { ...json, [entry]: value.value },
    optional: schema.optional || name === 'default',
    complete: schema.complete && value.complete,
  };
}
