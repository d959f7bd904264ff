import type { Entry } from '../../source/language.ts';
import type { Place } from '../../source/workspace.ts';
import { evaluate, isWritten } from '../evaluate.ts';
import { onlyValue } from '../literals.ts';
import { recordAt } from '../records.ts';
import type { JsonValue } from '../request.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import { knownText } from '../segments.ts';
import type { Trail } from '../trail.ts';
import { schemaAt } from './schemas.ts';

/** A value, and whether all of it is known: a text may have parts that only the running program knows. */
export interface JsonSeen {
  readonly value: JsonValue;
  readonly complete: boolean;
}

/** What an expression stands for when it is written out as JSON; null where its shape is not known. */
export function jsonAt(place: Place, trail: Trail): JsonSeen | null {
  const only = onlyValue(place, trail);
  return only === null ? null : trail.within('json', only.node, null, () => jsonOf(only, trail));
}

function jsonOf(at: Place, trail: Trail): JsonSeen | null {
  const expression = expressionAt(at);
  if (isWritten(at)) return textOf(at, trail);
  if (expression.kind === 'number') return whole(expression.value);
  if (expression.kind === 'constant') return whole(expression.value);
  if (expression.kind === 'list') return listOf(at, expression.items, trail);
  if (expression.kind === 'call') return schemaAt(at, trail, jsonAt);
  if (expression.kind === 'other') return negative(at);
  const record = expression.kind === 'record' ? recordAt(at) : null;
  if (record === null || !plainTypes.test(record.type ?? '')) return null;
  return recordOf(record.place, record.entries, trail);
}

/** Objects and maps; what a class makes of its fields is its own affair. */
const plainTypes = /^$|^map\b|Map$|^Dictionary|^JSONObject$|^array$/;

function whole(value: JsonValue): JsonSeen {
  return { value, complete: true };
}

function negative({ unit, node }: Place): JsonSeen | null {
  const written = unit.text.slice(node.start, Math.min(node.end, node.start + 40));
  return /^-\d+(?:\.\d+)?$/.test(written) ? whole(Number(written)) : null;
}

function textOf(at: Place, trail: Trail): JsonSeen {
  const segments = evaluate(at, trail);
  const known = segments.every((segment) => segment.kind === 'text' || segment.arms?.length === 1);
  return { value: knownText(segments), complete: known };
}

function listOf(at: Place, items: readonly Place['node'][], trail: Trail): JsonSeen | null {
  const value: JsonValue[] = [];
  let complete = true;
  for (const node of items) {
    const item = expressionAt({ ...at, node });
    const spread = item.kind === 'spread';
    const seen = jsonAt({ ...at, node: spread ? item.inner : node }, trail);
    if (seen === null || (spread && !Array.isArray(seen.value))) return null;
    if (spread) for (const one of seen.value as readonly JsonValue[]) value.push(one);
    else value.push(seen.value);
    complete &&= seen.complete;
  }
  return { value, complete };
}

function recordOf(at: Place, entries: readonly Entry[], trail: Trail): JsonSeen | null {
  const found = new Map<string, JsonValue>();
  let complete = true;
  for (const { key, value } of entries) {
    const place = { ...at, node: value };
    if (key !== null && isLeftOut(place)) continue;
    const seen = jsonAt(place, trail);
    if (seen === null) return null;
    if (key !== null) found.set(key, seen.value);
    else if (!isSpread(place) || !isRecord(seen.value)) return null;
    else for (const [name, inner] of Object.entries(seen.value)) found.set(name, inner);
    complete &&= seen.complete;
  }
  return { value: Object.fromEntries(found), complete };
}

/** Functions and `undefined` are not written out. */
function isLeftOut(place: Place): boolean {
  const at = unwrap(place);
  const { kind } = expressionAt(at);
  return kind === 'function' || at.node.kind === 'undefined';
}

/** An entry without a key is a spread, or has a key that is computed. */
function isSpread({ unit, node }: Place): boolean {
  return node.parent !== null && expressionAt({ unit, node: node.parent }).kind === 'spread';
}

export function isRecord(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
