import type { Place } from '../source/workspace.ts';
import { namedArguments } from './arguments.ts';
import { calleeParts, modulesBehind } from './calls.ts';
import { isWritten } from './evaluate.ts';
import { constructed } from './fields.ts';
import type { Role } from './prompt.ts';
import { entryOf, recordAt, type RecordSeen } from './records.ts';
import { definitionOf, expressionAt, unwrap } from './resolve.ts';
import type { Sdk } from './sdk.ts';
import { sdks } from './sdks/index.ts';
import type { Trail } from './trail.ts';

/** One message of a request: whose it is, and the expressions that make up its text. */
export interface MessageSeen {
  readonly role: Role;
  readonly contents: readonly Place[];
}

export interface MessagesSeen {
  readonly messages: readonly MessageSeen[];
  /** Every message of the list was seen. */
  readonly complete: boolean;
}

const roles: Readonly<Record<string, Role>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
  chatbot: 'assistant',
  tool: 'user',
  function: 'user',
};

export function roleNamed(name: string): Role | null {
  const plain = name.toLowerCase();
  return Object.hasOwn(roles, plain) ? (roles[plain] ?? null) : null;
}

const nothing: MessagesSeen = { messages: [], complete: false };

/** What a `messages` argument says: a list, several lists added up, one message, or a text of the user. */
export function messagesAt(place: Place, trail: Trail): MessagesSeen {
  const origin = definitionOf(place, trail);
  if (origin.kind !== 'values') return nothing;
  const seen = origin.values.map((value) =>
    trail.within('message', value.node, nothing, () => messagesOfValue(value, trail)),
  );
  const appended = origin.appended.map((value) =>
    trail.within('message', value.node, nothing, () => messagesOfValue(value, trail)),
  );
  return {
    messages: [...seen, ...appended].flatMap(({ messages }) => messages),
    complete:
      seen.length === 1 &&
      seen.every(({ complete }) => complete) &&
      appended.every(({ complete }) => complete),
  };
}

function messagesOfValue(value: Place, trail: Trail): MessagesSeen {
  const expression = expressionAt(value);
  if (expression.kind === 'list') return gather(value, expression.items, trail);
  if (expression.kind === 'concat' && expression.operands.some((node) => isList({ ...value, node })))
    return join(expression.operands.map((node) => messagesAt({ ...value, node }, trail)));
  const one = messageAt(value, trail);
  if (one !== null) return { messages: [one], complete: true };
  return { messages: [{ role: 'user', contents: [value] }], complete: true };
}

function isList(place: Place): boolean {
  return expressionAt(unwrap(place)).kind === 'list';
}

function gather(list: Place, items: readonly Place['node'][], trail: Trail): MessagesSeen {
  const found = items.map((node) => itemAt({ ...list, node }, trail));
  return join(found.map((message) => (message === null ? nothing : { messages: [message], complete: true })));
}

/** An item of a list of messages: a message, a pair of role and text, or a plain text of the user. */
function itemAt(place: Place, trail: Trail): MessageSeen | null {
  const origin = definitionOf(place, trail);
  const only = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
  if (only === undefined) return null;
  const message = messageAt(only, trail);
  if (message !== null) return message;
  const expression = expressionAt(only);
  if (isWritten(only)) return { role: 'user', contents: [only] };
  if (expression.kind !== 'list') return partAt(only, trail);
  const [first, second] = expression.items;
  if (first === undefined || second === undefined) return null;
  const role = roleNamed(literalText({ ...only, node: first }) ?? '');
  return role === null ? null : { role, contents: contentsAt({ ...only, node: second }, trail) };
}

/** A part of the user's message that stands among the messages, as Gemini takes it. */
function partAt(place: Place, trail: Trail): MessageSeen | null {
  const contents = contentsAt(place, trail).filter(({ node }) => node !== place.node);
  return contents.length === 0 ? null : { role: 'user', contents };
}

/** A message written as an object with a role, or as a call of a message class; null for anything else. */
export function messageAt(place: Place, trail: Trail): MessageSeen | null {
  const record = recordAt(place);
  if (record !== null) return messageOfRecord(record, trail);
  if (expressionAt(place).kind !== 'call') return null;
  const instance = constructed(place);
  return messageOfClass(place, trail) ?? (instance === null ? null : messageOfRecord(instance, trail));
}

