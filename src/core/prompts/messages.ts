import type { Expression } from '../source/language.ts';
import type { Place } from '../source/workspace.ts';
import { namedArguments } from './arguments.ts';
import { keyAround } from './around.ts';
import { calleeParts, modulesBehind } from './calls.ts';
import { isWritten } from './evaluate.ts';
import { constructed } from './fields.ts';
import { literalText, onlyValue } from './literals.ts';
import { ownMessageAt } from './ownMessages.ts';
import type { Role } from './prompt.ts';
import { entryOf, recordAt, type RecordSeen } from './records.ts';
import { marked, partsAt, textsIn, type PartSeen } from './request/contents.ts';
import { markOf } from './request/marks.ts';
import { expressionAt, unwrap } from './expressions.ts';
import { definitionOf } from './resolve.ts';
import { roleNamed, roleText } from './roleNames.ts';
import type { Sdk } from './sdk.ts';
import { sdks } from './sdks/index.ts';
import type { Trail } from './trail.ts';

/** One message of a request: whose it is, and the expressions that make up its text. */
export interface MessageSeen {
  /** The message as it is written. */
  readonly place: Place;
  readonly role: Role;
  readonly parts: readonly PartSeen[];
  /** The texts among the parts. */
  readonly contents: readonly Place[];
  /** It stands for any number of messages that cannot be seen. */
  readonly many: boolean;
  /** False where it is sent under a condition only. */
  readonly always: boolean;
}

/** A message of one role with that content; null has none that is known. */
export function messageOf(role: Role, place: Place, content: Place | null, trail: Trail): MessageSeen {
  return madeOf(role, place, content === null ? [] : partsAt(content, trail));
}

function madeOf(role: Role, place: Place, parts: readonly PartSeen[]): MessageSeen {
  return { place, role, parts, contents: textsIn(parts), many: false, always: true };
}

/** What stands for messages that cannot be seen. */
function unseen(place: Place): MessagesSeen {
  const parts = [{ kind: 'text' as const, place, marks: [] }];
  return {
    messages: [{ place, role: 'unknown', parts, contents: [], many: true, always: true }],
    complete: false,
  };
}

export interface MessagesSeen {
  readonly messages: readonly MessageSeen[];
  /** Every message of the list was seen. */
  readonly complete: boolean;
}

/** What a `messages` argument says: a list, several lists added up, one message, or a text of the user. */
export function messagesAt(place: Place, trail: Trail): MessagesSeen {
  const origin = definitionOf(place, trail);
  if (origin.kind !== 'values') return unseen(place);
  const seen = origin.values.map((value) =>
    trail.within('message', value.node, unseen(value), () => messagesOfValue(value, trail)),
  );
  const [only, another] = seen;
  const given = another === undefined ? (only?.messages ?? []) : sometimes(seen);
  const messages = [...given];
  let complete = seen.length === 1 && seen.every((one) => one.complete);
  for (const value of origin.appended) {
    const more = trail.within('message', value.node, unseen(value), () => addedAt(value, trail));
    const added = value.always ? more.messages : sometimes([more]);
    messages.splice(value.at ?? messages.length, 0, ...added);
    complete &&= more.complete;
  }
  return { messages, complete };
}

/** What is added to a list: one message, or all those of another list. */
function addedAt(value: Place, trail: Trail): MessagesSeen {
  const expression = expressionAt(unwrap(value));
  if (expression.kind === 'spread') return messagesAt({ ...value, node: expression.inner }, trail);
  if (expression.kind !== 'name' && expression.kind !== 'member')
    return messagesOfValue(unwrap(value), trail);
  const one = itemAt(value, trail);
  return one === null ? messagesAt(value, trail) : { messages: [one], complete: true };
}

function sometimes(seen: readonly MessagesSeen[]): MessageSeen[] {
  return seen.flatMap(({ messages }) => messages.map((message) => ({ ...message, always: false })));
}

