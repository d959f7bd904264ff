import type { BudgetResult } from '../core/budgets.ts';
import type { MeteredPrompt, Report } from '../core/report.ts';
import { countWords, tokenWords } from './words.ts';

/** `support/agent.ts#SYSTEM has 2,210 tokens, 210 more than the 2,000 of src/**: shorten it, or raise the budget` */
export function budgetMessage({ prompt, scope, tokens, actual, maxTokens, exceeded }: BudgetResult): string {
  const has = `${prompt} has ${tokenWords(tokens)} tokens`;
  if (!exceeded) return `${has}, within the ${countWords(maxTokens)} of ${scope}`;
  const over = countWords(actual - maxTokens);
  return `${has}, ${over} more than the ${countWords(maxTokens)} of ${scope}: shorten it, or raise the budget`;
}

/** What an exceeded budget is called where findings have the id of their rule. */
export const overBudget = 'over-budget';

export interface ExceededBudget {
  readonly budget: BudgetResult;
  readonly prompt: MeteredPrompt | null;
}

/** The budgets that are exceeded, each with the prompt that exceeds it where the report has that. */
export function exceededBudgets(
  { prompts }: Pick<Report, 'prompts'>,
  budgets: readonly BudgetResult[] | null,
): ExceededBudget[] {
  const byId = new Map(prompts.map((prompt) => [prompt.id, prompt]));
  return (budgets ?? [])
    .filter(({ exceeded }) => exceeded)
    .map((budget) => ({ budget, prompt: byId.get(budget.prompt) ?? null }));
}
