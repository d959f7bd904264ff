import type { CacheMark, Call, CallMessage, MessagePart, ToolDefinition } from '../prompts/request.ts';
import { requestMap, type RequestMap, type Terms } from './map.ts';
import { partOfHole, type MapPart } from './parts.ts';

/** A call whose tools were counted. */
export type CountedCall = Omit<Call, 'tools'> & {
  readonly tools: readonly (ToolDefinition & { readonly tokens: { readonly count: number } | null })[] | null;
};

/** The parts of a prompt by its id; `null` of one that is not known. */
export type PartsOf = (prompt: string) => readonly MapPart[] | null;

/**
 * The request of a call as its provider renders it: tools, then the system text, then the other messages.
 * @returns `null` where an argument or the messages were not seen: what nobody followed is not judged.
 */
export function mapOfCall(call: CountedCall, partsOf: PartsOf, terms: Terms): RequestMap | null {
  if (call.messages.length === 0 || !(call.complete || call.settled)) return null;
  const made = madeBefore(call);
  const tools = toolsOf(call, partsOf);
  const messages = messagesOf(call, partsOf);
  const parts = [...made, ...[...tools, ...messages].flat(2)];
  const behind = (after: CacheMark['after']): number => {
    if (after.kind === 'request') return parts.length - 1;
    if (after.kind === 'tool') return made.length + tools.slice(0, after.index + 1).flat().length - 1;
    const earlier = messages.slice(0, after.message).flat(2).length;
    const own = (messages[after.message] ?? []).slice(0, after.part + 1).flat().length;
    return made.length + tools.flat().length + earlier + own - 1;
  };
  const marks = call.cacheMarks.map(({ path, range, after, lifetime }) => ({
    path,
    range,
    after: behind(after),
    lifetime,
    newBlocks: newBlocks(call, after),
  }));
  return requestMap(parts, marks, terms);
}

/** What a cache that was made before brings along, whose name the request gives: it stands in front of all that is sent. */
function madeBefore({ settings: { cachedContent: made } }: CountedCall): MapPart[] {
  if (made === undefined) return [];
  const name = made.kind === 'dynamic' ? made.expression : String(made.value);
  const { path, range } = made;
  const about = { role: 'system', prompt: null, tokens: 0, movable: false } as const;
  return [{ ...about, kind: 'hole', path, range, name, varies: 'session', because: 'explicit cache' }];
}

/** The blocks behind the last history before a mark; 0 where there is none. */
function newBlocks({ messages }: CountedCall, after: CacheMark['after']): number {
  if (after.kind === 'tool') return 0;
  const last = after.kind === 'message' ? after.message : messages.length - 1;
  const before = messages.slice(0, last + 1);
  const history = before.findLastIndex(({ many }) => many);
  const behind = before.slice(history + 1).map(({ parts }) => parts.length);
  if (history < 0) return 0;
  const unmarked = after.kind === 'message' ? (before.at(-1)?.parts.length ?? 0) - after.part - 1 : 0;
  return Math.max(0, behind.reduce((sum, count) => sum + count, 0) - unmarked);
}

/** Each tool's parts; one for all of them where they change from call to call, or nobody sees them. */
function toolsOf({ tools, toolsVary, path, range }: CountedCall, partsOf: PartsOf): MapPart[][] {
  if (toolsVary !== null) return [[partOfHole(toolsVary, 'tool-description', null)]];
  const unseen = { varies: 'unknown', because: 'not seen', movable: false } as const;
  if (tools === null)
    return [
      [{ kind: 'tool', path, range, role: 'tool-description', prompt: null, name: '', tokens: 0, ...unseen }],
    ];
  return tools.map((tool) => {
    const described = tool.prompts.flatMap((id) => partsOf(id) ?? []);
    const changing = described.filter(({ kind }) => kind === 'hole');
    const whole: MapPart = {
      kind: 'tool',
      path: tool.path,
      range: tool.range,
      role: 'tool-description',
      prompt: tool.prompts[0] ?? null,
      name: tool.name ?? '',
      tokens: tool.tokens?.count ?? described.reduce((sum, { tokens }) => sum + tokens, 0),
      varies: 'never',
      because: '',
      movable: true,
    };
    return [...changing, whole];
  });
}

/** The parts of each part of each message. */
function messagesOf({ messages }: CountedCall, partsOf: PartsOf): MapPart[][][] {
  let answering = false;
  return messages.map((message) => {
    if (message.many) {
      answering = true;
      return [[historyOf(message)]];
    }
    const parts = message.parts.map((part) => partsOfPart(part, message, partsOf));
    answering ||= parts.flat().some(({ because }) => because === 'history');
    return answering ? parts.map((inner) => inner.map((part) => ({ ...part, movable: false }))) : parts;
  });
}

function historyOf({ path, range }: CallMessage): MapPart {
  return {
    kind: 'messages',
    path,
    range,
    role: 'unknown',
    prompt: null,
    name: '',
    tokens: 0,
    varies: 'request',
    because: 'history',
    movable: false,
  };
}

function partsOfPart(part: MessagePart, { role, always }: CallMessage, partsOf: PartsOf): MapPart[] {
  const { path, range } = part;
  const own = { path, range, role, prompt: null, name: '', tokens: 0, movable: false } as const;
  if (part.kind !== 'text') return [{ ...own, kind: 'image', varies: 'unknown', because: part.kind }];
  if (part.prompts.length === 0)
    return part.hole === null
      ? [{ ...own, kind: 'hole', varies: 'unknown', because: 'not seen' }]
      : [partOfHole(part.hole, role, null)];
  if (part.oneOf || !always)
    return [
      { ...own, kind: 'hole', prompt: part.prompts[0] ?? null, varies: 'unknown', because: 'condition' },
    ];
  return part.prompts.flatMap((id) => (partsOf(id) ?? []).map((one) => ({ ...one, role })));
}
