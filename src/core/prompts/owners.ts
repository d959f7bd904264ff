import type { Place } from '../source/workspace.ts';
import { modulesBehind } from './calls.ts';
import { originOfName } from './resolve.ts';
import type { Trail } from './trail.ts';

/** What the first part of a dotted name stands for, as in `agent.tool`, and the modules that it comes from. */
export interface Owners {
  readonly values: readonly Place[];
  readonly modules: readonly string[];
}

/** @param written the name as it stands in a decorator or a list of base classes; `at` is where it is said. */
export function ownersOf(written: string, at: Place, trail: Trail): Owners {
  const origin = originOfName(at, /^\w+/.exec(written)?.[0] ?? '', trail);
  if (origin.kind === 'module') return { values: [], modules: [origin.module] };
  const values = origin.kind === 'values' ? origin.values : [];
  return { values, modules: values.flatMap((value) => modulesBehind(value, trail)) };
}
