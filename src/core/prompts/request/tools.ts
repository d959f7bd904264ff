import type { SyntaxNode } from '../../source/syntax.ts';
import type { Place } from '../../source/workspace.ts';
import { constructed } from '../fields.ts';
import { literalText, onlyValue } from '../literals.ts';
import { entryOf, recordAt, type RecordSeen } from '../records.ts';
import type { JsonValue } from '../request.ts';
import { expressionAt } from '../expressions.ts';
import { definitionOf } from '../resolve.ts';
import type { Trail } from '../trail.ts';
import { isRecord, jsonAt, type JsonSeen } from './json.ts';
import { isMark, markOf, type MarkSeen } from './marks.ts';

/** A tool that is offered to a model, as far as it can be followed. */
export interface ToolSeen {
  readonly place: Place;
  readonly name: string | null;
  readonly definition: JsonValue | null;
  readonly complete: boolean;
  /** The text that tells the model what it is for. */
  readonly description: Place | null;
  readonly marks: readonly MarkSeen[];
}

/** The tools of an argument: a list of definitions, an object with one per name, or a single one. Null: nobody sees how many. */
export function toolsAt(place: Place, trail: Trail): readonly ToolSeen[] | null {
  const origin = definitionOf(place, trail);
  const [only, another] = origin.kind === 'values' ? origin.values : [];
  if (origin.kind !== 'values' || only === undefined || another !== undefined) return null;
  if (origin.appended.some(({ always }) => !always)) return null;
  const given = trail.within('tool', only.node, null, () => toolsOf(only, trail));
  const added = origin.appended.map((value) => {
    const list = expressionAt(value).kind === 'list';
    return list ? toolsAt(value, trail) : toolsOfItem(value, null, trail);
  });
  return joined([given, ...added]);
}

function toolsOf(at: Place, trail: Trail): readonly ToolSeen[] | null {
  const expression = expressionAt(at);
  if (expression.kind === 'list')
    return withMarks(joined(expression.items.map((node) => toolsOfItem({ ...at, node }, null, trail))));
  if (expression.kind === 'concat')
    return joined(expression.operands.map((node) => toolsAt({ ...at, node }, trail)));
  const record = recordAt(at) ?? constructed(at);
  if (record === null) return null;
  if (definesTool(record)) return toolsOfItem(at, null, trail);
  const entries = record.entries.map(({ key, value }) => {
    const inner = { ...record.place, node: value };
    return key === null ? toolsAt(inner, trail) : toolsOfItem(inner, key, trail);
  });
  return joined(entries);
}

function definesTool(record: RecordSeen): boolean {
  const group = entryOf(record, 'function', 'toolSpec', 'functionDeclarations');
  const described = entryOf(record, 'name', 'description', 'inputSchema', 'parameters');
  const name = entryOf(record, 'name');
  return group !== null || (name !== null && described !== null && literalText(name) !== null);
}

function joined(lists: readonly (readonly ToolSeen[] | null)[]): readonly ToolSeen[] | null {
  return lists.every((list) => list !== null) ? lists.flat() : null;
}

/** A mark that stands as an item of its own belongs to the tool before it. */
function withMarks(tools: readonly ToolSeen[] | null): readonly ToolSeen[] | null {
  const out: ToolSeen[] = [];
  for (const tool of tools ?? []) {
    const last = out.at(-1);
    const alone = tool.description === null && tool.definition === null && tool.marks.length > 0;
    if (!alone) out.push(tool);
    else if (last !== undefined) out.splice(-1, 1, { ...last, marks: [...last.marks, ...tool.marks] });
  }
  return tools === null ? null : out;
}

/** One item of a list of tools, under the name it is given there. */
function toolsOfItem(place: Place, name: string | null, trail: Trail): readonly ToolSeen[] | null {
  const expression = expressionAt(place);
  if (expression.kind === 'spread') return toolsAt({ ...place, node: expression.inner }, trail);
  const only = onlyValue(place, trail);
  if (only === null) return [unknownTool(place, name)];
  const at = expressionAt(only);
  if (at.kind === 'list') return toolsAt(only, trail);
  const record = recordAt(only) ?? constructed(only);
  if (record !== null) return toolsOfRecord(record, name, trail);
  if (at.kind !== 'call') return [unknownTool(only, name ?? functionName(only))];
  return [toolOfCall(only, at.args[0]?.value, name, trail)];
}

