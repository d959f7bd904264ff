import { analyzeWorkspace, fromHere } from '../analysis.ts';
import type { Context } from '../command.ts';
import { formats, formatReport } from '../formats.ts';

export async function scan(context: Context): Promise<number> {
  const format = context.args.choice('format', formats);
  const { report, workspace, exitCode } = await analyzeWorkspace(context);
  context.terminal.stdout.write(formatReport(format, fromHere(report, workspace, context), null, context));
  return exitCode;
}