function messagesOfValue(value: Place, trail: Trail): MessagesSeen {
  const expression = expressionAt(value);
  if (expression.kind === 'list')
    return join(expression.items.map((node) => itemsAt({ ...value, node }, trail)));
  if (expression.kind === 'concat' && expression.operands.some((node) => isList({ ...value, node })))
    return join(expression.operands.map((node) => messagesAt({ ...value, node }, trail)));
  const one = messageAt(value, trail);
  if (one !== null) return { messages: [one], complete: true };
  const bag = bagOf(value, expression, trail);
  if (bag !== null) return { messages: bag, complete: true };
  return { messages: [madeOf('user', value, [{ kind: 'text', place: value, marks: [] }])], complete: true };
}

/** `new MessageBag($system, $user)`: what is made of nothing but messages is a list of them. */
function bagOf(value: Place, expression: Expression, trail: Trail): MessageSeen[] | null {
  if (expression.kind !== 'call' || !expression.constructs || expression.args.length === 0) return null;
  const messages: MessageSeen[] = [];
  for (const { value: node, name } of expression.args) {
    const only = name === null ? onlyValue({ ...value, node }, trail) : null;
    const message = only === null ? null : messageAt(only, trail);
    if (message === null) return null;
    messages.push(message);
  }
  return messages;
}

function isList(place: Place): boolean {
  return expressionAt(unwrap(place)).kind === 'list';
}

/** An item of a list of messages: one, or with `...` before it all those of another list. */
function itemsAt(place: Place, trail: Trail): MessagesSeen {
  const expression = expressionAt(place);
  if (expression.kind === 'spread') return messagesAt({ ...place, node: expression.inner }, trail);
  const message = itemAt(place, trail);
  if (message !== null) return { messages: [message], complete: true };
  return { messages: unseen(place).messages.map((one) => ({ ...one, many: false })), complete: false };
}

/** A message, a pair of role and text, or a plain text of the user. */
function itemAt(place: Place, trail: Trail): MessageSeen | null {
  const only = onlyValue(place, trail);
  if (only === null) return null;
  const message = messageAt(only, trail);
  if (message !== null) return message;
  const expression = expressionAt(only);
  if (isWritten(only)) return madeOf('user', only, [{ kind: 'text', place: only, marks: [] }]);
  if (expression.kind !== 'list') return partAt(only, trail);
  const [first, second] = expression.items;
  if (first === undefined || second === undefined) return null;
  const role = roleNamed(literalText({ ...only, node: first }) ?? '');
  return role === null ? null : messageOf(role, only, { ...only, node: second }, trail);
}

/** A part of the user's message that stands among the messages, as Gemini takes it. */
function partAt(place: Place, trail: Trail): MessageSeen | null {
  const parts = partsAt(place, trail).filter(
    ({ kind, place: { node } }) => kind === 'text' && node !== place.node,
  );
  return parts.length === 0 ? null : madeOf('user', place, parts);
}

/** A message written as an object with a role, or as a call of a message class; null for anything else. */
export function messageAt(place: Place, trail: Trail): MessageSeen | null {
  const record = recordAt(place);
  if (record !== null) return messageOfRecord(record, trail);
  if (expressionAt(place).kind !== 'call') return null;
  const instance = constructed(place);
  const known = messageOfClass(place, trail) ?? (instance === null ? null : messageOfRecord(instance, trail));
  if (known !== null) return known;
  const own = ownMessageAt(place, trail);
  return own === null ? null : messageOf(own.role, place, own.content, trail);
}

function messageOfRecord(record: RecordSeen, trail: Trail): MessageSeen | null {
  const role = entryOf(record, 'role') ?? typeRole(record);
  if (role === null) {
    const typed = roleOfType(record.type);
    const content = entryOf(record, 'content', 'parts', 'text');
    if (typed === null) return ofBareParts(record, trail);
    return content === null ? null : ofRecord(typed, record, content, trail);
  }
  const written = roleText(role, trail) ?? '';
  const named = roleNamed(written);
  // Cohere's first API writes roles in capitals, and the text as a message
  const shouted = /^[A-Z]+$/.test(written) ? ['message'] : [];
  // data that a page shows as a talk has its roles as text
  const own = isRoleMember(role) ? ['text'] : [];
  const content = entryOf(record, 'content', 'parts', 'multi_content', ...shouted, ...own);
  if (content === null) return null;
  if (named !== null) return ofRecord(named, record, content, trail);
  // whose it is, the program decides; that it is a message, its class says
  return /Message(?:Param)?$/.test(record.type ?? '') ? ofRecord('unknown', record, content, trail) : null;
}