function unknownTool(place: Place, name: string | null): ToolSeen {
  return { place, name, definition: null, complete: false, description: null, marks: [] };
}

function functionName({ unit, node }: Place): string | null {
  return unit.outline.scopeAt(node)?.name ?? null;
}

function toolsOfRecord(record: RecordSeen, name: string | null, trail: Trail): readonly ToolSeen[] | null {
  const group = entryOf(record, 'functionDeclarations');
  if (group !== null) return toolsAt(group, trail);
  const mark = markOf(record, trail);
  if (isMark(record) && mark !== null) return [{ ...unknownTool(record.place, null), marks: [mark] }];
  const inner = entryOf(record, 'function', 'toolSpec');
  const nested = inner === null ? null : recordOf(inner, trail);
  const tool = toolOf(nested ?? record, name, trail);
  const whole = nested === null || tool.definition === null ? null : wholeOf(record, trail);
  const around = whole === null ? {} : { definition: whole.value, complete: whole.complete };
  return [{ ...tool, ...around, place: record.place, marks: mark === null ? tool.marks : [mark] }];
}

function recordOf(place: Place, trail: Trail): RecordSeen | null {
  const only = onlyValue(place, trail);
  return only === null ? null : (recordAt(only) ?? constructed(only));
}

/** `tool({ description, inputSchema })`, `tool('name', 'description', schema)`. */
function toolOfCall(at: Place, first: SyntaxNode | undefined, name: string | null, trail: Trail): ToolSeen {
  if (first === undefined) return unknownTool(at, name);
  const argument = { ...at, node: first };
  const record = recordOf(argument, trail);
  if (record !== null) return { ...toolOf(record, name, trail), place: at };
  return unknownTool(at, name ?? literalText(argument));
}

const schemaNames = ['parameters', 'input_schema', 'inputJsonSchema', 'args_schema', 'schema'];

function toolOf(record: RecordSeen, name: string | null, trail: Trail): ToolSeen {
  const { place } = record;
  const description = entryOf(record, 'description');
  const given = entryOf(record, 'name');
  const called = (given === null ? null : textAt(given, trail)) ?? name;
  const mark = markOf(record, trail);
  const marks = mark === null ? [] : [mark];
  const plain = expressionAt(place).kind === 'record' && record.type === null && given !== null;
  const seen = (plain ? wholeOf(record, trail) : null) ?? composed(record, called, trail);
  const definition = seen?.value ?? null;
  return { place, name: called, definition, complete: seen?.complete ?? false, description, marks };
}

function textAt(place: Place, trail: Trail): string | null {
  const only = onlyValue(place, trail);
  return only === null ? null : literalText(only);
}

/** Entries that a definition has for the program or for the cache, and that the model does not see. */
const unsent = new Set(['cache_control', 'cacheControl', 'providerOptions', 'execute', 'handler', 'run']);

function wholeOf({ place }: RecordSeen, trail: Trail): JsonSeen | null {
  const seen = jsonAt(place, trail);
  if (seen === null || !isRecord(seen.value)) return null;
  const sent = Object.entries(seen.value).filter(([name]) => !unsent.has(name));
  return { value: Object.fromEntries(sent), complete: seen.complete };
}

/** What an SDK makes of a tool whose definition is not written as it is sent. */
function composed(record: RecordSeen, name: string | null, trail: Trail): JsonSeen | null {
  const description = entryOf(record, 'description');
  const schema = entryOf(record, 'inputSchema', ...schemaNames);
  const texts = description === null ? null : jsonAt(description, trail);
  const parameters = schema === null ? null : jsonAt(schema, trail);
  if (name === null || (description !== null && texts === null) || parameters === null) return null;
  return {
    value: { name, ...(texts !== null && { description: texts.value }), parameters: parameters.value },
    complete: parameters.complete && texts?.complete !== false,
  };
}
