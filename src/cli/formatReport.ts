import type { Config } from '../core/config.ts';
import type { Report } from '../core/report.ts';
import { failing } from '../core/rules/gate.ts';
import { rules } from '../core/rules/index.ts';
import { Assets } from '../host/assets.ts';
import { csvReport } from '../report/csv.ts';
import type { GateReport } from '../report/gateReport.ts';
import { githubReport } from '../report/github.ts';
import { gitlabReport } from '../report/gitlab.ts';
import { jsonReport } from '../report/json.ts';
import { junitReport } from '../report/junit.ts';
import { markdownReport } from '../report/markdown.ts';
import { pullRequestReport } from '../report/pullRequest.ts';
import { sarifReport } from '../report/sarif.ts';
import { terminalGate } from '../report/terminalGate.ts';
import { terminalReport } from '../report/terminal.ts';
import type { TerminalOptions } from '../report/terminalPage.ts';
import type { Context } from './command.ts';
import { reportFormats } from './formats.ts';
import { wantsColours, widthOf } from './terminal.ts';
import { version } from './version.ts';

/** In pieces, of which all but JSON has one. @param gate of `check`; `null` for a report without one. */
export function formatReport(
  report: Report,
  gate: GateReport | null,
  config: Pick<Config, 'failOn' | 'failOnConfidence'>,
  context: Context,
): Iterable<string> {
  const format = context.args.choice('format', reportFormats);
  return format === 'json'
    ? jsonReport(report, version, gate)
    : [writtenReport(format, report, gate, config, context)];
}

function writtenReport(
  format: Exclude<(typeof reportFormats)[number], 'json'>,
  report: Report,
  gate: GateReport | null,
  config: Pick<Config, 'failOn' | 'failOnConfidence'>,
  context: Context,
): string {
  const budgets = gate?.budgets ?? null;
  if (format === 'markdown')
    return gate === null || gate.change === null
      ? markdownReport(report, budgets)
      : pullRequestReport(report, gate);
  if (format === 'csv') return csvReport(report, gate?.change);
  if (format === 'sarif') return sarifReport(report, budgets, { version, rules, pages: pagesOf(report) });
  if (format === 'github') return githubReport(report, budgets);
  if (format === 'gitlab') return gitlabReport(report, budgets);
  if (format === 'junit')
    return junitReport(report, budgets, gate?.failing ?? failing(report.findings, config));
  const options = terminalOptions(context);
  return gate === null ? terminalReport(report, options) : terminalGate(report, gate, options);
}

/** The pages of the rules that found something. */
function pagesOf({ findings }: Report): ReadonlyMap<string, string> {
  const assets = new Assets();
  const found = [...new Set(findings.map(({ rule }) => rule))];
  return new Map(found.map((id) => [id, assets.loadRulePage(id)]));
}

export function terminalOptions({ terminal, args }: Context): TerminalOptions {
  return {
    width: widthOf(terminal),
    colours: wantsColours(terminal) && !args.on('no-color'),
    wraps: terminal.stdout.isTTY === true,
    quiet: args.on('quiet'),
  };
}
