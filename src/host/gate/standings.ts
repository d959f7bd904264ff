import { standings, type BudgetResult } from '../../core/budgets/check.ts';
import { inForce } from '../../core/budgets/exemptions.ts';
import { allowedBy, noBaseline, type Baseline } from '../../core/changes/baseline.ts';
import type { Budget } from '../../core/configBudgets.ts';
import type { Config } from '../../core/config.ts';
import type { Day, Host } from '../../core/host.ts';
import type { Checking, Finding, MeteredCall, MeteredPrompt, Report } from '../../core/report.ts';
import type { Configuration } from '../configuration/find.ts';
import { pathFrom } from '../repository.ts';
import { isSum, openGate } from './gate.ts';

/** How a prompt or a call stands to one limit of a budget. */
export interface Standing {
  readonly result: BudgetResult;
  /** Id of the prompt, or of those that the call sends. */
  readonly prompts: readonly string[];
  /** Where the budget is stated: a path from the root, and a line from 1. */
  readonly stated: { readonly path: string; readonly line: number };
}

/** What the rules find in files, and how what stands in them stands to its budgets. */
export interface CheckedFiles extends Checking {
  readonly budgets: readonly Standing[];
}

type Numbers = Pick<Report, 'prompts' | 'calls'>;

interface Configured {
  readonly config: Config;
  readonly stated: Configuration;
  /** Asked whenever something is held to the budgets: a window stays open for days. */
  readonly today: () => Day;
}

/** The budgets of a folder on single prompts and calls; sums of them are for whoever looks at everything. */
export class FolderBudgets {
  readonly #config: Config;
  readonly #today: () => Day;
  readonly #path: string;
  readonly #lineOf: (budget: Budget) => number;
  readonly #baseline: Baseline;

  /** @param files where the baseline is read. */
  constructor(root: string, { config, stated, today }: Configured, files: Pick<Host, 'readFile'>) {
    const opened = openGate({ root, config, stated }, files);
    this.#config = config;
    this.#today = today;
    this.#path = pathFrom(root, stated.file ?? root);
    this.#lineOf = (budget) => stated.line(['budgets', config.budgets.indexOf(budget)]);
    // one that is broken is told where a gate is run
    this.#baseline = opened.kind === 'gate' ? opened.gate.baseline : noBaseline;
  }

  /** How prompts and calls stand to them. */
  of(numbers: Numbers): Standing[] {
    return this.#held(numbers).map(({ result, about }) => ({
      result,
      prompts: 'id' in about ? [about.id] : about.prompts,
      stated: { path: this.#path, line: this.#lineOf(result.budget) },
    }));
  }

  /** Adds how what was read stands to them, and takes away the findings of budgets that the baseline lets be exceeded. */
  checked(checking: Checking, numbers: Numbers): CheckedFiles {
    const inherited = this.#held(numbers).filter(({ result }) => result.status === 'inherited');
    const allowed = new Set(inherited.map(({ result, about }) => keyOf(about, result)));
    const findings = checking.findings.filter((finding) => !allowed.has(keyOfFinding(finding)));
    return { ...checking, findings, budgets: this.of(numbers) };
  }

  #held(numbers: Numbers): { readonly result: BudgetResult; readonly about: MeteredPrompt | MeteredCall }[] {
    const { standing } = inForce(this.#config.budgets, this.#config.pricing.asOf ?? this.#today());
    const budgets = standing.filter((budget) => !isSum(budget));
    if (budgets.length === 0) return [];
    const allowed = allowedBy(this.#baseline, numbers.calls);
    return standings(numbers, budgets, { allowed }).flatMap((result) => {
      const about = subjectOf(result, numbers);
      return about === null ? [] : [{ result, about }];
    });
  }
}

function subjectOf(
  { subject }: BudgetResult,
  { prompts, calls }: Numbers,
): MeteredPrompt | MeteredCall | null {
  if (subject.kind === 'prompt') return prompts.find(({ id }) => id === subject.id) ?? null;
  return subject.kind === 'call' ? (calls[subject.index] ?? null) : null;
}

function keyOf({ path, range }: MeteredPrompt | MeteredCall, { limit, scope }: BudgetResult): string {
  return [path, range.start, limit.measure, scope].join(' ');
}

/** Empty for one of another rule. */
function keyOfFinding({ rule, path, range, data }: Finding): string {
  return rule === 'over-budget' ? [path, range.start, data['measure'], data['scope']].join(' ') : '';
}
