import type { Budget } from '../configBudgets.ts';
import { globMatcher, promptMatcher } from '../glob.ts';
import type { MeteredCall, Report } from '../report.ts';
import { isAmong, type OwnersOf } from './owners.ts';

/** What a budget holds: one prompt, one call, or a sum. */
export type Subject =
  | { readonly kind: 'prompt'; readonly id: string }
  /** `index` into the calls of the report. */
  | { readonly kind: 'call'; readonly index: number }
  | { readonly kind: 'owner'; readonly owner: string }
  | { readonly kind: 'workspace' };

/** The selector of a budget, as the configuration states it. */
export function scopeOf({ prompts, calls, owner }: Budget): string {
  return prompts ?? calls ?? owner ?? 'workspace';
}

/** What a budget selects of a report; nothing where it matches nothing. */
export function subjectsOf(
  budget: Budget,
  { prompts, calls }: Pick<Report, 'prompts' | 'calls'>,
  ownersOf: OwnersOf,
): Subject[] {
  if (budget.prompts !== undefined) {
    const matches = promptMatcher(budget.prompts);
    return prompts.filter(({ id }) => matches(id)).map(({ id }): Subject => ({ kind: 'prompt', id }));
  }
  if (budget.calls !== undefined) {
    const matches = callMatcher(budget.calls);
    return calls.flatMap((call, index): Subject[] => (matches(call) ? [{ kind: 'call', index }] : []));
  }
  const { owner } = budget;
  if (owner === undefined) return [{ kind: 'workspace' }];
  const owns = ({ path }: { readonly path: string }) => isAmong(owner, ownersOf(path));
  return prompts.some(owns) || calls.some(owns) ? [{ kind: 'owner', owner }] : [];
}

function callMatcher(glob: string): (call: MeteredCall) => boolean {
  const sends = promptMatcher(glob);
  if (glob.includes('#')) return ({ prompts }) => prompts.some(sends);
  const stands = globMatcher([glob]);
  return ({ path, prompts }) => stands(path) || prompts.some(sends);
}
