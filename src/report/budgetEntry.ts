import type { BudgetResult } from '../core/budgets/check.ts';
import type { Quantity } from '../core/budgets/quantity.ts';
import { moneyIn } from '../core/prices/money.ts';
import { inDollars } from '../core/prices/usd.ts';
import type { Report } from '../core/report.ts';
import type * as document from './gateDocument.ts';
import { limitWords } from './budgets.ts';
import type { Places } from './place.ts';

/** What a program is told of a budget. */
export function budgetEntry(
  result: BudgetResult,
  { calls }: Pick<Report, 'calls'>,
  places: Places,
): document.BudgetEntry {
  const { budget, scope, subject, limit, most, actual, base, status, gap, exemption, alike } = result;
  const call = subject.kind === 'call' ? calls[subject.index] : undefined;
  const { because, until } = exemption ?? budget;
  return {
    scope,
    selector: selectorOf(subject),
    prompt: subject.kind === 'prompt' ? subject.id : null,
    ...(call === undefined ? {} : { call: { path: call.path, ...linesOf(call, places) } }),
    measure: limit.measure,
    limit: limitWords(result, moneyIn(null)).replaceAll(',', ''),
    most: numberOf(most),
    actual: numberOf(actual),
    base: numberOf(base),
    status,
    ...(gap === null ? {} : { unknown: gap }),
    ...(because === undefined ? {} : { because }),
    ...(until === undefined ? {} : { until }),
    ...(alike === 0 ? {} : { alike }),
  };
}

function selectorOf({ kind }: BudgetResult['subject']): document.BudgetEntry['selector'] {
  return kind === 'prompt' || kind === 'call' ? (`${kind}s` as const) : kind;
}

function numberOf(quantity: Quantity | null): number | null {
  if (quantity === null) return null;
  return quantity.unit === 'usd' ? inDollars(quantity.amount) : Number(quantity.amount);
}

function linesOf(call: Report['calls'][number], places: Places) {
  const { startLine, endLine } = places.of(call.path, call.range);
  return { startLine, endLine };
}
