import type { BudgetResult } from '../core/budgets/check.ts';
import type { Gap, Measure } from '../core/budgets/measure.ts';
import type { Quantity } from '../core/budgets/quantity.ts';
import type { Subject } from '../core/budgets/subjects.ts';
import type { Increase } from '../core/configValues.ts';
import { moneyIn, type Money } from '../core/prices/money.ts';
import { usd } from '../core/prices/usd.ts';
import type { MeteredCall, MeteredPrompt, Report } from '../core/report.ts';
import type { Places } from './place.ts';
import { countWords, oneLine, signOf, tokenWords } from './words.ts';

/** What is said of a budget; a report names what it holds. */
type Named = Pick<Report, 'prompts' | 'calls' | 'currency'>;

/**
 * `support/agent.ts#SYSTEM has 2,210 tokens (1,900 before), 210 more than the 2,000 of src/**: shorten it, or raise the
 * budget`
 */
export function budgetMessage(result: BudgetResult, report: Named, places: Places): string {
  const { limit, actual, most, base, status, scope } = result;
  const who = subjectWords(result, report, places);
  const money = moneyIn(report.currency);
  if (status === 'uncheckable') return uncheckableMessage(who, result, money);
  const has = limit.measure === 'tokens' ? 'has' : 'costs';
  const is = `${who} ${has} ${actualWords(result, money)}${unitWords(limit.measure)}`;
  if (limit.kind === 'increase') return `${is}, ${increaseMessage(result, limit.stated, money)}`;
  const before = base === null ? '' : ` (${amountWords(base, money)} before)`;
  const of = `the ${amountWords(most, money)} of ${scope}${becauseWords(result)}`;
  if (status === 'within' || actual === null || most === null) return `${is}${before}, within ${of}`;
  return `${is}${before}, ${differenceWords(actual, most, money)} more than ${of}${adviceWords(result)}`;
}

/** `12 more than the 84 before, where src/** allows 10% more: shorten it, or raise the budget` */
function increaseMessage(result: BudgetResult, stated: Increase, money: Money): string {
  const { actual, base, scope, status } = result;
  const allows = `${scope} allows ${increaseWords(stated, money)} more${becauseWords(result)}`;
  if (actual === null || base === null) return `where ${allows}`;
  const more = actual.amount > base.amount ? differenceWords(actual, base, money) : 'no';
  const advice = status === 'within' ? '' : adviceWords(result);
  return `${more} more than the ${amountWords(base, money)} before, where ${allows}${advice}`;
}

function differenceWords(actual: Quantity, other: Quantity, money: Money): string {
  return amountWords({ unit: actual.unit, amount: actual.amount - other.amount }, money);
}

/** `src/agent.ts#SYSTEM`, `the call in src/agent.ts:50`, `all of search-team`, `the workspace` */
export function subjectWords(
  { subject, alike }: Pick<BudgetResult, 'subject' | 'alike'>,
  report: Named,
  places: Places,
): string {
  const others = alike === 0 ? '' : ` and ${countWords(alike)} more`;
  return nameOf(subject, report, places) + others;
}

function nameOf(subject: Subject, report: Named, places: Places): string {
  if (subject.kind === 'prompt') return oneLine(subject.id);
  if (subject.kind === 'owner') return `all of ${oneLine(subject.owner)}`;
  const call = subject.kind === 'call' ? report.calls[subject.index] : undefined;
  return call === undefined
    ? 'the workspace'
    : `the call in ${oneLine(call.path)}:${places.line(call.path, call.range.start)}`;
}

/** `≈2,210 ±6 % of 2,000 tokens`, `$0.012 of $0.01 per call`, `? of $500 per month` */
export function budgetNumbers(result: BudgetResult, money: Money): string {
  return `${actualWords(result, money)} of ${amountWords(result.most, money)}${unitWords(result.limit.measure)}`;
}

export function amountWords(quantity: Quantity | null, money: Money): string {
  if (quantity === null) return '?';
  return quantity.unit === 'usd' ? money(quantity.amount) : countWords(Number(quantity.amount));
}

/** With how sure it is. */
export function actualWords({ actual, tokens, limit }: BudgetResult, money: Money): string {
  if (actual === null || tokens === null) return amountWords(actual, money);
  return limit.measure === 'tokens' ? tokenWords(tokens) : signOf(tokens) + amountWords(actual, money);
}

