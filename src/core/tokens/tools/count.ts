import type { ToolDefinition } from '../../prompts/request.ts';
import type { JsonValue } from '../../shape.ts';
import type { TokenCounter } from '../count.ts';
import type { Tokens } from '../tokens.ts';
import { objectOf, toolsIn } from './definition.ts';
import { toolFormOf, type ToolChoice } from './forms.ts';

/** A tool with what its definition costs on every call; `null` where it is not known. */
export interface CountedTool extends ToolDefinition {
  readonly tokens: Tokens | null;
}

/** What the tools of a request cost on every call. */
export interface ToolTokens {
  /** Of each definition, in order; `null` where it is not known. They need not add up to the whole. */
  readonly each: readonly (Tokens | null)[];
  /** Of all known definitions, with what the provider puts around and before them; `null` where there is none. */
  readonly all: Tokens | null;
  /** Part of `all`: what does not belong to any one tool. */
  readonly framing: number;
}

export interface ToolsSent {
  /** As the program sends them; `null` for one that nobody sees. */
  readonly definitions: readonly (JsonValue | null)[];
  readonly toolChoice: JsonValue | null;
  /** The known end of the system message; `null` where there is none. */
  readonly systemEnd: string | null;
}

export function countTools(
  { definitions, toolChoice, systemEnd }: ToolsSent,
  model: string | null,
  counter: TokenCounter,
): ToolTokens {
  const form = toolFormOf(model);
  const tools = definitions.map((definition) => (definition === null ? [] : toolsIn(definition)));
  const known = tools.flat();
  if (known.length === 0) return { each: tools.map(() => null), all: null, framing: 0 };
  const count = (text: string): number => counter.count(text, model).count;
  const each = tools.map((some) =>
    some.length === 0 ? null : unsure(counter.count(some.map(form.one).join(''), model), form.band, 0),
  );
  const choice = choiceOf(toolChoice, count);
  const systemBreak = systemEnd === null ? null : count(`${systemEnd}\n`) - count(systemEnd);
  const all = unsure(counter.count(form.all(known), model), form.band, form.beside({ choice, systemBreak }));
  const own = each.reduce((sum, one) => sum + (one?.count ?? 0), 0);
  return { each, all, framing: Math.max(all.count - own, 0) };
}

/** What a schema that the reply has to follow adds to the request, as OpenAI shows it; `null` where there is none, or nobody knows. */
export function countResponseFormat(
  format: JsonValue | null,
  model: string | null,
  counter: TokenCounter,
): Tokens | null {
  const form = toolFormOf(model);
  const outer = format === null ? null : objectOf(format);
  // Chat Completions has the schema in `json_schema`, Responses beside the type, its `text` around both.
  const stated = objectOf(outer?.['format'] ?? null) ?? outer;
  const named = objectOf(stated?.['json_schema'] ?? null) ?? stated;
  const schema = objectOf(named?.['schema'] ?? null);
  if (stated?.['type'] !== 'json_schema' || schema === null) return null;
  const name = typeof named?.['name'] === 'string' ? named['name'] : 'response';
  const text = `\n\n# Response Formats\n\n## ${name}\n\n${JSON.stringify(schema)}`;
  return unsure(counter.count(text, model), Math.max(form.band, responseBand), 0);
}

/** The form is Harmony's; whether other models are shown the same, nobody has published. */
const responseBand = 0.15;

/** OpenAI: `"auto"`, `"required"`, `{ type, function: { name } }`; Anthropic: `{ type: "any" }`, `{ type: "tool", name }`. */
function choiceOf(value: JsonValue | null, count: (text: string) => number): ToolChoice | null {
  const object = value === null ? null : objectOf(value);
  const name = objectOf(object?.['function'] ?? null)?.['name'] ?? object?.['name'];
  if (typeof name === 'string') return { kind: 'named', tokens: count(name) };
  const word = typeof value === 'string' ? value : object?.['type'];
  if (word === 'none' || word === 'auto') return { kind: word };
  return word === 'any' || word === 'required' ? { kind: 'any' } : null;
}

/** A count of a text that the provider may show otherwise. @param more tokens that are known for sure. */
function unsure(tokens: Tokens, band: number, more: number): Tokens {
  const certainty = tokens.certainty === 'exact' ? 'calibrated' : tokens.certainty;
  const count = tokens.count + more;
  const doubt = Math.hypot(tokens.band, band) * tokens.count;
  return { ...tokens, count, certainty, band: count <= 0 ? 0 : Math.round((doubt / count) * 1000) / 1000 };
}
