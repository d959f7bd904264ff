import { basename, join } from 'node:path';
import { proposeBudgets, type ProposedBudget } from '../../core/budgets/propose.ts';
import { withValue } from '../../host/configuration/write.ts';
import { pathFrom } from '../../host/repository.ts';
import { textAt, type PlannedFile } from '../../host/setUp/planned.ts';
import type { Analysis } from '../analysis.ts';
import { sayInit } from './sentences.ts';

/** What is to be written, and what a person is told of it. */
export interface Proposal {
  readonly files: readonly PlannedFile[];
  readonly lines: readonly string[];
}

/** What the repository holds today → the configuration that would hold it. */
export async function proposeConfiguration({ workspace, report }: Analysis): Promise<Proposal> {
  const { root, stated } = workspace;
  if (report.prompts.length === 0) return { files: [], lines: [sayInit.noPrompts] };
  const files = new Set(report.prompts.map(({ path }) => path)).size;
  const lines = [sayInit.found(report.prompts.length, files, languagesOf(report))];
  const file = stated.file ?? join(root, 'promptmeter.config.json');
  const name = pathFrom(root, file);
  const count = stated.config.budgets.length;
  if (count > 0) return { files: [], lines: [...lines, sayInit.budgetsThere(name, count)] };

  const folder = name.split('/').slice(0, -1).join('/');
  const budgets = proposeBudgets(below(folder, report));
  if (budgets.length === 0) return { files: [], lines };
  const before = textAt(file);
  const after = await withValue(basename(file), before, ['budgets'], budgets);
  if (after === null)
    return { files: [], lines: [...lines, sayInit.budgetsByHand(name), ...budgets.flatMap(tomlOf)] };
  const unpriced = report.calls.filter(({ bill }) => bill === null).length;
  return {
    files: [{ file, before, after, runs: false }],
    lines: [
      ...lines,
      sayInit.budgets,
      ...(unpriced > 0 && unpriced < report.calls.length
        ? [sayInit.unpriced(unpriced, report.calls.length)]
        : []),
    ],
  };
}

/** The report as seen from the folder of the configuration, whose globs count from there. */
function below(
  folder: string,
  { prompts, calls }: Analysis['report'],
): Pick<Analysis['report'], 'prompts' | 'calls'> {
  if (folder === '') return { prompts, calls };
  const inside = ({ path }: { readonly path: string }) => path.startsWith(`${folder}/`);
  const moved = <T extends { readonly path: string }>(one: T): T => ({
    ...one,
    path: one.path.slice(folder.length + 1),
  });
  return { prompts: prompts.filter(inside).map(moved), calls: calls.filter(inside).map(moved) };
}

/** `typescript 3, python 1`: the most frequent first. */
function languagesOf({ prompts }: Analysis['report']): string {
  const counts = new Map<string, number>();
  for (const { language } of prompts) counts.set(language, (counts.get(language) ?? 0) + 1);
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return rows.map(([language, count]) => `${language} ${count}`).join(', ');
}

function tomlOf(budget: ProposedBudget): string[] {
  const rows = Object.entries(budget).map(([key, value]) => `  ${key} = ${JSON.stringify(value)}`);
  return ['  [[tool.promptmeter.budgets]]', ...rows];
}