/** `2,000 tokens`, `$0.01 per call`, `an increase of 10%` */
export function limitWords({ limit }: Pick<BudgetResult, 'limit'>, money: Money): string {
  return limit.kind === 'maximum'
    ? amountWords(limit.quantity, money) + unitWords(limit.measure)
    : `an increase of ${increaseWords(limit.stated, money)}`;
}

export function unitWords(measure: Measure): string {
  return { tokens: ' tokens', usdPerCall: ' per call', usdPerMonth: ' per month' }[measure];
}

function increaseWords({ unit, value }: Increase, money: Money): string {
  if (unit === 'percent') return `${value}%`;
  return unit === 'usd' ? `${money(usd(value))} per call` : `${countWords(value)} tokens`;
}

function becauseWords({ budget }: BudgetResult): string {
  return budget.because === undefined ? '' : ` (${oneLine(budget.because)})`;
}

function adviceWords({ status, exemption, subject, limit }: BudgetResult): string {
  if (status === 'inherited') return ', which it was before: not a failure';
  if (exemption !== null)
    return `; exempt until ${exemption.until ?? 'further notice'}: ${oneLine(exemption.because ?? '')}`;
  const what = subject.kind === 'prompt' ? 'it' : 'what it sends';
  return limit.measure === 'tokens'
    ? `: shorten ${what}, or raise the budget`
    : `: shorten ${what}, take a cheaper model, or raise the budget`;
}

const gaps = {
  price: 'no price is known of its model: state one under "prices", or the model itself',
  volume: 'nobody states how often it is sent: add it under "volumes"',
  tokens: 'nothing of what it sends is known here',
  split:
    'the volume that is stated is that of several calls together: say above each call how often it is made, such as "promptmeter: volume=2000/day"',
} as const satisfies Record<Gap, string>;

function uncheckableMessage(who: string, result: BudgetResult, money: Money): string {
  const { scope, gap, actual } = result;
  const known = actual === null ? '' : ` beyond the ${amountWords(actual, money)} that are known`;
  const what = `${limitWords(result, money)} of ${scope}`;
  return `${who} cannot be held to ${what}${known}: ${gaps[gap ?? 'tokens']}`;
}

/** What an exceeded budget is called where findings have the id of their rule. */
export const overBudget = 'over-budget';

/** What a tool is told of a budget: where, how bad, and the sentence. */
export interface BudgetNotice {
  readonly result: BudgetResult;
  readonly severity: 'error' | 'warning' | 'info';
  /** What it speaks about, where that is one thing in a file. */
  readonly at: MeteredPrompt | MeteredCall | null;
  readonly message: string;
  /** The same as long as budget and subject are, wherever its line moves. */
  readonly fingerprint: string;
}

const severities = {
  exceeded: 'error',
  inherited: 'warning',
  exempt: 'info',
  uncheckable: 'info',
  within: null,
} as const satisfies Record<BudgetResult['status'], BudgetNotice['severity'] | null>;

/** All that is not simply within its budget. */
export function budgetNotices(
  report: Named,
  budgets: readonly BudgetResult[] | null,
  places: Places,
): BudgetNotice[] {
  const byId = new Map(report.prompts.map((prompt) => [prompt.id, prompt]));
  return (budgets ?? []).flatMap((result) => {
    const severity = result.fails ? 'error' : severities[result.status];
    if (severity === null) return [];
    const { subject } = result;
    const call = subject.kind === 'call' ? report.calls[subject.index] : undefined;
    const at = subject.kind === 'prompt' ? byId.get(subject.id) : call;
    const message = budgetMessage(result, report, places);
    return [{ result, severity, at: at ?? null, message, fingerprint: fingerprintOf(result, call) }];
  });
}

function fingerprintOf({ scope, subject, limit }: BudgetResult, call: MeteredCall | undefined): string {
  const of = {
    prompt: 'id' in subject ? subject.id : '',
    call: call === undefined ? '' : `${call.path} ${call.prompts.join(' ')}`,
    owner: '',
    workspace: '',
  }[subject.kind];
  return [overBudget, scope, limit.kind, limit.measure, of].join(' ').trimEnd();
}