function messageOfRecord(record: RecordSeen, trail: Trail): MessageSeen | null {
  const role = entryOf(record, 'role') ?? typeRole(record);
  if (role === null) {
    const typed = roleOfType(record.type);
    const content = entryOf(record, 'content', 'parts', 'text');
    return typed === null || content === null ? null : { role: typed, contents: contentsAt(content, trail) };
  }
  const written = roleText(role, trail) ?? '';
  const named = roleNamed(written);
  // Cohere's first API writes roles in capitals, and the text as a message
  const content = entryOf(record, 'content', 'parts', ...(/^[A-Z]+$/.test(written) ? ['message'] : []));
  return named === null || content === null ? null : { role: named, contents: contentsAt(content, trail) };
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

function messageOfClass(place: Place, trail: Trail): MessageSeen | null {
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return null;
  const callee = place.unit.text.slice(expression.callee.start, expression.callee.end);
  if (!anyMessageClass.test(callee)) return null;
  for (const sdk of sdks)
    for (const cls of sdk.messageClasses ?? []) {
      if (!cls.name.test(callee) || (cls.tied === true && !comesFrom(place, sdk, trail))) continue;
      const { args } = namedArguments(place, expression.args, cls.parameters ?? ['content'], trail);
      const content = args.get('content');
      const said = args.get('role');
      const role = cls.role ?? (said === undefined ? null : roleNamed(roleText(said, trail) ?? ''));
      if (role !== null) return { role, contents: content === undefined ? [] : contentsAt(content, trail) };
    }
  return null;
}

function comesFrom(call: Place, { modules }: Sdk, trail: Trail): boolean {
  const expression = expressionAt(call);
  if (expression.kind !== 'call') return false;
  const { root } = calleeParts({ ...call, node: expression.callee });
  return modulesBehind(root, trail).some((module) => modules.test(module));
}

/** The texts of a content: one expression, or the text parts of a list. */
export function contentsAt(place: Place, trail: Trail): readonly Place[] {
  const origin = definitionOf(place, trail);
  const only = origin.kind === 'values' && origin.values.length === 1 ? origin.values[0] : undefined;
  const expression = only === undefined ? null : expressionAt(only);
  if (only === undefined || expression === null) return [place];
  if (expression.kind === 'list')
    return trail.within('message', only.node, [], () =>
      expression.items.flatMap((node) => contentsAt({ ...only, node }, trail)),
    );
  if (expression.kind === 'function' && recordAt(only) === null)
    return trail.within('message', only.node, [], () =>
      (only.unit.outline.returns.get(expression.node) ?? []).flatMap((node) =>
        contentsAt({ ...only, node }, trail),
      ),
    );
  if (expression.kind === 'call')
    return trail.within('message', only.node, null, () => textOfPart(only, trail)) ?? [place];
  const record = recordAt(only);
  if (record === null) return [place];
  const text = entryOf(record, 'text', 'OfString');
  if (text !== null) return [text];
  const parts = entryOf(record, 'parts', 'content');
  return parts === null ? [] : trail.within('message', only.node, [], () => contentsAt(parts, trail));
}

const partFunctions = /^(?:from_text|fromText|createPartFromText|createUserContent|createModelContent)$/;

/** `Part.from_text("…")`, `TextPart(text="…")`; null where a call makes no part of a message. */
function textOfPart(place: Place, trail: Trail): readonly Place[] | null {
  const record = recordAt(place) ?? constructed(place);
  if (record !== null) {
    const text = entryOf(record, 'text');
    if (text !== null) return [text];
    return /(?:Part|Content|Image|Blob)\w*$/.test(record.type ?? '') ? [] : null;
  }
  const expression = expressionAt(place);
  if (expression.kind !== 'call') return null;
  const callee = expressionAt({ ...place, node: expression.callee });
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
  const [first] = expression.args;
  if (first === undefined || !(partFunctions.test(name) || isTextPart(place, expression.callee))) return null;
  return contentsAt({ ...place, node: first.value }, trail);
}

function isTextPart({ unit }: Place, callee: Place['node']): boolean {
  const written = unit.text.slice(callee.start, callee.end);
  return sdks.some(({ textParts }) => textParts?.test(written) === true);
}

/** A role as text, or as a member called like one (`ChatRole.System`). */
function roleText(place: Place, trail: Trail): string | null {
  const literal = literalText(place);
  if (literal !== null) return literal;
  const origin = definitionOf(place, trail);
  const only = origin.kind === 'values' ? origin.values[0] : undefined;
  const resolved = only === undefined ? null : literalText(only);
  if (resolved !== null) return resolved;
  const expression = expressionAt(unwrap(place));
  const member = expression.kind === 'member' ? expression.name : '';
  return /(system|developer|user|human|assistant|model|ai)$/i.exec(member)?.[1]?.toLowerCase() ?? null;
}

/** The text of a literal without holes. */
export function literalText(place: Place): string | null {
  const expression = expressionAt(unwrap(place));
  if (expression.kind !== 'string') return null;
  let text = '';
  for (const part of expression.parts) {
    if (part.kind === 'hole') return null;
    text += part.text.text;
  }
  return text;
}

/** The messages of several arguments, one after the other. */
export function join(parts: readonly MessagesSeen[]): MessagesSeen {
  return {
    messages: parts.flatMap(({ messages }) => messages),
    complete: parts.every(({ complete }) => complete),
  };
}
