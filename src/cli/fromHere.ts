import { resolve } from 'node:path';
import type { Report } from '../core/report.ts';
import { pathFrom } from '../host/repository.ts';
import { rebaseReport } from '../report/rebase.ts';
import type { Context } from './command.ts';
import type { Workspace } from './workspace.ts';

/** Read by those who show findings in a change: they count paths from the root of the repository, wherever a job runs. */
const countingFromRoot: readonly (string | null)[] = ['sarif', 'github', 'gitlab'];

/** The report as seen from the working directory, or from where the readers of its format look. */
export function fromHere(report: Report, workspace: Pick<Workspace, 'root'>, context: Context): Report {
  const move = moverFor(workspace, context);
  return move === null ? report : rebaseReport(report, move);
}

/** How a path is told that counts from the root; `null` where it is told as it is. */
export function moverFor(
  { root }: Pick<Workspace, 'root'>,
  { terminal, args }: Context,
): ((path: string) => string) | null {
  const cwd = terminal.cwd();
  if (cwd === root || countingFromRoot.includes(args.value('format'))) return null;
  return (path) => pathFrom(cwd, resolve(root, path));
}
