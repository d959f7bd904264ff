import type { Budget } from './config.ts';
import { promptMatcher } from './glob.ts';
import type { Report } from './report.ts';
import type { Tokens } from './tokens/tokens.ts';

/** How one prompt stands to a budget. */
export interface BudgetResult {
  /** The budget's glob over prompt ids. */
  readonly scope: string;
  readonly prompt: string;
  readonly maxTokens: number;
  readonly tokens: Tokens;
  /** Where a hole has several texts, with the longest: `tokens.most`, or else `tokens.count`. */
  readonly actual: number;
  readonly exceeded: boolean;
}

/**
 * Report + budgets → every prompt that exceeds one; for a budget that none exceeds, its largest prompt. In the order of the
 * budgets. A budget that matches no prompt has no result: `unmatched` names it.
 */
export function checkBudgets(
  report: Pick<Report, 'prompts'>,
  budgets: readonly Budget[],
): { readonly results: readonly BudgetResult[]; readonly unmatched: readonly Budget[] } {
  const results: BudgetResult[] = [];
  const unmatched: Budget[] = [];
  for (const budget of budgets) {
    const ofBudget = resultsOf(budget, report);
    const exceeded = ofBudget.filter((result) => result.exceeded);
    const largest = ofBudget.reduce<BudgetResult | null>(
      (most, result) => (most === null || result.actual > most.actual ? result : most),
      null,
    );
    if (largest === null) unmatched.push(budget);
    else results.push(...(exceeded.length > 0 ? exceeded : [largest]));
  }
  return { results, unmatched };
}

function resultsOf(budget: Budget, report: Pick<Report, 'prompts'>): BudgetResult[] {
  const matches = promptMatcher(budget.prompts);
  return report.prompts
    .filter((prompt) => matches(prompt.id))
    .map(({ id, tokens }) => {
      const actual = tokens.most ?? tokens.count;
      const { maxTokens } = budget;
      return { scope: budget.prompts, prompt: id, maxTokens, tokens, actual, exceeded: actual > maxTokens };
    });
}
