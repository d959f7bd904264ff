import type { Argument, Entry } from '../source/language.ts';
import type { Place } from '../source/workspace.ts';
import { fieldsAt, givenLater } from './fields.ts';
import { NamedPlaces, recordAt, type RecordSeen } from './records.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** Arguments by name, and whether some come in a way that cannot be followed. */
export interface Arguments {
  readonly args: NamedPlaces;
  readonly partial: boolean;
}

/**
 * Arguments by name: keywords, the entries of an object passed in their place, and positional ones that the table
 * gives a name.
 */
export function namedArguments(
  place: Place,
  args: readonly Argument[],
  parameters: readonly string[],
  trail: Trail,
): Arguments {
  const found = new NamedPlaces();
  let partial = false;
  const addRecord = (at: Place): boolean => {
    const origin = definitionOf(at, trail);
    const record = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
    const later = record === undefined ? [] : givenLater(at, record);
    const seen = record === undefined ? null : (recordAt(record) ?? emptyAt(record, later));
    if (seen === null) return false;
    if (isUsedBefore(at, seen.place)) partial = true;
    for (const { key, value } of [...seen.entries, ...later]) {
      const entry = { ...seen.place, node: value };
      if (key !== null) found.set(key, entry);
      else if (!trail.within('argument', value, false, () => addRecord(entry))) partial = true;
    }
    return true;
  };
  args.forEach((arg, i) => {
    const at = { ...place, node: arg.value };
    if (arg.name !== null) found.set(arg.name, at);
    else if (addRecord(at)) return;
    else if (!arg.spread && nameAt(parameters, i) !== null) found.set(nameAt(parameters, i) ?? '', at);
    else partial = true;
  });
  return { args: found, partial };
}

/** `array()`, which is a dictionary once it was given entries. */
function emptyAt(place: Place, later: readonly Entry[]): RecordSeen | null {
  const expression = expressionAt(place);
  const isEmpty = expression.kind === 'list' && expression.items.length === 0;
  return isEmpty && later.length > 0 ? { place, entries: [], type: null } : null;
}

/**
 * Whether a record that has a name is used by it before it is handed on: `options.stop = …`, `options["stop"] = …` and
 * `options.update(…)` give it entries that do not stand in it.
 */
function isUsedBefore(use: Place, { unit, node }: Place): boolean {
  const expression = expressionAt(unwrap(use));
  if (expression.kind !== 'name' || use.unit !== unit) return false;
  const between = unit.text.slice(node.end, Math.max(node.end, use.node.start));
  for (let at = between.indexOf(expression.name); at !== -1; at = between.indexOf(expression.name, at + 1)) {
    const isWord = !/[\w$]/.test(between.charAt(at - 1));
    if (
      isWord &&
      /^\s*(?:[.[]|\|=)/.test(between.slice(at + expression.name.length, at + expression.name.length + 20))
    )
      return true;
  }
  return false;
}

/** The name of a positional argument: `messages...` is that of every argument from there on. */
function nameAt(parameters: readonly string[], index: number): string | null {
  const last = parameters.at(-1);
  if (last?.endsWith('...') === true && index >= parameters.length - 1) return last.slice(0, -3);
  return parameters[index] ?? null;
}

/**
 * What stands at a path into the arguments, such as `config.systemInstruction` or `providers[]`.
 * A list after whose name no `[]` stands is handed on whole; `*` after the first name is each time it is given.
 */
export function argumentsAt(args: ReadonlyMap<string, Place>, path: string, trail: Trail): readonly Place[] {
  const [first = '', ...rest] = path.split('.');
  let at = rootsOf(args, first).flatMap((root) => items(root, first, trail));
  for (const part of rest)
    at = at.flatMap((place) =>
      fieldsAt(place, nameOf(part), trail).flatMap((field) => items(field, part, trail)),
    );
  return at;
}

function rootsOf(args: ReadonlyMap<string, Place>, first: string): readonly Place[] {
  if (first.endsWith('*') && args instanceof NamedPlaces) return args.all(first.slice(0, -1));
  const root = args.get(nameOf(first));
  return root === undefined ? [] : [root];
}

function nameOf(part: string): string {
  return part.endsWith('[]') ? part.slice(0, -2) : part;
}

function items(place: Place, part: string, trail: Trail): readonly Place[] {
  if (!part.endsWith('[]')) return [place];
  const origin = definitionOf(place, trail);
  return (origin.kind === 'values' ? origin.values : []).flatMap((value) => {
    const expression = expressionAt(value);
    return expression.kind === 'list' ? expression.items.map((node) => ({ ...value, node })) : [];
  });
}
