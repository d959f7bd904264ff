import { checkBudgets, type BudgetResult } from '../budgets/check.ts';
import { ownersFrom } from '../budgets/owners.ts';
import type { Money } from '../prices/money.ts';
import type { MeteredCall, MeteredPrompt } from '../report.ts';
import type { Certainty } from '../tokens/tokens.ts';
import { tokensPhrase } from './phrases.ts';
import { defineRule, type Subjects } from './rule.ts';

/**
 * A prompt, or a call, is larger or dearer than a budget of the configuration allows.
 *
 * Make it smaller, or raise the budget with a reason that others can read. What an exemption allows is not reported, and
 * neither is what only a comparison can tell, such as an increase: that is up to `promptmeter check`, which reports budgets
 * itself and leaves this rule out. Sums of an owner or of the workspace have no place in the source; they stand there too.
 *
 * Sizes are those with the longest text where a part has several. The examples are held to this budget:
 *
 * ```json
 * { "budgets": [{ "prompts": "**", "maxTokens": 20 }] }
 * ```
 *
 * ```ts bad
 * import OpenAI from 'openai';
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [
 *       {
 *         role: 'system',
 *         content: 'You are the harbour master, and you answer the questions of captains, pilots and crews in one sentence.',
 *       },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 *
 * ```ts good
 * import OpenAI from 'openai';
 *
 * export async function answer(question: string) {
 *   return new OpenAI().chat.completions.create({
 *     model: 'gpt-4.1',
 *     messages: [
 *       { role: 'system', content: 'You are the harbour master. Answer in one sentence.' },
 *       { role: 'user', content: question },
 *     ],
 *   });
 * }
 * ```
 */
export const rule = defineRule({
  id: 'over-budget',
  title: 'A prompt or a call exceeds a budget of the configuration',
  severity: 'warning',
  confidence: 'high',
  looksAt: 'report',
  fix: null,
  options: {},
  *check(report) {
    const { prompts, calls, budgets, owners, today } = report;
    const { results } = checkBudgets({ prompts, calls }, budgets, { today, ownersOf: ownersFrom(owners) });
    for (const result of results) {
      const over = overOf(result);
      const about = subjectOf(result, report);
      if (over === null || about === null) continue;
      const { path, range } = about;
      const prompt = 'id' in about ? about.id : null;
      const { measure } = result.limit;
      yield {
        path,
        range,
        prompt,
        evidence: `${measure} ${result.scope}`,
        data: { ...over, measure, scope: result.scope },
      };
    }
  },
  say: ({ measure, actual, most, scope, certainty }, money) =>
    `${amounts[measure](actual, money, certainty)}, ${amounts[measure](actual - most, money, certainty)} more than the budget of ${scope} allows: shorten it, or raise the budget`,
});

const amounts = {
  tokens: (amount: bigint, _money: Money, certainty: Certainty) => tokensPhrase(Number(amount), certainty),
  usdPerCall: (amount: bigint, money: Money) => `${money(amount)} per call`,
  usdPerMonth: (amount: bigint, money: Money) => `${money(amount)} per month`,
} as const satisfies Record<BudgetResult['limit']['measure'], unknown>;

/** Of counts that nobody has, the least sure is said. */
function overOf({ status, actual, most, tokens }: BudgetResult) {
  if (status !== 'exceeded' || actual === null || most === null) return null;
  const certainty: Certainty = tokens?.certainty ?? 'approximate';
  return { actual: actual.amount, most: most.amount, certainty };
}

/** `null` for a sum. */
function subjectOf(
  { subject }: BudgetResult,
  { prompts, calls }: Subjects['report'],
): MeteredPrompt | MeteredCall | null {
  if (subject.kind === 'prompt') return prompts.find(({ id }) => id === subject.id) ?? null;
  return subject.kind === 'call' ? (calls[subject.index] ?? null) : null;
}
