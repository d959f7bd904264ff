import { nearest } from './nearest.ts';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonSchema = { readonly [key: string]: JsonValue };

/** Keys and indexes that lead from the outermost value to an inner one. */
export type ValuePath = readonly (string | number)[];

/** What is wrong with a value, or with the key it stands under. The message says what would be right. */
export interface ShapeProblem {
  readonly path: ValuePath;
  readonly message: string;
}

/** What a value must look like: reads it, and tells it as a JSON schema. */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** `null` when the value is wrong, which then is among the problems. */
  read(value: unknown, path: ValuePath, problems: ShapeProblem[]): { readonly value: T } | null;
}

/** A key of an object: required where `fallback` is absent. */
export interface Field<T> {
  readonly shape: Shape<T>;
  readonly text: string;
  readonly fallback?: { readonly value: T };
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Read<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

export function required<T>(shape: Shape<T>, text: string): Field<T> {
  return { shape, text };
}

export function optional<T>(shape: Shape<T>, text: string): Field<T | undefined> {
  return { shape, text, fallback: { value: undefined } };
}

export function option<T>(shape: Shape<T>, value: T, text: string): Field<T> {
  return { shape, text, fallback: { value } };
}

/**
 * @param wanted completes "must be …".
 * @param parse `undefined` when the value is wrong.
 */
export function scalar<T>(
  wanted: string,
  schema: JsonSchema,
  parse: (value: unknown) => T | undefined,
): Shape<T> {
  return {
    schema,
    read(value, path, problems) {
      const parsed = parse(value);
      return parsed === undefined ? wrong(path, wanted, value, problems) : { value: parsed };
    },
  };
}

/** @param shape of a single type: a text, a day. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return {
    schema: { ...shape.schema, type: [shape.schema['type'] ?? 'string', 'null'] },
    read: (value, path, problems) => (value === null ? { value: null } : shape.read(value, path, problems)),
  };
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema },
    read(value, path, problems) {
      if (!Array.isArray(value)) return wrong(path, 'a list', value, problems);
      const items = value.map((one: unknown, i) => item.read(one, [...path, i], problems));
      const read = items.filter((one) => one !== null);
      return read.length === items.length ? { value: read.map((one) => one.value) } : null;
    },
  };
}

/** Any names, all with values of one shape. The result has no prototype, so that no name finds anything but a value. */
export function record<T>(item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    schema: { type: 'object', additionalProperties: item.schema },
    read(value, path, problems) {
      if (!isObject(value)) return wrong(path, 'an object', value, problems);
      const before = problems.length;
      const entries = Object.create(null) as Record<string, T>;
      for (const [name, one] of Object.entries(value)) {
        if (name === '__proto__')
          problems.push({ path: [...path, name], message: `"__proto__" cannot be a name` });
        const read = item.read(one, [...path, name], problems);
        if (read !== null && name !== '__proto__') entries[name] = read.value;
      }
      return problems.length === before ? { value: entries } : null;
    },
  };
}

/** @param later keys that a later version will know, each with a sentence that says so. */
export function object<F extends Fields>(
  fields: F,
  later: Readonly<Record<string, string>> = {},
): Shape<Read<F>> {
  return {
    schema: objectSchema(fields),
    read(value, path, problems) {
      if (!isObject(value)) return wrong(path, 'an object', value, problems);
      const before = problems.length;
      for (const key of Object.keys(value)) {
        if (Object.hasOwn(fields, key)) continue;
        const message = Object.hasOwn(later, key) ? later[key] : undefined;
        problems.push({ path: [...path, key], message: message ?? unknownKey(key, Object.keys(fields)) });
      }
      const read: Record<string, unknown> = {};
      for (const [key, field] of Object.entries(fields)) {
        const found = readField(key, field, value, path, problems);
        if (found !== null && found.value !== undefined) read[key] = found.value;
      }
      // Every key has been read by the shape that gave it its type.
      return problems.length === before ? { value: read as Read<F> } : null;
    },
  };
}

