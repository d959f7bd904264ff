import type { BudgetResult } from '../core/budgets/check.ts';
import type { Range } from '../core/text.ts';
import type { Report, Severity } from '../core/report.ts';
import { budgetNotices, overBudget } from './budgets.ts';
import { Places } from './place.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Report → workflow commands, which GitHub shows at the lines of a pull request.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions (2026-11-01)
 */
export function githubReport(report: Report, budgets: readonly BudgetResult[] | null): string {
  const places = new Places(report);
  const lines = report.findings.map(({ severity, path, range, rule, message }) =>
    command(commands[severity], properties(places, path, range, rule), message),
  );
  for (const { severity, at, message } of budgetNotices(report, budgets, places)) {
    const where = at === null ? { title: overBudget } : properties(places, at.path, at.range, overBudget);
    lines.push(command(commands[severity], where, message));
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Columns are taken only where the place begins and ends on one line. */
function properties(
  places: Places,
  path: string,
  range: Range,
  title: string,
): Record<string, string | number> {
  const { startLine, startColumn, endLine, endColumn } = places.of(path, range);
  const columns: Record<string, number> = startLine === endLine ? { col: startColumn, endColumn } : {};
  return { file: path, line: startLine, endLine, ...columns, title };
}

function command(name: string, values: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(values).map(
    ([key, value]) => `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${name} ${list.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
