import type { Budget } from '../../core/configBudgets.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';
import { placeOf, type Workspace } from '../workspace.ts';

/** What a person should know of the budgets besides how they stand. @param ended exemptions whose day is over. */
export function budgetNotes(ended: readonly Budget[], workspace: Workspace, { terminal }: Context): string[] {
  const { budgets } = workspace.config;
  if (budgets.length === 0) return [say.noBudgets];
  return ended.map((budget) => {
    const place = placeOf(workspace, terminal.cwd(), ['budgets', budgets.indexOf(budget)]);
    return say.exemptionEnded(place, budget.until ?? '');
  });
}
