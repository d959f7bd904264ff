import type { RequestMap } from '../cache/map.ts';
import type { MessagePart } from '../prompts/request.ts';
import type { MeteredCall } from '../report.ts';
import type { Edit } from '../text.ts';
import { addMark, blockAround, markedBlock } from './blocks.ts';
import type { Fault, Sources } from './rule.ts';

/** SDKs whose messages take a list of blocks with `cache_control`; those that pass it on to Anthropic's models among them. */
const takesMarks: ReadonlySet<string> = new Set(['anthropic', 'litellm', 'openai', 'openai-compatible']);

/**
 * Marks the last part of the system text that never changes.
 * @returns `null` for other SDKs and languages, and where something in the system text changes before its end.
 */
export function markCache(call: MeteredCall, map: RequestMap, sources: Sources): Fault['fix'] {
  const edit = markOnFixed(call, map, sources);
  if (edit === null) return null;
  const edits = [{ path: call.path, ...edit }];
  return { title: 'Mark the system prompt for the cache', disposition: 'review', edits };
}

export function markOnFixed(call: MeteredCall, map: RequestMap, sources: Sources): Edit | null {
  const unit = sources.unit(call.path);
  const part = lastFixed(call, map);
  if (unit === null || part === null || !takesMarks.has(call.sdk)) return null;
  const block = blockAround(unit, part.range);
  const { start, end } = part.range;
  const isBlock = block?.record.entries.some(
    ({ key, value }) => key === 'text' && value.start <= start && end <= value.end,
  );
  if (block !== null && isBlock === true) return addMark(block);
  const text = markedBlock(unit, unit.text.slice(start, end));
  return text === null ? null : { range: { start, end }, text };
}

/** The last part of the system text, of which nothing, and of what stands before it, changes with the request. */
function lastFixed({ messages, path }: MeteredCall, map: RequestMap): MessagePart | null {
  const first = map.breaks.find(({ varies }) => varies === 'request')?.part ?? map.parts.length;
  const changing = new Set(map.parts.slice(first).map(({ prompt }) => prompt));
  const systems = messages.filter(({ role, many, always }) => role === 'system' && !many && always);
  let last: MessagePart | null = null;
  for (const part of systems.flatMap(({ parts }) => parts)) {
    if (part.kind !== 'text' || part.path !== path || part.prompts.length === 0) break;
    if (part.prompts.some((id) => changing.has(id))) break;
    last = part;
  }
  return last;
}
