import type { Usd } from '../core/prices/usd.ts';

/**
 * Money in columns. A dollar is 10²⁴ of our units, which no integer of SQLite holds, and a sum of texts or of floating
 * numbers is not exact. So an amount is three whole numbers, in units of 10⁻⁸, 10⁻¹⁶ and 10⁻²⁴ dollars, the latter two below
 * 10⁸. Each column adds up by itself, exactly: for 90 billion dollars, or 90 billion rows, before an integer is full.
 * Nearly always the last is 0, for which SQLite needs no byte.
 */
export interface Limbs {
  readonly usd8: bigint;
  readonly usd16: bigint;
  readonly usd24: bigint;
}

const base = 100_000_000n;

/** @throws RangeError for less than nothing: nobody was ever paid for a call. */
export function limbsOf(amount: Usd): Limbs {
  if (amount < 0n) throw new RangeError(`a call cannot have cost ${amount}`);
  return { usd8: amount / (base * base), usd16: (amount / base) % base, usd24: amount % base };
}

/** Of one row or of sums of the columns, which may be larger than a single row's. */
export function usdOf({ usd8, usd16, usd24 }: Limbs): Usd {
  return (usd8 * base + usd16) * base + usd24;
}
