import type { Expression } from '../source/language.ts';
import type { SyntaxNode } from '../source/syntax.ts';
import type { Place } from '../source/workspace.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { literalText } from './literals.ts';
import type { Origin } from './origin.ts';

/** What is looked up in a table: `table[key]`, `table.get(key)`, `table.get(key, otherwise)`, and what other languages call that. */
export interface Lookup {
  readonly table: Place;
  readonly key: Place | null;
  /** What it is where the table has no such entry. */
  readonly otherwise: Place | null;
}

/** What an expression looks up; null where it looks nothing up. */
export function lookupAt(at: Place, expression: Expression): Lookup | null {
  const place = (node: SyntaxNode | undefined): Place | null => (node === undefined ? null : { ...at, node });
  if (expression.kind === 'entry')
    return { table: { ...at, node: expression.object }, key: place(expression.key), otherwise: null };
  if (expression.kind !== 'call' || expression.constructs) return null;
  const method = expressionAt({ ...at, node: expression.callee });
  const [key, otherwise] = expression.args;
  if (method.kind !== 'member' || !looksUp.has(method.name) || key === undefined) return null;
  return {
    table: { ...at, node: method.object },
    key: place(key.value),
    otherwise: place(otherwise?.value),
  };
}

/** The methods of several languages' tables, of which the second argument, where there is one, stands for what is not there. */
const looksUp: ReadonlySet<string> = new Set(['get', 'fetch', 'getOrDefault', 'GetValueOrDefault']);

/**
 * The values that a lookup can give: that of its key where that is written out, else every one of the table. Null where
 * not all of the table can be seen.
 * @param definition what a name or a member stands for.
 */
export function valuesLookedUp(
  { table, key, otherwise }: Lookup,
  definition: (place: Place) => Origin,
): readonly Place[] | null {
  const rows = rowsOf(only(definition(table)), definition);
  if (rows === null || rows.length === 0 || rows.length > mostRows) return null;
  const wanted = key === null ? null : keyOf(only(definition(key)));
  const found = wanted === null ? [] : rows.filter((row) => row.key === wanted).slice(-1);
  if (found.length > 0) return found.map(({ value }) => value);
  if (wanted !== null && rows.every((row) => row.key !== null)) return otherwise && [otherwise];
  return [...rows.map(({ value }) => value), ...(otherwise === null ? [] : [otherwise])];
}

interface Row {
  /** Null where it is computed. */
  readonly key: string | number | null;
  readonly value: Place;
}

/** A table of more rows than these is data. */
const mostRows = 200;

function only(origin: Origin): Place | null {
  if (origin.kind !== 'values' || origin.values.length !== 1 || origin.appended.length > 0) return null;
  return origin.values[0] ?? null;
}

function keyOf(place: Place | null): string | number | null {
  if (place === null) return null;
  const expression = expressionAt(unwrap(place));
  return expression.kind === 'number' ? expression.value : literalText(place);
}

function rowsOf(table: Place | null, definition: (place: Place) => Origin): readonly Row[] | null {
  if (table === null) return null;
  const at = unwrap(table);
  const expression = expressionAt(at);
  if (expression.kind === 'record') return rowsOfRecord(at, expression);
  if (expression.kind === 'list')
    return expression.items.some((node) => expressionAt({ ...at, node }).kind === 'spread')
      ? null
      : expression.items.map((node, key) => ({ key, value: { ...at, node } }));
  return expression.kind === 'call' ? rowsOfMap(at, expression, definition) : null;
}

/** What `...` brings in cannot be told from an entry with a computed key, unless that one writes its value out. */
function rowsOfRecord(
  at: Place,
  { entries }: Extract<Expression, { kind: 'record' }>,
): readonly Row[] | null {
  const rows = entries.map(({ key, value }) => ({ key, value: { ...at, node: value } }));
  return rows.every(({ key, value }) => key !== null || written.has(expressionAt(unwrap(value)).kind))
    ? rows
    : null;
}

const written: ReadonlySet<Expression['kind']> = new Set(['string', 'concat', 'tagged', 'function', 'list']);

/** `new Map([[key, value], …])`, `new Map(Object.entries(record))` */
function rowsOfMap(
  at: Place,
  { callee, args }: Extract<Expression, { kind: 'call' }>,
  definition: (place: Place) => Origin,
): readonly Row[] | null {
  const name = at.unit.text.slice(callee.start, Math.min(callee.end, callee.start + 20));
  const [first] = args;
  if (first === undefined) return null;
  const given = { ...at, node: first.value };
  if (name === 'Object.entries') return rowsOf(only(definition(given)), definition);
  if (name !== 'Map') return null;
  const pairs = only(definition(given));
  const expression = pairs === null ? null : expressionAt(unwrap(pairs));
  if (pairs === null || expression?.kind !== 'list') return rowsOf(pairs, definition);
  return rowsOfPairs(unwrap(pairs), expression.items);
}

function rowsOfPairs(at: Place, items: readonly SyntaxNode[]): readonly Row[] | null {
  const rows: Row[] = [];
  for (const node of items) {
    const pair = expressionAt(unwrap({ ...at, node }));
    const [key, value] = pair.kind === 'list' ? pair.items : [];
    if (key === undefined || value === undefined) return null;
    rows.push({ key: literalText({ ...at, node: key }), value: { ...at, node: value } });
  }
  return rows;
}
