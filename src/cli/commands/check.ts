import { checkBudgets, type BudgetResult } from '../../core/budgets/check.ts';
import { codeOwnersPaths, ownersFrom, type OwnersOf } from '../../core/budgets/owners.ts';
import { selectors, type Budget } from '../../core/configBudgets.ts';
import type { Day } from '../../core/host.ts';
import type { Report } from '../../core/report.ts';
import { failing } from '../../core/rules/gate.ts';
import { Disk } from '../../host/disk.ts';
import { analyzeWorkspace, fromHere, type Analysis } from '../analysis.ts';
import type { Context } from '../command.ts';
import { formatReport } from '../formatReport.ts';
import { reportFormats } from '../formats.ts';
import { say } from '../sentences.ts';
import { placeOf, refuseGlob, type Workspace } from '../workspace.ts';

export async function check(context: Context): Promise<number> {
  const { terminal, args } = context;
  args.choice('format', reportFormats);
  const analysis = await analyzeWorkspace(context);
  const { workspace, exitCode } = analysis;
  const report = withoutBudgets(analysis.report);
  const { config } = workspace;
  const today = todayOf(workspace, context);
  const checked = checkBudgets(report, config.budgets, {
    today,
    ownersOf: ownersOfWorkspace(workspace),
    unpriced: config.unpriced,
  });
  refuseUnmatched(checked.unmatched, workspace, terminal.cwd());
  if (!args.on('quiet'))
    for (const note of notesOf(checked.ended, workspace, context)) terminal.stderr.write(`${note}\n`);

  const here = fromHere(report, workspace, context);
  const results = renamed(checked.results, analysis, here);
  terminal.stdout.write(formatReport(here, results, config, context));
  const fails = results.some((result) => result.fails) || failing(report.findings, config).length > 0;
  return Math.max(exitCode, fails ? 1 : 0);
}

/** Budgets are told by themselves, with all that can only be said here; the rule that tells them elsewhere would say it twice. */
function withoutBudgets(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ rule }) => rule !== 'over-budget') };
}

/** Whoever asks for the prices of a day gets the same answer on every other day. */
function todayOf({ config }: Workspace, { interrupts }: Context): Day | null {
  return config.pricing.asOf ?? interrupts.today();
}

function ownersOfWorkspace({ root, config }: Workspace): OwnersOf {
  if (config.budgets.every(({ owner }) => owner === undefined)) return ownersFrom(config.owners);
  const disk = new Disk(root);
  const [file] = codeOwnersPaths.flatMap((path) => disk.readFile(path) ?? []);
  return ownersFrom(config.owners, file?.kind === 'text' ? file.text : null);
}

/** A budget that selects nothing is one with a misspelt glob or owner. @throws Stop */
function refuseUnmatched([first]: readonly Budget[], workspace: Workspace, cwd: string): void {
  if (!workspace.whole || first === undefined) return;
  const index = workspace.config.budgets.indexOf(first);
  const stated = workspace.stated.config.budgets[index] ?? first;
  const selector = selectors.find((name) => stated[name] !== undefined) ?? 'prompts';
  refuseGlob(workspace, cwd, ['budgets', index, selector], String(stated[selector]));
}

function notesOf(ended: readonly Budget[], workspace: Workspace, { terminal }: Context): string[] {
  const { budgets } = workspace.config;
  if (budgets.length === 0) return [say.noBudgets];
  const increases = budgets.some(({ maxIncrease }) => maxIncrease !== undefined);
  return [
    ...ended.map((budget) => {
      const place = placeOf(workspace, terminal.cwd(), ['budgets', budgets.indexOf(budget)]);
      return say.exemptionEnded(place, budget.until ?? '');
    }),
    ...(increases ? [say.noBaseForIncrease] : []),
  ];
}

/** Budgets are held against ids that count from the root, and told with those that the report shows. */
function renamed(
  results: readonly BudgetResult[],
  { report }: Analysis,
  here: Analysis['report'],
): BudgetResult[] {
  const ids = new Map(report.prompts.map(({ id }, i) => [id, here.prompts[i]?.id ?? id]));
  return results.map((result) => {
    const { subject } = result;
    if (subject.kind !== 'prompt') return result;
    return { ...result, subject: { ...subject, id: ids.get(subject.id) ?? subject.id } };
  });
}
