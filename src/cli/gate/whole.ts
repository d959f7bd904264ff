import type { CheckedBudgets } from '../../core/budgets/check.ts';
import { baselineOf, writeBaseline } from '../../core/changes/baseline.ts';
import { selectors, type Budget } from '../../core/configBudgets.ts';
import type { Report } from '../../core/report.ts';
import { failing } from '../../core/rules/gate.ts';
import { Disk } from '../../host/disk.ts';
import { budgeted, isSum, withoutBudgets, type Gate } from '../../host/gate/gate.ts';
import { writeWhole } from '../../host/replaceFile.ts';
import { pathFrom } from '../../host/repository.ts';
import { analyzeWorkspace } from '../analysis.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { placeOf, refuseGlob, type Workspace } from '../workspace.ts';
import { writing } from '../writing.ts';
import { budgetNotes } from './budgetNotes.ts';
import { fixFiles } from './fix.ts';
import { gateOf } from './opened.ts';
import { tell } from './tell.ts';

/** Holds all prompts below the paths to the budgets and the rules. */
export async function checkWhole(context: Context): Promise<number> {
  const { terminal, args } = context;
  const analysis = await analyzeWorkspace(context);
  const { workspace, exitCode } = analysis;
  const report = withoutBudgets(analysis.report);
  const { config } = workspace;
  const disk = new Disk(workspace.root);
  if (args.on('fix') && fixFiles(report.findings, workspace.root, disk, context))
    return checkWhole({ ...context, args: args.without('fix') });
  const gate = gateOf(workspace, disk);
  const budgets = workspace.whole ? config.budgets : config.budgets.filter((budget) => !isSum(budget));
  const checked = budgeted(gate, report, context.interrupts.today(), { budgets });
  refuseUnmatched(checked.unmatched, workspace, terminal.cwd());
  const notes = budgetNotes(checked.ended, workspace, context);
  if (budgets.length < config.budgets.length) notes.push(say.sumsNeedAll);
  if (budgets.some(({ maxIncrease }) => maxIncrease !== undefined)) notes.push(say.noBaseForIncrease);
  if (!args.on('quiet')) for (const note of notes) terminal.stderr.write(`${note}\n`);
  if (args.on('update-baseline')) return updateBaseline(gate, report, checked, context);
  const known = new Set(gate.baseline.findings);
  const young = report.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  return Math.max(
    exitCode,
    tell(
      { workspace, report: { ...report, findings: young }, results: checked.results, change: null },
      { old: report.findings.length - young.length },
      context,
    ),
  );
}

/** A budget that selects nothing is one with a misspelt glob or owner. @throws Stop */
function refuseUnmatched([first]: readonly Budget[], workspace: Workspace, cwd: string): void {
  if (!workspace.whole || first === undefined) return;
  const index = workspace.config.budgets.indexOf(first);
  const stated = workspace.stated.config.budgets[index] ?? first;
  const selector = selectors.find((name) => stated[name] !== undefined) ?? 'prompts';
  const path = ['budgets', index, selector];
  if (selector === 'owner')
    throw new Stop(say.ownerOwnsNothing(placeOf(workspace, cwd, path), String(stated.owner)));
  refuseGlob(workspace, cwd, path, String(stated[selector]));
}

/** What is over or found today is let be from now on; what is no longer, is forgotten. */
function updateBaseline(
  { workspace, baselineFile }: Gate<Workspace>,
  report: Report,
  { results }: CheckedBudgets,
  { terminal }: Context,
): number {
  if (!workspace.whole) throw new Stop(say.baselineNeedsAll);
  const baseline = baselineOf(results, failing(report.findings, workspace.config), report.calls);
  const name = pathFrom(terminal.cwd(), baselineFile);
  writing(name, () => writeWhole(baselineFile, writeBaseline(baseline)));
  terminal.stdout.write(
    `${say.baselineWritten(name, Object.keys(baseline.budgets).length, baseline.findings.length)}\n`,
  );
  return 0;
}
