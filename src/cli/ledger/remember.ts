import { existsSync } from 'node:fs';
import { dataFolder } from '../../host/dataFolder.ts';
import type { Analysis } from '../analysis.ts';
import type { Context } from '../command.ts';

/**
 * Where calls of this repository are recorded, notes how its prompts read now, so that calls made with them are known also
 * when they read otherwise. Where there is no ledger, nothing is loaded and nothing is written.
 */
export async function rememberPrompts({ report, workspace }: Analysis, { terminal }: Context): Promise<void> {
  const data = dataFolder(terminal.env);
  if (data === null) return;
  const { ledgerPath } = await import('../../ledger/where.ts');
  const path = ledgerPath(data, workspace.root);
  if (!existsSync(path)) return;
  const [{ open }, { learn }, { promptPrints }] = await Promise.all([
    import('../../ledger/store.ts'),
    import('../../ledger/attribution/learn.ts'),
    import('../../ledger/attribution/promptPrints.ts'),
  ]);
  const opened = await open(path, { create: false, patience: 200 });
  // What a ledger cannot take now it is told with the next scan; the commands of the ledger say what is wrong with it.
  if (opened.kind === 'fault') return;
  const prints = report.prompts.map(promptPrints).filter((one) => one !== null);
  learn(opened.store, prints, { at: Date.now(), isWhole: workspace.whole });
  opened.store.close();
}
