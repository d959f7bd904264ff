import type { Day } from '../core/host.ts';

/** By the clock of this machine, in UTC, so that two machines differ for moments alone. */
export function today(): Day {
  return new Date().toISOString().slice(0, 10);
}
