import { appendFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Report } from '../../core/report.ts';
import type { GateReport } from '../../report/gateReport.ts';
import { pullRequestReport } from '../../report/pullRequest.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';

/**
 * With the annotations of GitHub goes the summary of the job, in the file that its runner names.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary (2026-11-22)
 */
export function writeSummary(report: Report, gate: GateReport, { terminal, args }: Context): void {
  const file = terminal.env['GITHUB_STEP_SUMMARY'];
  if (args.value('format') !== 'github' || file === undefined || !isAbsolute(file)) return;
  try {
    appendFileSync(file, pullRequestReport(report, gate));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    terminal.stderr.write(`${say.summaryNotWritten(file, String(error.code))}\n`);
  }
}
