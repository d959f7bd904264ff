import type { Entry } from '../source/language.ts';
import { holderOf } from '../source/properties.ts';
import type { Place } from '../source/workspace.ts';
import { entryOf, plainName, recordAt, type RecordSeen } from './records.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import type { Trail } from './trail.ts';

/** What stands under a name in a value that has named parts: in itself, in what it spreads, in what it is written out from. */
export function fieldsAt(place: Place, name: string, trail: Trail): readonly Place[] {
  const origin = definitionOf(place, trail);
  if (origin.kind !== 'values') return [];
  return origin.values.flatMap((value) =>
    trail.within('argument', value.node, [], () => {
      const later = givenLater(place, value).findLast(
        ({ key }) => key !== null && plainName(key) === plainName(name),
      );
      return later === undefined ? fieldsOf(value, name, trail) : [{ ...place, node: later.value }];
    }),
  );
}

/** `body["messages"] = …`, `options.stop = …`: what an object that has a name was given between its making and its use. */
export function givenLater(use: Place, { unit, node: made }: Place): readonly Entry[] {
  const at = unwrap(use);
  if (expressionAt(at).kind !== 'name' || at.unit !== unit || made.end > at.node.start) return [];
  const name = unit.text.slice(at.node.start, at.node.end);
  if (!unit.text.slice(made.end, at.node.start).includes(name)) return [];
  return unit.outline.declarations.flatMap((given) => {
    const between =
      given.kind === 'property' && given.node.start >= made.end && given.node.end <= at.node.start;
    return between && given.value !== null && holderOf(given, unit.text) === name
      ? [{ key: given.name, value: given.value }]
      : [];
  });
}

function fieldsOf(value: Place, name: string, trail: Trail): readonly Place[] {
  const written = serialised(value);
  if (written !== null) return fieldsAt(written, name, trail);
  const record = recordAt(value) ?? constructed(value);
  if (record === null) return [];
  const own = entryOf(record, name);
  if (own !== null) return [own];
  const spread = record.entries.filter(({ key }) => key === null);
  return spread.flatMap((entry) => fieldsAt({ ...record.place, node: entry.value }, name, trail));
}

/** `GenerateContentConfig(system_instruction=…)`: an instance whose fields are all given by name. */
export function constructed(place: Place): RecordSeen | null {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind !== 'call' || expression.args.every(({ name }) => name === null)) return null;
  const callee = expressionAt({ ...at, node: expression.callee });
  const type = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  if (!/^[A-Z]/.test(type) && !expression.constructs) return null;
  const entries = expression.args.flatMap(({ name, value, spread }) =>
    name === null && !spread ? [] : [{ key: name, value }],
  );
  return { place: at, entries, type };
}

const serialisers =
  /(?:^|[.\\:])(?:JSON\.stringify|json\.(?:dumps|Marshal(?:Indent)?)|dumps|(?:wp_)?json_encode|Json(?:Convert\.SerializeObject|Serializer\.Serialize)|JSON\.generate|serde_json::to_(?:string(?:_pretty)?|vec|value)|writeValueAsString)$/;
/** What a body that is sent is made of, by the libraries of Go, C#, Java and Rust. */
const bodies =
  /(?:^|[.:])(?:bytes\.New(?:Buffer(?:String)?|Reader)|strings\.NewReader|StringContent|JsonContent\.Create|BodyPublishers\.ofString|Body::(?:from|wrap))$/;
const wrappers = /(?:^|\.)(?:encode|toString|from|TextEncoder\(\)\.encode)$/;

/** What a text or a body is the JSON of: `json.dumps(body).encode()` is of `body`. */
function serialised(place: Place): Place | null {
  const at = unwrap(place);
  const expression = expressionAt(at);
  if (expression.kind !== 'call') return null;
  const callee = at.unit.text.slice(expression.callee.start, expression.callee.end);
  const [first] = expression.args;
  if (serialisers.test(callee) || bodies.test(callee))
    return first === undefined ? null : { ...at, node: first.value };
  if (!wrappers.test(callee)) return null;
  const method = expressionAt({ ...at, node: expression.callee });
  const subject = first?.value ?? (method.kind === 'member' ? method.object : null);
  return subject === null ? null : serialised({ ...at, node: subject });
}
