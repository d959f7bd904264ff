import type { Budget } from '../configBudgets.ts';
import type { Increase } from '../configValues.ts';
import type { Measure } from './measure.ts';
import { dollars, raised, tokensOf, type Quantity } from './quantity.ts';

/** One limit of a budget. An increase counts from what there was before. */
export type Limit =
  | { readonly kind: 'maximum'; readonly measure: Measure; readonly quantity: Quantity }
  | { readonly kind: 'increase'; readonly measure: Measure; readonly stated: Increase };

/** What a budget limits, in the order of the configuration's documentation. */
export function limitsOf({ maxTokens, maxUsdPerCall, maxUsdPerMonth, maxIncrease }: Budget): Limit[] {
  return [
    ...(maxTokens === undefined ? [] : [maximum('tokens', tokensOf(maxTokens))]),
    ...(maxUsdPerCall === undefined ? [] : [maximum('usdPerCall', dollars(maxUsdPerCall))]),
    ...(maxUsdPerMonth === undefined ? [] : [maximum('usdPerMonth', dollars(maxUsdPerMonth))]),
    ...(maxIncrease === undefined ? [] : [increaseBy(maxIncrease)]),
  ];
}

/** The most that something may be which was `base` before; `null` where that cannot be said. */
export function mostOf(limit: Limit, base: Quantity | null): Quantity | null {
  if (limit.kind === 'maximum') return limit.quantity;
  return base === null ? null : raised(base, limit.stated);
}

function maximum(measure: Measure, quantity: Quantity): Limit {
  return { kind: 'maximum', measure, quantity };
}

/** A percentage is one of tokens, which are known of every prompt. */
function increaseBy(stated: Increase): Limit {
  return { kind: 'increase', stated, measure: stated.unit === 'usd' ? 'usdPerCall' : 'tokens' };
}
