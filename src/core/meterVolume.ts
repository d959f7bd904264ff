import type { Config } from './config.ts';
import type { Volume } from './configMoney.ts';
import { promptMatcher } from './glob.ts';
import type { CallUse, CallVolume } from './prices/bill.ts';
import { measuredHitRate, measuredOutput, measuredVolume, type MeasuredUses } from './prices/measuredUse.ts';
import type { Prompt } from './prompts/prompt.ts';
import type { Call } from './prompts/request.ts';

/** What is known of how prompts are used. */
export interface Usage {
  readonly volumes: Config['volumes'];
  readonly measured: MeasuredUses;
  /** Prompt id → how many calls of the source send it. */
  readonly senders: ReadonlyMap<string, number>;
}

/**
 * How a call is used: as the configuration states of its prompts, or else the comment above it, or above the first of its
 * prompts that has one. What nobody states is as it was measured.
 */
export function useOfCall(
  call: Pick<Call, 'prompts' | 'volume'>,
  sent: readonly Prompt[],
  usage: Usage,
): CallUse {
  const stated = configuredVolume(call.prompts, usage.volumes);
  const measured = measuredUse(call.prompts, usage);
  return {
    volume: statedVolume(stated, call, sent) ?? measured.volume,
    output:
      stated?.outputTokens === undefined ? measured.output : { tokens: stated.outputTokens, from: 'volume' },
    cache:
      stated?.cacheHitRate === undefined ? measured.cache : { hitRate: stated.cacheHitRate, from: 'volume' },
  };
}

function statedVolume(
  configured: Volume | null,
  call: Pick<Call, 'volume'>,
  sent: readonly Prompt[],
): CallVolume | null {
  if (configured !== null) return { calls: configured.callsPerDay, per: 'day', from: 'configuration' };
  const marked = [call, ...sent].find(({ volume }) => (volume?.read ?? null) !== null)?.volume?.read;
  return marked === undefined || marked === null ? null : { ...marked, from: 'comment' };
}

const unmeasured: CallUse = { volume: null, output: null, cache: null };

/**
 * By the prompt of the call of which most was measured. One that other calls send as well tells nothing: a ledger knows
 * which prompt was sent, but not from which place in the source.
 */
function measuredUse(ids: readonly string[], { measured, senders }: Usage): CallUse {
  if (measured.size === 0) return unmeasured;
  const own = ids.filter((id) => (senders.get(id) ?? 1) === 1).flatMap((id) => measured.get(id) ?? []);
  const [most] = own.sort((a, b) => b.calls - a.calls);
  if (most === undefined) return unmeasured;
  const [volume, tokens, hitRate] = [measuredVolume(most), measuredOutput(most), measuredHitRate(most)];
  return {
    volume: volume && { from: 'ledger', ...volume },
    output: tokens === null ? null : { tokens, from: 'ledger' },
    cache: hitRate === null ? null : { hitRate, from: 'ledger' },
  };
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
