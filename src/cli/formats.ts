import type { BudgetResult } from '../core/budgets.ts';
import type { Report } from '../core/report.ts';
import { jsonReport } from '../report/json.ts';
import { markdownReport } from '../report/markdown.ts';
import { terminalBudgets, terminalReport, type TerminalOptions } from '../report/terminal.ts';
import type { Context } from './command.ts';
import { wantsColours, widthOf } from './terminal.ts';
import { version } from './version.ts';

/** The first is the one that nobody needs to ask for. */
export const formats = ['terminal', 'json', 'markdown'] as const;

/** @param budgets of `check`; `null` for a report without any. */
export function formatReport(
  report: Report,
  budgets: readonly BudgetResult[] | null,
  context: Context,
): string {
  const format = context.args.choice('format', formats);
  if (format === 'json') return jsonReport(report, version, budgets);
  if (format === 'markdown') return markdownReport(report, budgets);
  const options = terminalOptions(context);
  return budgets === null ? terminalReport(report, options) : terminalBudgets(report, budgets, options);
}

export function terminalOptions({ terminal, args }: Context): TerminalOptions {
  return { width: widthOf(terminal), colours: wantsColours(terminal) && !args.on('no-color') };
}
