import type { BudgetResult } from '../core/budgets/check.ts';
import type { Config } from '../core/config.ts';
import type { Report } from '../core/report.ts';
import { rules } from '../core/rules/index.ts';
import { Assets } from '../host/assets.ts';
import { csvReport } from '../report/csv.ts';
import { githubReport } from '../report/github.ts';
import { gitlabReport } from '../report/gitlab.ts';
import { jsonReport } from '../report/json.ts';
import { junitReport } from '../report/junit.ts';
import { markdownReport } from '../report/markdown.ts';
import { sarifReport } from '../report/sarif.ts';
import { terminalBudgets, terminalReport, type TerminalOptions } from '../report/terminal.ts';
import type { Context } from './command.ts';
import { reportFormats } from './formats.ts';
import { wantsColours, widthOf } from './terminal.ts';
import { version } from './version.ts';

/** @param budgets of `check`; `null` for a report without any. */
export function formatReport(
  report: Report,
  budgets: readonly BudgetResult[] | null,
  config: Pick<Config, 'failOn' | 'failOnConfidence'>,
  context: Context,
): string {
  const format = context.args.choice('format', reportFormats);
  if (format === 'json') return jsonReport(report, version, budgets);
  if (format === 'markdown') return markdownReport(report, budgets);
  if (format === 'csv') return csvReport(report);
  if (format === 'sarif') return sarifReport(report, budgets, { version, rules, pages: pagesOf(report) });
  if (format === 'github') return githubReport(report, budgets);
  if (format === 'gitlab') return gitlabReport(report, budgets);
  if (format === 'junit') return junitReport(report, budgets, config);
  const options = terminalOptions(context);
  return budgets === null ? terminalReport(report, options) : terminalBudgets(report, budgets, options);
}

/** The pages of the rules that found something. */
function pagesOf({ findings }: Report): ReadonlyMap<string, string> {
  const assets = new Assets();
  const found = [...new Set(findings.map(({ rule }) => rule))];
  return new Map(found.map((id) => [id, assets.loadRulePage(id)]));
}

export function terminalOptions({ terminal, args }: Context): TerminalOptions {
  return { width: widthOf(terminal), colours: wantsColours(terminal) && !args.on('no-color') };
}
