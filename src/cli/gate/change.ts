import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedBudgets } from '../../core/budgets/check.ts';
import { rulerOf } from '../../core/budgets/measure.ts';
import { compareReports } from '../../core/changes/compare.ts';
import { touchedBy } from '../../core/changes/touched.ts';
import type { Finding } from '../../core/report.ts';
import { Assets } from '../../host/assets.ts';
import { dataFolder } from '../../host/dataFolder.ts';
import { selector } from '../../host/files.ts';
import type { Change } from '../../host/git/change.ts';
import type { Git } from '../../host/git/git.ts';
import { Snapshot } from '../../host/git/snapshot.ts';
import type { Context } from '../command.ts';
import { notePrices } from '../pricesNote.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { openRepository, type Workspace } from '../workspace.ts';
import { analyzeChange, type BothReports } from './analyzeChange.ts';
import { budgeted, budgetNotes, isSum, openGate, withoutBudgets, type Gate } from './budgeted.ts';
import { fixFiles, fixStaged } from './fix.ts';
import { configurationIn, openChange } from './openChange.ts';
import { tell } from './tell.ts';
import { wholeReports } from './wholeReports.ts';

/** Holds to the budgets and the rules what a change adds, and warns of what was over before. */
export async function checkChange(context: Context): Promise<number> {
  const { terminal, args } = context;
  const assets = new Assets(dataFolder(terminal.env));
  const { git, change } = await openChange(context, assets);
  const workspace = await openRepository(context, git.root, configurationIn(change, git.root));
  const { config } = workspace;
  const isRead = selector(config);
  refuseMissing(change, workspace, context);
  const within = (path: string) => isNamed(path, workspace.from);
  const reports = await analyzeChange(git, change, { config, isRead, within });
  const gate = openGate(workspace, change.now);
  const comparison = compareReports(reports.now, reports.before, change.renamed, gate.ownersOf);
  const changed = new Set(change.paths.filter((path) => isRead(path) && within(path)));
  const { report, old, before } = touchedBy(withoutBudgets(reports.now), comparison, changed);

  if (args.on('fix') && (await fixed(report.findings, git, change, context)))
    return checkChange({ ...context, args: args.without('fix') });

  const single = config.budgets.filter((budget) => !isSum(budget));
  const checked = budgeted(gate, report, context, { budgets: single, before });
  const sums = await checkSums(gate, change, reports, context);
  const ended = [...checked.ended, ...sums.ended];
  const notes = budgetNotes(config, ended, workspace, context);
  if (change.base.approximate) notes.push(say.baseIsTip(change.base.name));
  if (!args.on('quiet')) for (const note of notes) terminal.stderr.write(`${note}\n`);
  if (report.prompts.some(({ cost }) => cost !== null)) notePrices(report.prices, config, context);

  const known = new Set(gate.baseline.findings);
  const findings = report.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const unread = [...change.unread.filter(({ path }) => within(path) && isRead(path)), ...report.unread];
  return tell(
    {
      workspace,
      report: { ...report, findings, unread },
      results: [...checked.results, ...sums.results],
      change: { base: change.base.name, changes: comparison.changes },
    },
    { old: old + report.findings.length - findings.length },
    context,
  );
}

async function fixed(
  findings: readonly Finding[],
  git: Git,
  { now }: Change,
  context: Context,
): Promise<boolean> {
  return now instanceof Snapshot
    ? fixStaged(findings, git, now, context)
    : fixFiles(findings, git.root, now, context);
}

/** Sums need all that there is, and are computed only where a budget asks for one. */
async function checkSums(
  gate: Gate,
  change: Change,
  reports: BothReports,
  context: Context,
): Promise<Pick<CheckedBudgets, 'results' | 'ended'>> {
  const { config } = gate.workspace;
  const budgets = config.budgets.filter(isSum);
  if (budgets.length === 0) return { results: [], ended: [] };
  const files = change.files.filter(selector(config));
  const whole = await wholeReports(files, change.now, config, reports);
  const measured = rulerOf(whole.before, gate.ownersOf);
  return budgeted(gate, whole.now, context, {
    budgets,
    before: (subject, measure) => measured(subject, measure).actual,
  });
}

/** A name of nothing would be a clean run of nothing. @throws Stop */
function refuseMissing(change: Change, { root, from }: Workspace, { args }: Context): void {
  from.forEach((path, i) => {
    const isThere = [change.files, change.pathsBefore].some((files) =>
      files.some((file) => isNamed(file, [path])),
    );
    if (!isThere && !existsSync(join(root, path))) throw new Stop(say.noSuchPath(args.paths[i] ?? path));
  });
}

/** Without names, everything is meant. */
function isNamed(path: string, named: Workspace['from']): boolean {
  return named.length === 0 || named.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
}
