import type { RequestMap } from '../cache/map.ts';
import type { MeteredCall } from '../report.ts';
import type { Fault, Sources } from './rule.ts';

/**
 * Makes a marked block of the system text of a request to Anthropic.
 * @returns `null` for other SDKs and languages, and where the system text is not one expression that never changes.
 */
export function markedSystem(call: MeteredCall, map: RequestMap, sources: Sources): Fault['fix'] {
  const form = forms[sources.unit(call.path)?.language.id ?? ''];
  const [system, another] = call.messages.filter(({ role }) => role === 'system');
  const text = sources.text(call.path);
  const [part] = system?.parts ?? [];
  if (call.sdk !== 'anthropic' || form === undefined || text === null) return null;
  if (system === undefined || another !== undefined || part?.kind !== 'text' || system.parts.length !== 1)
    return null;
  const { start, end } = part.range;
  // as a list of blocks it has a place for the mark already, and somebody chose not to use it
  if (part.path !== call.path || system.range.start !== start || system.range.end !== end) return null;
  const first = map.breaks.find(({ varies }) => varies === 'request')?.part ?? map.parts.length;
  const before = map.parts.slice(0, first);
  if (map.parts.some(({ role }, i) => role === 'system' && i >= before.length)) return null;
  return {
    title: 'Mark the system prompt for the cache',
    disposition: 'review',
    edits: [{ path: call.path, range: { start, end }, text: form(text.slice(start, end)) }],
  };
}

const javascript = (text: string): string =>
  `[{ type: 'text', text: ${text}, cache_control: { type: 'ephemeral' } }]`;

/** The block as each language writes it. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  typescript: javascript,
  javascript,
  python: (text) => `[{"type": "text", "text": ${text}, "cache_control": {"type": "ephemeral"}}]`,
};
