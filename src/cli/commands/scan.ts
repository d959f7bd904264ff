import { analyzeWorkspace } from '../analysis.ts';
import { fromHere } from '../fromHere.ts';
import type { Context } from '../command.ts';
import { formatReport, terminalOptions } from '../formatReport.ts';
import { reportFormats } from '../formats.ts';
import { largestReport } from '../../report/largest.ts';
import { rememberPrompts } from '../ledger/remember.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';

export async function scan(context: Context): Promise<number> {
  // Before the work, so that a misspelt format does not cost a minute.
  const format = context.args.choice('format', reportFormats);
  const most = context.args.number('largest');
  if (most !== null && format !== 'terminal') throw new Stop(say.largestElsewhere(format));
  const analysis = await analyzeWorkspace(context);
  const { report, workspace, exitCode } = analysis;
  const here = fromHere(report, workspace, context);
  const pieces =
    most === null
      ? formatReport(here, null, workspace.config, context)
      : [largestReport(here, most, terminalOptions(context))];
  for (const piece of pieces) context.terminal.stdout.write(piece);
  await rememberPrompts(analysis, context);
  return exitCode;
}
