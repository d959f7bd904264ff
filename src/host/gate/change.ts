import type { BudgetResult, CheckedBudgets } from '../../core/budgets/check.ts';
import { rulerOf } from '../../core/budgets/measure.ts';
import { compareReports, type PromptChange } from '../../core/changes/compare.ts';
import { touchedBy, type Touched } from '../../core/changes/touched.ts';
import type { Budget } from '../../core/configBudgets.ts';
import type { Day } from '../../core/host.ts';
import type { MeasuredUses } from '../../core/prices/measuredUse.ts';
import type { Report } from '../../core/report.ts';
import { selector } from '../files.ts';
import type { Change } from '../git/change.ts';
import type { Git } from '../git/git.ts';
import { Snapshot } from '../git/snapshot.ts';
import { analyzeChange, type BothReports } from './analyzeChange.ts';
import { budgeted, isSum, withoutBudgets, type Gate } from './gate.ts';
import type { PastRecords } from './pastRecords.ts';
import { wholeReports } from './wholeReports.ts';

/** A change that was read on both sides, and what of its report it has touched. */
export interface ComparedReports {
  readonly gate: Gate;
  readonly change: Change;
  readonly reports: BothReports;
  readonly touched: Touched;
  readonly changes: readonly PromptChange[];
  /** What earlier checks have read; `null` where nothing is kept. */
  readonly past: PastRecords | null;
}

/** How a change stands to the budgets and the rules. */
export interface HeldChange {
  /** Of what the change has touched, without the findings that were there before or that the baseline lets be. */
  readonly report: Report;
  /** How many findings these are. */
  readonly old: number;
  readonly results: readonly BudgetResult[];
  /** There may be files that use what was changed, and were not looked at. */
  readonly partial: boolean;
  /** Exemptions whose day is over. */
  readonly ended: readonly Budget[];
  /** What was compared with what; see `ComparedChange` of the reports. */
  readonly compared: { readonly base: string; readonly changes: readonly PromptChange[] };
}

/**
 * Reads what a change can affect, as it was and as it is.
 * @param within whether a path lies below those that are meant.
 * @param today `null` where nobody can say. @param measured what the ledger tells of the prompts.
 * @param past what earlier checks have read.
 */
export async function compareChange(
  git: Git,
  change: Change,
  gate: Gate,
  {
    within,
    today,
    measured = new Map(),
    past = null,
  }: {
    within: (path: string) => boolean;
    today: Day | null;
    measured?: MeasuredUses;
    past?: PastRecords | null;
  },
): Promise<ComparedReports> {
  const { config } = gate.workspace;
  const isRead = selector(config);
  const reports = await analyzeChange(git, change, { config, isRead, within, measured, today, past });
  const comparison = compareReports(reports.now, reports.before, change.renamed, gate.ownersOf);
  const changed = new Set(change.paths.filter((path) => isRead(path) && within(path)));
  const touched = touchedBy(withoutBudgets(reports.now), comparison, changed);
  const unread = change.unread.filter(({ path }) => within(path) && isRead(path));
  const report = { ...touched.report, unread: [...unread, ...touched.report.unread] };
  return { gate, change, reports, touched: { ...touched, report }, changes: comparison.changes, past };
}

/** Holds to the budgets and the rules what a change adds; what was over before is told and fails nothing. */
export async function holdChange(compared: ComparedReports, today: Day | null): Promise<HeldChange> {
  const { gate, change, touched, changes } = compared;
  const { report, old, before } = touched;
  const budgets = gate.workspace.config.budgets.filter((budget) => !isSum(budget));
  const single = budgeted(gate, report, today, { budgets, before });
  const sums = await checkSums(compared, today);
  const known = new Set(gate.baseline.findings);
  const findings = report.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  return {
    report: { ...report, findings },
    old: old + report.findings.length - findings.length,
    results: [...single.results, ...sums.results],
    ended: [...single.ended, ...sums.ended],
    partial: compared.reports.partial,
    compared: { base: change.base.name, changes },
  };
}

/** Sums need all that there is, and are computed only where a budget asks for one. */
async function checkSums(
  { gate, change, reports, past }: ComparedReports,
  today: Day | null,
): Promise<Pick<CheckedBudgets, 'results' | 'ended'>> {
  const { config } = gate.workspace;
  const budgets = config.budgets.filter(isSum);
  if (budgets.length === 0) return { results: [], ended: [] };
  const files = change.files().filter(selector(config));
  const kept = change.now instanceof Snapshot ? (past?.whole(change.now.entries) ?? null) : null;
  const whole = await wholeReports(files, { host: change.now, config, kept }, reports);
  const measured = rulerOf(whole.before, gate.ownersOf);
  return budgeted(gate, whole.now, today, {
    budgets,
    before: (subject, measure) => measured(subject, measure).actual,
  });
}
