import { Analyzer } from '../core/analyze.ts';
import type { Report } from '../core/report.ts';
import { Disk } from '../host/disk.ts';
import { findFiles } from '../host/files.ts';
import { pathFrom } from '../host/repository.ts';
import { rebaseReport } from '../report/rebase.ts';
import { resolve } from 'node:path';
import type { Context } from './command.ts';
import { Progress } from './progress.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface Analysis {
  readonly workspace: Workspace;
  /** Paths and ids count from the working directory. */
  readonly report: Report;
  readonly exitCode: number;
}

/** Finds and reads what the arguments name. @throws Stop */
export async function analyzeWorkspace({ terminal, args, signal }: Context): Promise<Analysis> {
  const cwd = terminal.cwd();
  const workspace = openWorkspace(cwd, args.paths);
  const { root, from, config } = workspace;
  const found = findFiles({ root, from, config, ignoring: !args.on('no-ignore') });
  const progress = new Progress(terminal.stderr, found.files.length, args.on('quiet'), signal);
  const analysis = await new Analyzer(new Disk(root), config).analyze(found.files, progress.step);
  progress.end();
  const report = { ...analysis, unread: [...found.unread, ...analysis.unread] };
  return {
    workspace,
    report: rebaseReport(report, (path) => pathFrom(cwd, resolve(root, path))),
    exitCode: 0,
  };
}
