import { amount, day, glob, increase, note, usdAmount, type Increase } from './configValues.ts';
import type { Day } from './host.ts';
import { object, optional, oneOfKeys, scalar, type Shape } from './shape.ts';

/** What a budget holds its subjects to. At least one is stated, except by an exemption. */
export interface Limits {
  readonly maxTokens?: number | undefined;
  /** US dollars. */
  readonly maxUsdPerCall?: number | undefined;
  /** US dollars. */
  readonly maxUsdPerMonth?: number | undefined;
  readonly maxIncrease?: Increase | undefined;
}

/** Limits on what exactly one of `prompts`, `calls`, `owner` and `workspace` selects. */
export interface Budget extends Limits {
  /** A glob over prompt ids: each prompt is held to the limits. */
  readonly prompts?: string | undefined;
  /** A glob over the files of calls, or over the ids of the prompts they send: each call is held to the limits. */
  readonly calls?: string | undefined;
  /** All that somebody owns, taken together. */
  readonly owner?: string | undefined;
  /** All that there is, taken together. */
  readonly workspace?: true | undefined;
  readonly because?: string | undefined;
  /** Makes it an exemption: up to this day it stands in place of the other budgets, from the next day on it is not there. */
  readonly until?: Day | undefined;
}

export const selectors = ['prompts', 'calls', 'owner', 'workspace'] as const;
export const limitNames = ['maxTokens', 'maxUsdPerCall', 'maxUsdPerMonth', 'maxIncrease'] as const;

const whole = scalar('true', { const: true }, (value): true | undefined =>
  value === true ? true : undefined,
);

const fields = object({
  prompts: optional(
    glob,
    'Each prompt whose id matches this glob, such as `src/agent.ts#*` or `src/**`. Exactly one of `prompts`, `calls`, `owner` and `workspace` is stated.',
  ),
  calls: optional(
    glob,
    'Each call in a file that matches this glob, or that sends a prompt which matches it: `src/agent.ts`, `src/agent.ts#SYSTEM`.',
  ),
  owner: optional(
    note,
    'All that this owner owns, taken together; `owners` or CODEOWNERS say who owns what.',
  ),
  workspace: optional(whole, 'All that there is, taken together.'),
  maxTokens: optional(amount, 'The most tokens that the known text may have.'),
  maxUsdPerCall: optional(usdAmount, 'The most that it may cost to send once, such as `"$0.01"` or `"5c"`.'),
  maxUsdPerMonth: optional(
    usdAmount,
    'The most that a month may cost, such as `"$500"`; checked where a volume is stated.',
  ),
  maxIncrease: optional(
    increase,
    'The most by which one change may enlarge it: `"10%"`, `"200"` tokens or `"$0.01"` per call; checked by `--staged` and `--base`.',
  ),
  because: optional(note, 'Why it is so; shown where it counts.'),
  until: optional(
    day,
    'Makes it an exemption, which says why in `because`: up to this day what it matches is held to its limits instead of those of other budgets, or to none if it states none.',
  ),
});

/** One selector, and a limit or an end. */
export const budget: Shape<Budget> = oneOfKeys(fields, {
  exactlyOne: selectors,
  atLeastOne: [...limitNames, 'until'],
  together: { until: 'because' },
});
