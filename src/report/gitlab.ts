import type { BudgetResult } from '../core/budgets/check.ts';
import type { Report, Severity } from '../core/report.ts';
import { budgetNotices, overBudget } from './budgets.ts';
import { Places } from './place.ts';

const severities = { error: 'critical', warning: 'major', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Report → a Code Quality report, which GitLab shows in merge requests.
 * @see https://docs.gitlab.com/ci/testing/code_quality/ (2026-11-01)
 */
export function gitlabReport(report: Report, budgets: readonly BudgetResult[] | null): string {
  const places = new Places(report);
  const found = report.findings.map(({ rule, severity, message, path, range, fingerprint }) => ({
    description: message,
    check_name: rule,
    fingerprint,
    severity: severities[severity],
    location: { path, lines: { begin: places.line(path, range.start) } },
  }));
  const over = budgetNotices(report, budgets, places).flatMap(({ severity, at, message, fingerprint }) => {
    if (at === null) return [];
    return {
      description: message,
      check_name: overBudget,
      fingerprint,
      severity: severities[severity],
      location: { path: at.path, lines: { begin: places.line(at.path, at.range.start) } },
    };
  });
  return `${JSON.stringify([...found, ...over], null, 2)}\n`;
}