/** `engines.RoleUser`, `Role::System`: a constant of a library or of the program, which no data has. */
function isRoleMember(role: Place): boolean {
  const at = unwrap(role);
  return expressionAt(at).kind === 'member' && /role/i.test(at.unit.text.slice(at.node.start, at.node.end));
}

/** `contents: [{ parts: [{ text }] }]` and `system_instruction: { parts: … }`, as Gemini takes messages without a role. */
function ofBareParts(record: RecordSeen, trail: Trail): MessageSeen | null {
  const parts = record.entries.length === 1 ? entryOf(record, 'parts') : null;
  const under =
    parts === null ? null : /^(?:(contents)|system_?instruction)$/i.exec(keyAround(record.place) ?? '');
  if (parts === null) return null;
  // Go names the type of the items with the list
  if (under === null) return record.type === 'genai.Content' ? ofRecord('user', record, parts, trail) : null;
  return ofRecord(under[1] === undefined ? 'system' : 'user', record, parts, trail);
}

/** A mark on a message stands behind its last part. */
function ofRecord(role: Role, record: RecordSeen, content: Place, trail: Trail): MessageSeen {
  return madeOf(role, record.place, marked(partsAt(content, trail), markOf(record, trail)));
}

/** `{ type: 'system', content: … }`, as LangGraph writes messages. */
function typeRole(record: RecordSeen): Place | null {
  const type = entryOf(record, 'type');
  return type !== null && roleNamed(literalText(type) ?? '') !== null ? type : null;
}

/** `ChatCompletionRequestSystemMessage`, `SystemChatMessage`: classes that are a role's messages. */
function roleOfType(type: string | null): Role | null {
  const name = /(System|Developer|User|Human|Assistant|AI|Ai)(?:Chat)?Message/.exec(type ?? '')?.[1];
  return name === undefined ? null : roleNamed(name);
}

/** Most calls are none of a message class: one look tells. */
const anyMessageClass = new RegExp(
  sdks
    .flatMap(({ messageClasses }) => (messageClasses ?? []).map(({ name }) => `(?:${name.source})`))
    .join('|'),
  'i',
);

/** Characters at the end of a callee in which its class is named; before them stand whole chains of calls. */
const longestClass = 200;

function messageOfClass(place: Place, trail: Trail): MessageSeen | null {
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return null;
  const { start, end } = expression.callee;
  if (!anyMessageClass.test(place.unit.text.slice(Math.max(start, end - longestClass), end))) return null;
  const callee = place.unit.text.slice(start, end);
  for (const sdk of sdks)
    for (const cls of sdk.messageClasses ?? []) {
      if (!cls.name.test(callee) || (cls.tied === true && !comesFrom(place, sdk, trail))) continue;
      const { args } = namedArguments(place, expression.args, cls.parameters ?? ['content'], trail);
      const contents = args.all('content');
      const said = args.get('role');
      const role = cls.role ?? (said === undefined ? null : roleNamed(roleText(said, trail) ?? ''));
      if (role !== null)
        return madeOf(
          role,
          place,
          contents.flatMap((content) => partsAt(content, trail)),
        );
    }
  return null;
}

function comesFrom(call: Place, { modules }: Sdk, trail: Trail): boolean {
  const expression = expressionAt(call);
  if (expression.kind !== 'call') return false;
  const { root } = calleeParts({ ...call, node: expression.callee });
  return modulesBehind(root, trail).some((module) => modules.test(module));
}

/** The messages of several arguments, one after the other. */
export function join(parts: readonly MessagesSeen[]): MessagesSeen {
  return {
    messages: parts.flatMap(({ messages }) => messages),
    complete: parts.every(({ complete }) => complete),
  };
}
