import type { JsonValue } from '../../shape.ts';
import { objectOf, type JsonObject, type Tool } from './definition.ts';

/** Schemas within schemas are followed this deep; a schema that holds itself ends there. */
const deepest = 30;
/** Descriptions are rendered on the outermost properties and on those one level in. */
const describedUpTo = 2;

export interface NamespaceOptions {
  /** Write `// default: …` behind a property that has one, as Harmony does. */
  readonly defaults: boolean;
}

/**
 * Tools as OpenAI shows them to its models: TypeScript declarations in a namespace.
 * @see https://cookbook.openai.com/articles/openai-harmony (2025-08-05) for the form since gpt-oss.
 */
export function namespaceForm(tools: readonly Tool[], options: NamespaceOptions): string {
  const declarations = tools.map((tool) => declarationOf(tool, options));
  return ['namespace functions {', ...declarations, '} // namespace functions'].join('\n\n');
}

/** One tool of the namespace. */
export function declarationOf({ name, description, parameters }: Tool, options: NamespaceOptions): string {
  const comment = description === null ? '' : `${commented(description)}\n`;
  if (propertiesOf(parameters).length === 0) return `${comment}type ${name} = () => any;`;
  return `${comment}type ${name} = (_: {\n${properties(parameters, 0, options)}\n}) => any;`;
}

function propertiesOf(schema: JsonObject): [string, JsonObject][] {
  const stated = objectOf(schema['properties'] ?? null) ?? {};
  return Object.entries(stated).map(([name, one]) => [name, objectOf(one) ?? {}]);
}

function properties(schema: JsonObject, indent: number, options: NamespaceOptions): string {
  const required = schema['required'];
  const isRequired = (name: string): boolean => Array.isArray(required) && required.includes(name);
  return propertiesOf(schema)
    .flatMap(([name, property]) => {
      const { description, default: fallback } = property;
      const ends = options.defaults && fallback !== undefined ? `, // default: ${plain(fallback)}` : ',';
      const line = `${name}${isRequired(name) ? '' : '?'}: ${typeOf(property, indent, options)}${ends}`;
      const isDescribed = typeof description === 'string' && description !== '' && indent < describedUpTo;
      return isDescribed ? [commented(description), line] : [line];
    })
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');
}

function typeOf(schema: JsonObject, indent: number, options: NamespaceOptions): string {
  if (indent > 2 * deepest) return 'any';
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(choices))
    return choices.map((choice: JsonValue) => typeOf(objectOf(choice) ?? {}, indent, options)).join(' | ');
  const { type, enum: values } = schema;
  if (Array.isArray(type))
    return type.map((one: JsonValue) => typeOf({ ...schema, type: one }, indent, options)).join(' | ');
  if (Array.isArray(values)) return values.map((value: JsonValue) => JSON.stringify(value)).join(' | ');
  if (type === 'array') return arrayOf(schema, indent, options);
  if (type === 'object' || (type === undefined && 'properties' in schema))
    return `{\n${properties(schema, indent + 2, options)}\n${' '.repeat(indent)}}`;
  return typeof type === 'string' && Object.hasOwn(scalars, type) ? (scalars[type] ?? 'any') : 'any';
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

function arrayOf(schema: JsonObject, indent: number, options: NamespaceOptions): string {
  const items = objectOf(schema['items'] ?? null);
  return items === null ? 'any[]' : `${typeOf(items, indent, options)}[]`;
}

function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => `// ${line}`)
    .join('\n');
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
