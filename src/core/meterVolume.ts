import type { Config } from './config.ts';
import type { Volume } from './configMoney.ts';
import { promptMatcher } from './glob.ts';
import type { StatedVolume } from './prices/bill.ts';
import type { Prompt } from './prompts/prompt.ts';
import type { Call } from './prompts/request.ts';

/**
 * How often a call is made: what the configuration states of its prompts, or else the comment above it, or above the
 * first of its prompts that has one.
 */
export function volumeOfCall(
  call: Pick<Call, 'prompts' | 'volume'>,
  sent: readonly Prompt[],
  volumes: Config['volumes'],
): StatedVolume | null {
  const configured = configuredVolume(call.prompts, volumes);
  if (configured !== null) {
    const { callsPerDay, ...more } = configured;
    return { ...more, calls: callsPerDay, per: 'day', from: 'configuration' };
  }
  const marked = [call, ...sent].find(({ volume }) => (volume?.read ?? null) !== null)?.volume?.read;
  return marked === undefined || marked === null ? null : { ...marked, from: 'comment' };
}

/** What is stated of the first of these prompts of which anything is: by its id, or else by the first glob that it matches. */
function configuredVolume(ids: readonly string[], volumes: Config['volumes']): Volume | null {
  const globs = Object.entries(volumes);
  if (globs.length === 0) return null;
  for (const id of ids) {
    const stated = Object.hasOwn(volumes, id) ? volumes[id] : undefined;
    const found = stated ?? globs.find(([glob]) => promptMatcher(glob)(id))?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