/** How the keys of an object depend on each other. */
export interface KeyRules {
  readonly exactlyOne: readonly string[];
  readonly atLeastOne: readonly string[];
  /** A key → the key that has to be stated with it. */
  readonly together: Readonly<Record<string, string>>;
}

/** An object some of whose optional keys exclude or require each other. @param shape made by `object`. */
export function oneOfKeys<T extends object>(shape: Shape<T>, rules: KeyRules): Shape<T> {
  const required = (keys: readonly string[]) => keys.map((key) => ({ required: [key] }));
  const together = Object.entries(rules.together).map(([key, needed]) => [key, [needed]] as const);
  return {
    schema: {
      ...shape.schema,
      oneOf: required(rules.exactlyOne),
      anyOf: required(rules.atLeastOne),
      dependencies: Object.fromEntries(together),
    },
    read(value, path, problems) {
      const read = shape.read(value, path, problems);
      const message = read === null ? null : keyProblem(read.value, path, rules);
      if (message === null) return read;
      problems.push({ path, message });
      return null;
    },
  };
}

function keyProblem(
  value: object,
  path: ValuePath,
  { exactlyOne, atLeastOne, together }: KeyRules,
): string | null {
  const stated = (keys: readonly string[]) => keys.filter((key) => Object.hasOwn(value, key));
  const chosen = stated(exactlyOne);
  if (chosen.length === 0) return `"${show(path)}" needs one of ${exactlyOne.join(', ')}: state it`;
  if (chosen.length > 1) return `"${show(path)}" has ${chosen.join(' and ')}: keep one of them`;
  if (stated(atLeastOne).length === 0)
    return `"${show(path)}" needs at least one of ${atLeastOne.join(', ')}: state it`;
  const lonely = stated(Object.keys(together)).find((key) => stated([together[key] ?? key]).length === 0);
  return lonely === undefined
    ? null
    : `"${show(path)}" has "${lonely}" without "${together[lonely] ?? ''}": state it`;
}

/** What an object reads as when nothing is stated. @throws when a field has no fallback. */
export function fallbackOf<F extends Fields>(fields: F): Read<F> {
  const entries = Object.entries(fields).map(([key, { fallback }]) => {
    if (fallback === undefined) throw new Error(`${key} has no fallback`);
    return [key, fallback.value];
  });
  return Object.fromEntries(entries) as Read<F>;
}

function readField(
  key: string,
  { shape, fallback }: Field<unknown>,
  value: object,
  path: ValuePath,
  problems: ShapeProblem[],
): { readonly value: unknown } | null {
  const stated: unknown = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  if (stated !== undefined) return shape.read(stated, [...path, key], problems);
  if (fallback === undefined)
    problems.push({ path, message: `"${show([...path, key])}" is missing: state it` });
  return fallback ?? null;
}

function objectSchema(fields: Fields): JsonSchema {
  const properties = Object.entries(fields).map(([key, { shape, text, fallback }]) => {
    const stated = fallback?.value === undefined ? {} : { default: fallback.value as JsonValue };
    return [key, { ...shape.schema, description: text, ...stated }];
  });
  const needed = Object.keys(fields).filter((key) => fields[key]?.fallback === undefined);
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as JsonSchema,
    ...(needed.length === 0 ? {} : { required: needed }),
    additionalProperties: false,
  };
}

/** Adds "… must be …, not …" to the problems. @param wanted completes "must be …". */
export function wrong(path: ValuePath, wanted: string, value: unknown, problems: ShapeProblem[]): null {
  const what = path.length === 0 ? 'the configuration' : `"${show(path)}"`;
  problems.push({ path, message: `${what} must be ${wanted}, not ${shown(value)}` });
  return null;
}

function unknownKey(key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  if (near !== null) return `unknown key "${key}": did you mean "${near}"?`;
  return `unknown key "${key}": the keys here are ${known.filter((one) => !one.startsWith('$')).join(', ')}`;
}

function show(path: ValuePath): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${part}`))
    .join('');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
