import type { Place } from '../../source/workspace.ts';
import type { CacheMark, Call, CallMessage, MessagePart, ToolDefinition, Where } from '../request.ts';
import type { SeenCall, SentMessage, SentPart, SentTool } from '../sighting.ts';
import type { MarkSeen } from './marks.ts';

/** A call without its tree. */
export type PlainCall = Omit<Call, 'prompts' | 'roles'>;

/** @param keyOf what names the expression of a prompt, until prompts have ids. */
export function plainCall(call: SeenCall, keyOf: (site: Place) => string): Omit<PlainCall, 'volume'> {
  const { place, mark, ...known } = call;
  const sent = call.messages.filter(({ role }) => role !== 'tool-description');
  return {
    ...known,
    ...whereOf(place),
    messages: sent.map((message) => plainMessage(message, keyOf)),
    tools: call.tools?.map((tool) => plainTool(tool, keyOf)) ?? null,
    cacheMarks: [
      ...(call.tools ?? []).flatMap(({ marks }, index) =>
        marks.map((seen) => plainMark(seen, { kind: 'tool', index })),
      ),
      ...sent.flatMap(({ parts }, message) =>
        parts.flatMap(({ marks }, part) =>
          marks.map((seen) => plainMark(seen, { kind: 'message', message, part })),
        ),
      ),
      ...(mark === null ? [] : [plainMark(mark, { kind: 'request' })]),
    ],
  };
}

function whereOf({ unit, node }: Place): Where {
  return { path: unit.path, range: { start: node.start, end: node.end } };
}

function plainMessage(
  { place, role, many, always, parts }: SentMessage,
  keyOf: (site: Place) => string,
): CallMessage {
  return { ...whereOf(place), role, many, always, parts: parts.map((part) => plainPart(part, keyOf)) };
}

function plainPart(
  { kind, place, sites, oneOf, hole, picture }: SentPart,
  keyOf: (site: Place) => string,
): MessagePart {
  if (kind !== 'text') return { kind, ...whereOf(place), ...(picture && { picture }) };
  return { kind, ...whereOf(place), prompts: sites.map(keyOf), oneOf, hole };
}

function plainTool(
  { place, name, definition, complete, sites }: SentTool,
  keyOf: (site: Place) => string,
): ToolDefinition {
  return { ...whereOf(place), name, definition, complete, prompts: sites.map(keyOf) };
}

function plainMark({ place, style, lifetime }: MarkSeen, after: CacheMark['after']): CacheMark {
  return { ...whereOf(place), after, style, lifetime };
}
