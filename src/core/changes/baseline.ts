import type { BudgetOptions, BudgetResult } from '../budgets/check.ts';
import { tokensOf, usdOf, type Quantity } from '../budgets/quantity.ts';
import { scopeOf, type Subject } from '../budgets/subjects.ts';
import type { Budget } from '../configBudgets.ts';
import { decimal, usd } from '../prices/usd.ts';
import type { Finding, MeteredCall } from '../report.ts';

/** Where a baseline stands: beside the configuration, or at the root. */
export const baselineName = 'promptmeter.baseline.json';

/** What was over its budget, or found, when somebody decided to begin there. */
export interface Baseline {
  /** `scope measure subject` → tokens, or US dollars as they are written. */
  readonly budgets: Readonly<Record<string, number | string>>;
  /** Fingerprints. */
  readonly findings: readonly string[];
}

export const noBaseline: Baseline = { budgets: {}, findings: [] };

/** @returns a sentence fragment where it is none. */
export function readBaseline(text: string): Baseline | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return `it is not JSON (${error.message})`;
    throw error;
  }
  if (!isObject(value) || value['schemaVersion'] !== 1) return 'its "schemaVersion" is not 1';
  const { budgets, findings } = value;
  if (!isObject(budgets) || !Object.values(budgets).every(isAmount))
    return '"budgets" holds what is no amount';
  if (!Array.isArray(findings) || !findings.every((one) => typeof one === 'string'))
    return '"findings" is no list of texts';
  return { budgets: budgets as Baseline['budgets'], findings };
}

/** In an order of its own, so that two of them differ only where what they say does. */
export function writeBaseline({ budgets, findings }: Baseline): string {
  const sorted = Object.fromEntries(Object.entries(budgets).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ schemaVersion: 1, budgets: sorted, findings: [...findings].sort() }, null, 2)}\n`;
}

/** What would fail now, and from now on does not. */
export function baselineOf(
  results: readonly BudgetResult[],
  findings: readonly Finding[],
  calls: readonly MeteredCall[],
): Baseline {
  const over = results.filter(({ status, limit }) => limit.kind === 'maximum' && isOver(status));
  const largest = new Map<string, Quantity>();
  for (const { budget, subject, limit, actual } of over) {
    if (actual === null) continue;
    const key = keyOf(budget, subject, limit.measure, calls);
    // calls of one file that send the same are told apart by nothing that stays: what one may be, all may
    if (actual.amount > (largest.get(key)?.amount ?? -1n)) largest.set(key, actual);
  }
  const entries = [...largest].map(([key, actual]) => [key, written(actual)] as const);
  return { budgets: Object.fromEntries(entries), findings: findings.map(({ fingerprint }) => fingerprint) };
}

/** What the baseline lets be over a budget. */
export function allowedBy(
  { budgets }: Baseline,
  calls: readonly MeteredCall[],
): NonNullable<BudgetOptions['allowed']> {
  return (budget, subject, measure) => {
    const key = keyOf(budget, subject, measure, calls);
    const amount = Object.hasOwn(budgets, key) ? budgets[key] : undefined;
    if (amount === undefined) return null;
    return typeof amount === 'number' ? tokensOf(amount) : usdOf(usd(amount));
  };
}

function isOver(status: BudgetResult['status']): boolean {
  return status === 'exceeded' || status === 'inherited';
}

function keyOf(budget: Budget, subject: Subject, measure: string, calls: readonly MeteredCall[]): string {
  const call = subject.kind === 'call' ? calls[subject.index] : undefined;
  const what = subject.kind === 'prompt' ? subject.id : (call?.prompts.join(' ') ?? '');
  return [scopeOf(budget), measure, call === undefined ? '' : call.path, what].filter(Boolean).join(' ');
}

function written({ unit, amount }: Quantity): number | string {
  // all the digits of the unit, so that nothing is over by what was rounded away
  return unit === 'tokens' ? Number(amount) : decimal(amount, 24).replace(/\.?0+$/, '');
}

function isAmount(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0;
  return typeof value === 'string' && /^\d{1,20}(\.\d{1,24})?$/.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
