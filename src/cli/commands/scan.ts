import { analyzeWorkspace, fromHere } from '../analysis.ts';
import type { Context } from '../command.ts';
import { formatReport, formats } from '../formats.ts';

export async function scan(context: Context): Promise<number> {
  // Before the work, so that a misspelt format does not cost a minute.
  context.args.choice('format', formats);
  const { report, workspace, exitCode } = await analyzeWorkspace(context);
  context.terminal.stdout.write(formatReport(fromHere(report, workspace, context), null, context));
  return exitCode;
}
