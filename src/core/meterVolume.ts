import type { Config } from './config.ts';
import type { Volume } from './configMoney.ts';
import { promptMatcher } from './glob.ts';
import type { CallUse, CallVolume, Together } from './prices/bill.ts';
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
 * prompts that has one. What is said of a prompt that several calls send is said of all of them together, and gives way to
 * what is said of this call alone. What nobody states is as it was measured.
 */
export function useOfCall(
  call: Pick<Call, 'prompts' | 'volume'>,
  sent: readonly Prompt[],
  usage: Usage,
): CallUse {
  const found = configuredVolume(call.prompts, usage);
  const stated = found?.volume ?? null;
  const measured = measuredUse(call.prompts, usage);
  return {
    volume: statedVolume(found, call, sent, usage) ?? measured.volume,
    output:
      stated?.outputTokens === undefined ? measured.output : { tokens: stated.outputTokens, from: 'volume' },
    cache:
      stated?.cacheHitRate === undefined ? measured.cache : { hitRate: stated.cacheHitRate, from: 'volume' },
  };
}

function statedVolume(
  configured: Configured | null,
  call: Pick<Call, 'volume'>,
  sent: readonly Prompt[],
  { senders }: Usage,
): CallVolume | null {
  const shared = ({ id }: { readonly id: string }): { readonly together?: Together } => {
    const calls = senders.get(id) ?? 1;
    return calls > 1 ? { together: { prompt: id, calls } } : {};
  };
  const own = call.volume?.read ?? null;
  if (configured !== null && (own === null || shared(configured).together === undefined))
    return {
      calls: configured.volume.callsPerDay,
      per: 'day',
      from: 'configuration',
      ...shared(configured),
    };
  if (own !== null) return { ...own, from: 'comment' };
  const marked = sent.filter(({ volume }) => (volume?.read ?? null) !== null);
  const prompt = marked.find((one) => shared(one).together === undefined) ?? marked[0];
  const read = prompt?.volume?.read ?? null;
  return prompt === undefined || read === null ? null : { ...read, from: 'comment', ...shared(prompt) };
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

/** What the configuration states of a prompt. */
interface Configured {
  readonly id: string;
  readonly volume: Volume;
}

/**
 * What is stated of one of these prompts: of one by its id before those by the first glob that they match, then of one that
 * no other call sends, then of the first.
 */
function configuredVolume(ids: readonly string[], { volumes, senders }: Usage): Configured | null {
  const globs = Object.entries(volumes);
  if (globs.length === 0) return null;
  const found = ids.flatMap((id) => {
    const exact = Object.hasOwn(volumes, id) ? volumes[id] : undefined;
    const volume = exact ?? globs.find(([glob]) => promptMatcher(glob)(id))?.[1];
    if (volume === undefined) return [];
    return [{ id, volume, rank: (exact === undefined ? 2 : 0) + ((senders.get(id) ?? 1) > 1 ? 1 : 0) }];
  });
  const [best] = found.sort((a, b) => a.rank - b.rank);
  return best ?? null;
}
