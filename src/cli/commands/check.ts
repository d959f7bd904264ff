import { checkBudgets, type BudgetResult } from '../../core/budgets.ts';
import { failing } from '../../core/rules/gate.ts';
import { analyzeWorkspace, fromHere, type Analysis } from '../analysis.ts';
import type { Context } from '../command.ts';
import { formatReport } from '../formatReport.ts';
import { reportFormats } from '../formats.ts';
import { say } from '../sentences.ts';
import { refuseGlob } from '../workspace.ts';

export async function check(context: Context): Promise<number> {
  const { terminal, args } = context;
  args.choice('format', reportFormats);
  const analysis = await analyzeWorkspace(context);
  const { workspace, report, exitCode } = analysis;
  const { budgets } = workspace.config;
  if (budgets.length === 0 && !args.on('quiet')) terminal.stderr.write(`${say.noBudgets}\n`);

  const { results, unmatched } = checkBudgets(report, budgets);
  const [first] = unmatched;
  if (workspace.whole && first !== undefined) {
    const index = budgets.indexOf(first);
    const stated = workspace.stated.config.budgets[index]?.prompts ?? first.prompts;
    refuseGlob(workspace, terminal.cwd(), ['budgets', index, 'prompts'], stated);
  }
  const here = fromHere(report, workspace, context);
  terminal.stdout.write(formatReport(here, renamed(results, analysis, here), workspace.config, context));
  const isExceeded = results.some(({ exceeded }) => exceeded);
  const fails = isExceeded || failing(report.findings, workspace.config.failOn).length > 0;
  return Math.max(exitCode, fails ? 1 : 0);
}

/** Budgets are held against ids that count from the root, and told with those that the report shows. */
function renamed(
  results: readonly BudgetResult[],
  { report }: Analysis,
  here: Analysis['report'],
): BudgetResult[] {
  const ids = new Map(report.prompts.map(({ id }, i) => [id, here.prompts[i]?.id ?? id]));
  return results.map((result) => ({ ...result, prompt: ids.get(result.prompt) ?? result.prompt }));
}
