import type { BudgetResult } from '../core/budgets.ts';
import type { Report } from '../core/report.ts';
import { jsonReport } from '../report/json.ts';
import type { Context } from './command.ts';
import { version } from './version.ts';

export const formats = ['json'] as const;
export type Format = (typeof formats)[number];

export function formatReport(
  format: Format,
  report: Report,
  budgets: readonly BudgetResult[] | null,
  _context: Context,
): string {
  void format;
  return jsonReport(report, version, budgets);
}
