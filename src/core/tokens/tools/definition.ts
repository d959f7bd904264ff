import type { JsonValue } from '../../shape.ts';

export type JsonObject = Readonly<Record<string, JsonValue>>;

/** A tool as its provider is told of it, whatever the SDK calls its parts. */
export interface Tool {
  readonly name: string;
  readonly description: string | null;
  /** A JSON schema; empty where the tool takes nothing. */
  readonly parameters: JsonObject;
}

/**
 * The tools that a definition stands for: one, or several for Gemini's list of declarations. Empty for what is no
 * definition by schema, such as a search tool that the provider runs itself: nobody publishes what those cost.
 */
export function toolsIn(definition: JsonValue): readonly Tool[] {
  const outer = objectOf(definition);
  if (outer === null) return [];
  const declarations = outer['functionDeclarations'] ?? outer['function_declarations'];
  if (Array.isArray(declarations)) return declarations.flatMap((one: JsonValue) => toolsIn(one));
  const inner = objectOf(outer['function'] ?? null) ?? objectOf(outer['toolSpec'] ?? null) ?? outer;
  const { name, description } = inner;
  if (typeof name !== 'string' || (outer['type'] !== undefined && !isCustom(outer))) return [];
  return [
    {
      name,
      description: typeof description === 'string' && description !== '' ? description : null,
      parameters: schemaOf(inner),
    },
  ];
}

export function objectOf(value: JsonValue): JsonObject | null {
  // `Array.isArray` does not see through a readonly array.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** Anthropic's own tools carry a type such as `web_search_20260209`, OpenAI's one such as `file_search`. */
function isCustom(tool: JsonObject): boolean {
  return tool['type'] === 'function' || tool['type'] === 'custom';
}

/** `parameters` (OpenAI, Gemini), `input_schema` (Anthropic), `inputSchema.json` (Bedrock), `inputSchema` (MCP). */
function schemaOf(tool: JsonObject): JsonObject {
  const schema = objectOf(
    tool['parameters'] ?? tool['input_schema'] ?? tool['inputSchema'] ?? tool['parameterDefinitions'] ?? null,
  );
  return objectOf(schema?.['json'] ?? null) ?? schema ?? {};
}
