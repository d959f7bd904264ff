import type { BudgetResult } from '../../core/budgets/check.ts';
import type { PromptChange } from '../../core/changes/compare.ts';
import type { Report } from '../../core/report.ts';
import { failing } from '../../core/rules/gate.ts';
import type { ComparedChange, GateReport } from '../../report/gateReport.ts';
import { rebaseChange } from '../../report/rebase.ts';
import type { Context } from '../command.ts';
import { formatReport } from '../formatReport.ts';
import { fromHere, moverFor } from '../fromHere.ts';
import { say } from '../sentences.ts';
import type { Workspace } from '../workspace.ts';
import { writeSummary } from './summary.ts';

/** What a gate has found; paths and ids count from the root. */
export interface Outcome {
  readonly workspace: Workspace;
  readonly report: Report;
  readonly results: readonly BudgetResult[];
  /** `null` where nothing was compared. */
  readonly change: ComparedChange | null;
}

/** Prints it as it was asked for. @param old how many findings are not told because they were there before. @returns the exit code. */
export function tell(outcome: Outcome, { old }: { readonly old: number }, context: Context): number {
  const { workspace, report, results, change } = outcome;
  const { terminal, args } = context;
  const { config } = workspace;
  const here = fromHere(report, workspace, context);
  const move = moverFor(workspace, context);
  const ids = new Map(report.prompts.map(({ id }, i) => [id, here.prompts[i]?.id ?? id]));
  const budgets = results.map((result) => renamed(result, ids));
  const moved = (one: PromptChange) => (move === null ? one : rebaseChange(one, move));
  const gate: GateReport = {
    budgets,
    change: change === null ? null : { ...change, changes: change.changes.map(moved) },
    failing: failing(here.findings, config),
  };
  for (const piece of formatReport(here, gate, config, context)) terminal.stdout.write(piece);
  writeSummary(here, gate, context);
  if (old > 0 && !args.on('quiet')) terminal.stderr.write(`${say.oldFindings(old)}\n`);
  return gate.failing.length > 0 || budgets.some(({ fails }) => fails) ? 1 : 0;
}

/** Budgets are held against ids that count from the root, and told with those that the report shows. */
function renamed(result: BudgetResult, ids: ReadonlyMap<string, string>): BudgetResult {
  const { subject } = result;
  if (subject.kind !== 'prompt') return result;
  return { ...result, subject: { ...subject, id: ids.get(subject.id) ?? subject.id } };
}
