import { analyzeWorkspace, fromHere } from '../analysis.ts';
import type { Context } from '../command.ts';
import { formatReport } from '../formatReport.ts';
import { reportFormats } from '../formats.ts';
import { rememberPrompts } from '../ledger/remember.ts';

export async function scan(context: Context): Promise<number> {
  // Before the work, so that a misspelt format does not cost a minute.
  context.args.choice('format', reportFormats);
  const analysis = await analyzeWorkspace(context);
  const { report, workspace, exitCode } = analysis;
  const here = fromHere(report, workspace, context);
  context.terminal.stdout.write(formatReport(here, null, workspace.config, context));
  await rememberPrompts(analysis, context);
  return exitCode;
}
