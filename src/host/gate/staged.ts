import { dirname, join } from 'node:path';
import type { BudgetResult } from '../../core/budgets/check.ts';
import type { Finding, Report } from '../../core/report.ts';
import { failing } from '../../core/rules/gate.ts';
import type { Day } from '../../core/host.ts';
import type { Assets } from '../assets.ts';
import { findConfiguration } from '../configuration/find.ts';
import { rebaseConfig } from '../configuration/rebase.ts';
import type { GitRefusal } from '../git/base.ts';
import type { Environment } from '../git/environment.ts';
import { configurationIn, openChange } from '../git/openChange.ts';
import { pathFrom } from '../repository.ts';
import { compareChange, holdChange, type HeldChange } from './change.ts';
import { openGate } from './gate.ts';

/** What `check --staged` says of a repository, as plain data; paths and ids count from its root. */
export type StagedCheck =
  | {
      readonly kind: 'checked';
      readonly report: Report;
      readonly budgets: readonly BudgetResult[];
      readonly change: HeldChange['compared'];
      /** Of the report's findings those at which the gate fails. */
      readonly failing: readonly Finding[];
      /** How many findings are not told because they were there before. */
      readonly old: number;
      /** There may be files that use what was changed, and were not looked at. */
      readonly partial: boolean;
    }
  | { readonly kind: 'refused'; readonly why: GitRefusal; readonly detail: string }
  /** @param problem names file and line. */
  | { readonly kind: 'bad-configuration'; readonly problem: string }
  | { readonly kind: 'bad-baseline'; readonly path: string; readonly why: string };

/**
 * Holds what is staged to the configuration that is staged, as the hook does: nothing else that a person has set has part
 * in it.
 * @param folder of a repository, absolute: as if the command were run there. @param today `null` where nobody can say.
 */
export async function checkStaged(
  folder: string,
  { assets, env, today }: { readonly assets: Assets; readonly env: Environment; readonly today: Day | null },
): Promise<StagedCheck> {
  const opened = await openChange(folder, env, { staged: true, since: 'last-commit', assets });
  if (opened.kind === 'refused') return opened;
  const { git, change } = opened;
  const { root } = git;
  const stated = await findConfiguration(folder, root, configurationIn(change, root));
  const [mistake] = stated.problems;
  if (mistake !== undefined) {
    const problem = `${pathFrom(root, mistake.file)}, line ${mistake.line}: ${mistake.message}`;
    return { kind: 'bad-configuration', problem };
  }
  const config = rebaseConfig(stated.config, pathFrom(root, dirname(stated.file ?? join(root, '-'))));
  const opening = openGate({ root, config, stated }, change.now);
  if (opening.kind === 'bad-baseline') return opening;
  const held = await holdChange(
    await compareChange(git, change, opening.gate, { within: () => true, today }),
    today,
  );
  const { report, results, compared, old, partial } = held;
  return {
    kind: 'checked',
    report,
    budgets: results,
    change: compared,
    failing: failing(report.findings, config),
    old,
    partial,
  };
}
