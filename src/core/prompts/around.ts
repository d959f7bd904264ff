import type { Place } from '../source/workspace.ts';
import { expressionAt } from './expressions.ts';
import { modelAt, modelOfClass } from './model.ts';
import type { ModelUse } from './prompt.ts';
import { entryOf, recordAt, type RecordSeen } from './records.ts';
import type { Trail } from './trail.ts';

/** The key of the nearest record around that an expression stands under, however deep in lists; null where there is none. */
export function keyAround(place: Place): string | null {
  return recordAround(place)?.key ?? null;
}

/** The model that the body of a request names beside what it says: `{ model, messages: [{ role, content }] }`. */
export function modelBeside(place: Place, trail: Trail): ModelUse | null {
  let at: Place = place;
  for (let depth = 0; depth < deepestBody; depth++) {
    const around = recordAround(at);
    if (around === null) return null;
    const model = entryOf(around.record, 'model');
    if (model !== null && saysSomething.test(around.key)) return modelAt(model, trail);
    at = around.record.place;
  }
  return null;
}

const saysSomething =
  /^(?:messages|contents|input|prompt|system|instructions|(?:system|user)_?(?:prompt|message|instructions?))$/i;

/** The model that the class says is its own in whose body, or in a method of which, a text stands. */
export function modelOfClassAround({ unit, node }: Place, trail: Trail): ModelUse | null {
  const around = unit.outline.scopeOf(node);
  const cls = around.kind === 'function' ? around.parent : around;
  return cls?.kind === 'class' ? modelOfClass(unit, cls, trail) : null;
}

/** A message stands in a body, its parts in the message, a body perhaps in a request. */
const deepestBody = 4;

function recordAround({ unit, node }: Place): { record: RecordSeen; key: string } | null {
  let up = node.parent;
  for (let levels = 0; up !== null && levels < mostLevels; levels++, up = up.parent) {
    if (!mayBeRecord({ unit, node: up })) continue;
    const record = recordAt({ unit, node: up });
    const entry = record?.entries.find(({ value }) => value.start <= node.start && node.end <= value.end);
    if (record !== null && entry !== undefined && entry.key !== null) return { record, key: entry.key };
  }
  return null;
}

/** `Map.of("model", …)` is a call that writes a record. */
function mayBeRecord(place: Place): boolean {
  const { recordKinds, callKinds } = place.unit.language;
  const { kind } = place.node;
  return recordKinds.has(kind) || (callKinds.has(kind) && expressionAt(place).kind === 'record');
}

/** Nodes between an expression and the record that it stands in: pairs, lists, arguments. */
const mostLevels = 24;
