import type { MeasuredUses } from '../../core/prices/measuredUse.ts';
import type { Report } from '../../core/report.ts';
import type { Context } from '../command.ts';
import type { Workspace } from '../workspace.ts';

/** Whether the answer is to rest on what the ledger measured. It does not of itself: it would be another one tomorrow. */
export function wantsMeasured({ args }: Context): boolean {
  return args.on('measured') || args.on('ledger');
}

/**
 * What the ledger of the repository, or the one that is named, tells of its prompts.
 * @param found what was read of the source: calls are told by how its prompts read now. `null` where not all was read;
 * then by how they read when they were last looked at. @throws Stop where there is no ledger, or it cannot be read.
 */
export async function measuredUses(
  context: Context,
  { root, whole }: Pick<Workspace, 'root' | 'whole'>,
  found: Pick<Report, 'prompts'> | null,
): Promise<MeasuredUses> {
  const [{ open }, { attribute }, { learn }, { promptPrints }, { measures }, { usesOf }, opening] =
    await Promise.all([
      import('../../ledger/store.ts'),
      import('../../ledger/attribution/attribute.ts'),
      import('../../ledger/attribution/learn.ts'),
      import('../../ledger/attribution/promptPrints.ts'),
      import('../../ledger/measures.ts'),
      import('../../ledger/uses.ts'),
      import('./open.ts'),
    ]);
  const { store } = opening.done(context, await open(opening.pathOfLedger(context, root), { create: false }));
  try {
    const now = Date.now();
    const prints = (found?.prompts ?? []).map(promptPrints).filter((one) => one !== null);
    // A ledger that cannot be written can be read all the same; then calls are told by what was learned before.
    opening.doneIfWritable(context, learn(store, prints, { at: now, isWhole: found !== null && whole }));
    opening.doneIfWritable(context, attribute(store));
    return usesOf(opening.done(context, measures(store, now)));
  } finally {
    store.close();
  }
}
