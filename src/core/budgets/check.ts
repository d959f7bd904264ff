import type { Budget } from '../configBudgets.ts';
import type { Config } from '../config.ts';
import type { Day } from '../host.ts';
import type { Report } from '../report.ts';
import type { Tokens } from '../tokens/tokens.ts';
import { exemptionFor, inForce, type Chosen } from './exemptions.ts';
import { limitsOf, mostOf, type Limit } from './limits.ts';
import { rulerOf, type Gap, type Measure, type Measured } from './measure.ts';
import { ownersFrom, type OwnersOf } from './owners.ts';
import type { Quantity } from './quantity.ts';
import { scopeOf, subjectsOf, type Subject } from './subjects.ts';

/**
 * `inherited`: over the limit, and no further than it was before or than the baseline allows. `exempt`: over it, and an
 * exemption says that it may be. `uncheckable`: what has to be known for it is not.
 */
export type Status = 'within' | 'exceeded' | 'inherited' | 'exempt' | 'uncheckable';

/** How one subject stands to one limit of a budget. */
export interface BudgetResult {
  readonly budget: Budget;
  /** Its selector, as the configuration states it. */
  readonly scope: string;
  readonly subject: Subject;
  readonly limit: Limit;
  /** What it may be. Of a limit on an increase: what it was, and the increase. `null` where it was not there before. */
  readonly most: Quantity | null;
  /** What it is, or is at most where that is within the limit; of a sum with a gap, what is known of it. */
  readonly actual: Quantity | null;
  /** What it was before the change, where that is known. */
  readonly base: Quantity | null;
  /** The tokens that it is made of, with how sure they are; `null` where nothing of them is known. */
  readonly tokens: Tokens | null;
  readonly status: Status;
  /** Whether a gate fails for it. */
  readonly fails: boolean;
  readonly gap: Gap | null;
  /** The exemption that allows it. */
  readonly exemption: Budget | null;
  /** How many more subjects of the budget are `uncheckable` for the same reason; they have no result of their own. */
  readonly alike: number;
}

/** What was measured elsewhere: before a change, or when the baseline was written. `null` where it was not there. */
export type Before = (subject: Subject, measure: Measure) => Quantity | null;

export interface BudgetOptions {
  /** Exemptions end with their day; `null` where nobody can say which day it is, and then they hold. */
  readonly today?: Day | null;
  readonly ownersOf?: OwnersOf;
  /** Whether a gate fails for what cannot be checked because no price is known; it passes unless that is said. */
  readonly unpriced?: Config['unpriced'];
  /** Without it no limit on an increase is checked. */
  readonly before?: Before | null;
  /** What may be over a limit because it was when the baseline was written; by budget, since each has its own. */
  readonly allowed?: (budget: Budget, subject: Subject, measure: Measure) => Quantity | null;
}

export interface CheckedBudgets {
  /** In the order of the budgets. Of one that nothing exceeds, its largest subject. */
  readonly results: readonly BudgetResult[];
  /** Budgets that match nothing. */
  readonly unmatched: readonly Budget[];
  /** Exemptions whose day is over. */
  readonly ended: readonly Budget[];
}

/** Report + budgets → how what they select stands to them. */
export function checkBudgets(
  report: Pick<Report, 'prompts' | 'calls'>,
  budgets: readonly Budget[],
  options: BudgetOptions = {},
): CheckedBudgets {
  const { chosen, ended } = chosenBy(report, budgets, options);
  const unmatched = chosen.filter(({ subjects }) => subjects.length === 0).map(({ budget }) => budget);
  return { results: holdAll(report, chosen, options).flatMap(told), unmatched, ended };
}

/** The same of each single subject, also where others are larger or it is not over anything. */
export function standings(
  report: Pick<Report, 'prompts' | 'calls'>,
  budgets: readonly Budget[],
  options: BudgetOptions = {},
): readonly BudgetResult[] {
  return holdAll(report, chosenBy(report, budgets, options).chosen, options).flat();
}

