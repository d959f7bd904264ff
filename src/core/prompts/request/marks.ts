import type { Place } from '../../source/workspace.ts';
import type { CallMatch } from '../calls.ts';
import { literalText, onlyValue } from '../literals.ts';
import { entryOf, recordAt, type RecordSeen } from '../records.ts';
import type { Trail } from '../trail.ts';

/** A mark up to which the prefix is to be cached, as it is written. */
export interface MarkSeen {
  readonly place: Place;
  readonly style: 'anthropic' | 'bedrock';
  /** `5m`, `1h`; null where nothing is said, or where it is computed. */
  readonly lifetime: string | null;
}

/** Where SDKs that speak to several providers keep what is meant for one of them. */
const wrappings = [
  'providerOptions',
  'providerMetadata',
  'experimental_providerMetadata',
  'additional_kwargs',
];
const providers = ['anthropic', 'vertex', 'bedrock', 'openrouter'];

/**
 * The mark that a block, a message or a tool carries: Anthropic's `cache_control` (passed through by LangChain, LiteLLM
 * and OpenRouter), Bedrock's `cachePoint`, the Vercel AI SDK's `providerOptions.anthropic.cacheControl`.
 */
export function markOf(record: RecordSeen, trail: Trail): MarkSeen | null {
  const own = written(record, trail);
  if (own !== null) return own;
  for (const name of wrappings) {
    const wrapping = nested(record, name, trail);
    if (wrapping === null) continue;
    const inner = written(wrapping, trail);
    if (inner !== null) return inner;
    for (const provider of providers) {
      const options = nested(wrapping, provider, trail);
      const mark = options === null ? null : written(options, trail);
      if (mark !== null) return mark;
    }
  }
  return null;
}

/** The mark that a request carries itself: the provider then chooses the place. */
export function requestMark({ place, args }: CallMatch, trail: Trail): MarkSeen | null {
  const entries = [...args].flatMap(([key, value]) =>
    value.unit === place.unit ? [{ key, value: value.node }] : [],
  );
  return markOf({ place, entries, type: null }, trail);
}

/** A block that is nothing but a mark: `{ cachePoint: { type: 'default' } }`. */
export function isMark({ entries }: RecordSeen): boolean {
  return entries.length === 1 && /^cache_?point$/i.test(entries[0]?.key ?? '');
}

function written(record: RecordSeen, trail: Trail): MarkSeen | null {
  const control = entryOf(record, 'cache_control');
  const place = control ?? entryOf(record, 'cache_point');
  if (place === null) return null;
  const given = recordOf(place, trail);
  const ttl = given === null ? null : entryOf(given, 'ttl');
  return {
    place,
    style: control === null ? 'bedrock' : 'anthropic',
    lifetime: ttl === null ? null : literalText(ttl),
  };
}

function nested(record: RecordSeen, name: string, trail: Trail): RecordSeen | null {
  const place = entryOf(record, name);
  return place === null ? null : recordOf(place, trail);
}

function recordOf(place: Place, trail: Trail): RecordSeen | null {
  const only = onlyValue(place, trail);
  return only === null ? null : recordAt(only);
}
