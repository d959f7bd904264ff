import type { Budget } from '../configBudgets.ts';
import type { Day } from '../host.ts';
import { limitsOf, type Limit } from './limits.ts';
import type { Subject } from './subjects.ts';

/** A budget with what it selects. */
export interface Chosen {
  readonly budget: Budget;
  readonly subjects: readonly Subject[];
}

/** The budgets that hold on a day, and the exemptions that have ended. @param today `null` ends none. */
export function inForce(
  budgets: readonly Budget[],
  today: Day | null,
): { readonly standing: readonly Budget[]; readonly ended: readonly Budget[] } {
  // days are written so that their texts are in their order
  const isOver = ({ until }: Budget) => until !== undefined && today !== null && until < today;
  return { standing: budgets.filter((one) => !isOver(one)), ended: budgets.filter(isOver) };
}

/**
 * Finds the exemption that frees a subject from a limit of another budget: one that selects the same subject, and limits the
 * same itself, or nothing at all.
 */
export function exemptionFor(
  chosen: readonly Chosen[],
): (budget: Budget, subject: Subject, limit: Limit) => Budget | null {
  const exemptions = chosen
    .filter(({ budget }) => budget.until !== undefined)
    .map(({ budget, subjects }) => ({
      budget,
      frees: new Set(subjects.map(keyOf)),
      limits: limitsOf(budget).map(limitKey),
    }));
  return (budget, subject, limit) => {
    // an exemption is held to its own limits, whoever else selects the same
    if (budget.until !== undefined) return null;
    const found = exemptions.find(
      ({ frees, limits }) =>
        frees.has(keyOf(subject)) && (limits.length === 0 || limits.includes(limitKey(limit))),
    );
    return found?.budget ?? null;
  };
}

function limitKey({ kind, measure }: Limit): string {
  return `${kind} ${measure}`;
}

function keyOf(subject: Subject): string {
  if (subject.kind === 'prompt') return `prompt ${subject.id}`;
  if (subject.kind === 'call') return `call ${subject.index}`;
  return subject.kind === 'owner' ? `owner ${subject.owner}` : subject.kind;
}
