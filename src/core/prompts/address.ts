import type { Place } from '../source/workspace.ts';
import { evaluate } from './evaluate.ts';
import { definitionOf } from './resolve.ts';
import { knownText } from './segments.ts';
import type { Trail } from './trail.ts';

/** An address as far as it is known: `/v1/messages` where the host is not. */
export function addressAt(place: Place, trail: Trail): string {
  const origin = definitionOf(place, trail);
  const [only] = origin.kind === 'values' ? origin.values : [];
  return only === undefined ? '' : knownText(evaluate(only, trail));
}
