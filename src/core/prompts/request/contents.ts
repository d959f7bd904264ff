import type { Place } from '../../source/workspace.ts';
import { constructed } from '../fields.ts';
import { literalText, onlyValue } from '../literals.ts';
import { entryOf, recordAt, type RecordSeen } from '../records.ts';
import { expressionAt, unwrap } from '../expressions.ts';
import { definitionOf } from '../resolve.ts';
import { sdks } from '../sdks/index.ts';
import type { Trail } from '../trail.ts';
import { isMark, markOf, type MarkSeen } from './marks.ts';
import { pictureOf, type Picture } from './picture.ts';

/** A part of a message's content, and the marks behind it. */
export interface PartSeen {
  readonly kind: 'text' | 'image' | 'other';
  /** Of a text the expression that makes it; else the whole part. */
  readonly place: Place;
  readonly marks: readonly MarkSeen[];
  /** Of a picture, where it is a record. */
  readonly picture?: Picture;
}

/** The texts of a content: one expression, or the text parts of a list. */
export function contentsAt(place: Place, trail: Trail): readonly Place[] {
  return textsIn(partsAt(place, trail));
}

export function textsIn(parts: readonly PartSeen[]): readonly Place[] {
  return parts.flatMap((part) => (part.kind === 'text' ? [part.place] : []));
}

/** The parts of a content, in order. */
export function partsAt(place: Place, trail: Trail): readonly PartSeen[] {
  const origin = definitionOf(place, trail);
  const [only, another] = origin.kind === 'values' ? origin.values : [];
  if (only === undefined || another !== undefined) return [text(place)];
  const expression = expressionAt(only);
  const appended = origin.kind === 'values' ? origin.appended : [];
  if (expression.kind === 'list')
    return trail.within('message', only.node, [], () => [
      ...partsOfItems(only, expression.items, trail),
      ...appended.flatMap((value) => partsAt(unwrap(value), trail)),
    ]);
  if (expression.kind === 'function' && recordAt(only) === null)
    return trail.within('message', only.node, [], () =>
      (only.unit.outline.returns.get(expression.node) ?? []).flatMap((node) =>
        partsAt({ ...only, node }, trail),
      ),
    );
  if (expression.kind === 'call')
    return trail.within('message', only.node, null, () => partsOfCall(only, trail)) ?? [text(place)];
  const record = recordAt(only);
  return record === null ? [text(place)] : partsOfRecord(record, trail);
}

function text(place: Place): PartSeen {
  return { kind: 'text', place, marks: [] };
}

/** A mark that stands as a block of its own belongs to the block before it. */
function partsOfItems(list: Place, items: readonly Place['node'][], trail: Trail): readonly PartSeen[] {
  const parts: PartSeen[] = [];
  for (const node of items) {
    const item = { ...list, node };
    const value = onlyValue(item, trail);
    const record = value === null ? null : recordAt(value);
    const mark = record !== null && isMark(record) ? markOf(record, trail) : null;
    if (mark === null) parts.push(...partsAt(item, trail));
    else parts.push(...marked(parts.splice(-1), mark));
  }
  return parts;
}

/** The same parts with a mark behind the last of them. */
export function marked(parts: readonly PartSeen[], mark: MarkSeen | null): readonly PartSeen[] {
  const last = parts.at(-1);
  if (mark === null || last === undefined) return parts;
  return [...parts.slice(0, -1), { ...last, marks: [...last.marks, mark] }];
}

function partsOfRecord(record: RecordSeen, trail: Trail): readonly PartSeen[] {
  const mark = markOf(record, trail);
  const own = entryOf(record, 'text', 'OfString') ?? valueOfText(record);
  if (own !== null) return marked([text(own)], mark);
  const parts = entryOf(record, 'parts', 'content');
  if (parts === null) return marked([pictureOrOther(record, record.place, trail)], mark);
  return marked(
    trail.within('message', record.place.node, [], () => partsAt(parts, trail)),
    mark,
  );
}

/** `{ type: 'text', value: '…' }`: https://developer.chrome.com/docs/ai/prompt-api, read 2026-11. */
function valueOfText(record: RecordSeen): Place | null {
  const type = entryOf(record, 'type');
  return type !== null && literalText(type) === 'text' ? entryOf(record, 'value') : null;
}

/** Entries by which a part without text shows that it is a picture. */
const pictures = ['image', 'image_url', 'input_image', 'inline_data'];

function pictureOrOther(record: RecordSeen, place: Place, trail: Trail): PartSeen {
  const kind = kindOf(record);
  return { kind, place, marks: [], ...(kind === 'image' && { picture: pictureOf(record, trail) }) };
}

function kindOf(record: RecordSeen): 'image' | 'other' {
  const type = entryOf(record, 'type');
  const said = type === null ? null : literalText(type);
  if (said !== null) return /image/.test(said) ? 'image' : 'other';
  return entryOf(record, ...pictures) === null && !/Image|Blob/.test(record.type ?? '') ? 'other' : 'image';
}

const partFunctions =
  /^(?:from_text|fromText|createPartFromText|createUserContent|createModelContent)$|^(?:new|make|create|build)?_?text_?(?:content|block|part)[a-z]*$/i;
const pictureFunctions = /^(?:from_bytes|fromBytes|from_uri|fromUri|createPartFrom(?:Uri|Base64))$/;

/** `Part.from_text("…")`, `TextPart(text="…")`; null where a call makes no part of a message. */
function partsOfCall(place: Place, trail: Trail): readonly PartSeen[] | null {
  const record = recordAt(place) ?? constructed(place);
  if (record !== null) {
    const own = entryOf(record, 'text');
    if (own !== null) return marked([text(own)], markOf(record, trail));
    return /(?:Part|Content|Image|Blob)\w*$/.test(record.type ?? '')
      ? [pictureOrOther(record, place, trail)]
      : null;
  }
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return null;
  const callee = expressionAt({ ...place, node: expression.callee });
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  if (pictureFunctions.test(name)) return [{ kind: 'image', place, marks: [] }];
  const [first] = expression.args;
  if (first === undefined || !(partFunctions.test(name) || isTextPart(place, expression.callee))) return null;
  return partsAt({ ...place, node: first.value }, trail);
}

function isTextPart({ unit }: Place, callee: Place['node']): boolean {
  const written = unit.text.slice(callee.start, callee.end);
  return sdks.some(({ textParts }) => textParts?.test(written) === true);
}
