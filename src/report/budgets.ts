import type { BudgetResult } from '../core/budgets.ts';
import { countWords, tokenWords } from './words.ts';

/** `support/agent.ts#SYSTEM has 2,210 tokens, 210 more than the 2,000 of src/**: shorten it, or raise the budget` */
export function budgetMessage({ prompt, scope, tokens, actual, maxTokens, exceeded }: BudgetResult): string {
  const has = `${prompt} has ${tokenWords(tokens)} tokens`;
  if (!exceeded) return `${has}, within the ${countWords(maxTokens)} of ${scope}`;
  const over = countWords(actual - maxTokens);
  return `${has}, ${over} more than the ${countWords(maxTokens)} of ${scope}: shorten it, or raise the budget`;
}