function chosenBy(
  report: Pick<Report, 'prompts' | 'calls'>,
  budgets: readonly Budget[],
  { today = null, ownersOf = ownersFrom({}) }: BudgetOptions,
): { readonly chosen: readonly Chosen[]; readonly ended: readonly Budget[] } {
  const { standing, ended } = inForce(budgets, today);
  const chosen = standing.map((budget) => ({ budget, subjects: subjectsOf(budget, report, ownersOf) }));
  return { chosen, ended };
}

/** For each limit of each budget, in their order, how its subjects stand to it. */
function holdAll(
  report: Pick<Report, 'prompts' | 'calls'>,
  chosen: readonly Chosen[],
  options: BudgetOptions,
): BudgetResult[][] {
  const measured = rulerOf(report, options.ownersOf ?? ownersFrom({}));
  const exemption = exemptionFor(chosen);
  return chosen.flatMap(({ budget, subjects }) =>
    limitsOf(budget).map((limit) =>
      subjects.flatMap((subject): BudgetResult[] => {
        const actual = measured(subject, limit.measure);
        const result = held(subject, { budget, limit, actual, options });
        if (result === null) return [];
        const exempt = result.status === 'exceeded' ? exemption(budget, subject, limit) : null;
        return [exempt === null ? result : { ...result, status: 'exempt', fails: false, exemption: exempt }];
      }),
    ),
  );
}

interface Holding {
  readonly budget: Budget;
  readonly limit: Limit;
  readonly actual: Measured;
  readonly options: BudgetOptions;
}

/** `null` where there is nothing to hold it to: an increase of what was not there before. */
function held(
  subject: Subject,
  { budget, limit, actual: { actual, gap, tokens, upTo }, options }: Holding,
): BudgetResult | null {
  const base = options.before?.(subject, limit.measure) ?? null;
  const most = mostOf(limit, base);
  if (most === null) return null;
  const more = { base, most, actual, gap, tokens, exemption: null, alike: 0 };
  const result = { budget, scope: scopeOf(budget), subject, limit, ...more };
  const isOver = actual !== null && actual.amount > most.amount;
  if (!isOver && gap === null) return { ...result, status: 'within', fails: false };
  if (upTo !== undefined && upTo.amount <= most.amount)
    return { ...result, actual: upTo, gap: null, status: 'within', fails: false };
  if (!isOver)
    return { ...result, status: 'uncheckable', fails: gap === 'price' && options.unpriced === 'fail' };
  const allowed = options.allowed?.(budget, subject, limit.measure) ?? null;
  const isOld =
    limit.kind === 'maximum' && [base, allowed].some((one) => one !== null && one.amount >= actual.amount);
  return { ...result, status: isOld ? 'inherited' : 'exceeded', fails: !isOld };
}

/** What there is to say of one limit: all that is over it, else its largest subject; and once what cannot be checked. */
function told(results: readonly BudgetResult[]): BudgetResult[] {
  const over = results.filter(({ status }) => status !== 'within' && status !== 'uncheckable');
  const within = results.filter(({ status }) => status === 'within');
  const [largest, ...others] = within;
  const most =
    largest === undefined ? [] : [others.reduce((a, b) => (amountOf(b) > amountOf(a) ? b : a), largest)];
  return [
    ...(over.length > 0 ? over : most),
    ...gathered(results.filter(({ status }) => status === 'uncheckable')),
  ];
}

function gathered(results: readonly BudgetResult[]): BudgetResult[] {
  const gaps = [...new Set(results.map(({ gap }) => gap))];
  return gaps.flatMap((gap) => {
    const [first, ...others] = results.filter((result) => result.gap === gap);
    return first === undefined ? [] : [{ ...first, alike: others.length }];
  });
}

function amountOf({ actual }: BudgetResult): bigint {
  return actual?.amount ?? -1n;
}
