import { dirname, join } from 'node:path';
import { checkBudgets, type BudgetOptions, type CheckedBudgets } from '../../core/budgets/check.ts';
import { codeOwnersPaths, ownersFrom, type OwnersOf } from '../../core/budgets/owners.ts';
import {
  allowedBy,
  baselineName,
  noBaseline,
  readBaseline,
  type Baseline,
} from '../../core/changes/baseline.ts';
import type { Budget } from '../../core/configBudgets.ts';
import type { Day, Host } from '../../core/host.ts';
import type { Report } from '../../core/report.ts';
import { pathFrom } from '../../host/repository.ts';
import type { Context } from '../command.ts';
import { say } from '../sentences.ts';
import { Stop } from '../stop.ts';
import { placeOf, type Workspace } from '../workspace.ts';

type Files = Pick<Host, 'readFile'>;

/** What a gate needs to know besides the report. */
export interface Gate {
  readonly workspace: Workspace;
  readonly ownersOf: OwnersOf;
  readonly baseline: Baseline;
  /** Absolute. */
  readonly baselineFile: string;
}

/** @param files where CODEOWNERS and the baseline are read. @throws Stop */
export function openGate(workspace: Workspace, files: Files): Gate {
  const { root, stated } = workspace;
  const folder = stated.file === null ? root : dirname(stated.file);
  const inside = pathFrom(root, folder);
  const baselineFile = join(inside.startsWith('..') ? root : folder, baselineName);
  return {
    workspace,
    ownersOf: ownersIn(workspace, files),
    baseline: baselineIn(files, pathFrom(root, baselineFile)),
    baselineFile,
  };
}

/** Holds a report to some of the configuration's budgets. */
export function budgeted(
  { workspace, ownersOf, baseline }: Gate,
  report: Pick<Report, 'prompts' | 'calls'>,
  context: Context,
  {
    budgets = workspace.config.budgets,
    before = null,
  }: { budgets?: readonly Budget[]; before?: BudgetOptions['before'] } = {},
): CheckedBudgets {
  const { config } = workspace;
  return checkBudgets(report, budgets, {
    today: todayOf(workspace, context),
    ownersOf,
    unpriced: config.unpriced,
    before,
    allowed: allowedBy(baseline, report.calls),
  });
}

/** Budgets are told by themselves, with all that can only be said here; the rule that tells them elsewhere would say it twice. */
export function withoutBudgets(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ rule }) => rule !== 'over-budget') };
}

/** A budget on what several prompts come to together, for which all of them have to be known. */
export function isSum({ owner, workspace }: Budget): boolean {
  return owner !== undefined || workspace !== undefined;
}

/** What a person should know of the budgets besides how they stand. */
export function budgetNotes(
  { budgets }: Workspace['config'],
  ended: readonly Budget[],
  workspace: Workspace,
  { terminal }: Context,
): string[] {
  if (budgets.length === 0) return [say.noBudgets];
  return ended.map((budget) => {
    const place = placeOf(workspace, terminal.cwd(), ['budgets', budgets.indexOf(budget)]);
    return say.exemptionEnded(place, budget.until ?? '');
  });
}

/** Whoever asks for the prices of a day gets the same answer on every other day. */
function todayOf({ config }: Workspace, { interrupts }: Context): Day | null {
  return config.pricing.asOf ?? interrupts.today();
}

function ownersIn({ config }: Workspace, files: Files): OwnersOf {
  if (config.budgets.every(({ owner }) => owner === undefined)) return ownersFrom(config.owners);
  const [file] = codeOwnersPaths.flatMap((path) => files.readFile(path) ?? []);
  return ownersFrom(config.owners, file?.kind === 'text' ? file.text : null);
}

function baselineIn(files: Files, path: string): Baseline {
  const reading = files.readFile(path);
  if (reading === null) return noBaseline;
  const read = reading.kind === 'text' ? readBaseline(reading.text) : reading.why;
  if (typeof read === 'string') throw new Stop(say.badBaseline(path, read));
  return read;
}
