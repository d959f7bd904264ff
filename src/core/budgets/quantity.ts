import type { Increase } from '../configValues.ts';
import { usd, type Usd } from '../prices/usd.ts';

/** So many tokens, or so much money in the unit of `usd.ts`. Both whole, so that one arithmetic serves them. */
export interface Quantity {
  readonly unit: 'tokens' | 'usd';
  readonly amount: bigint;
}

export function tokensOf(count: number): Quantity {
  return { unit: 'tokens', amount: BigInt(count) };
}

export function usdOf(amount: Usd): Quantity {
  return { unit: 'usd', amount };
}

/** @param dollars as the configuration states them. */
export function dollars(dollars: number): Quantity {
  return usdOf(usd(dollars));
}

/** @throws when tokens are to be added to money. */
export function sum(a: Quantity, b: Quantity): Quantity {
  if (a.unit !== b.unit) throw new Error(`${a.unit} cannot be added to ${b.unit}`);
  return { unit: a.unit, amount: a.amount + b.amount };
}

/** The most that something may be which was `base` before. */
export function raised(base: Quantity, { unit, value }: Increase): Quantity {
  // a percentage may have three digits behind the point
  if (unit === 'percent')
    return { ...base, amount: base.amount + (base.amount * BigInt(Math.round(value * 1000))) / 100_000n };
  return sum(base, unit === 'usd' ? dollars(value) : tokensOf(value));
}
