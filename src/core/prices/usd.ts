/**
 * US dollars × 10²⁴, whole. Price lists go down to 10⁻¹⁷ dollars per million tokens, so a price of one token is exact,
 * and so are its products and sums: nothing is rounded before a person or a program is told.
 */
export type Usd = bigint & { readonly brand?: 'Usd' };

const places = 24;
const placesPerMillion = places - 6;
const perUsd = 10n ** BigInt(places);

/** Dollars as they are written: `2.5`, `'0.0031'`, `1e-7`. @throws RangeError for what is no number. */
export function usd(dollars: number | string): Usd {
  return scaled(dollars, places);
}

/** The price of one token. @param dollars per million tokens. @throws RangeError for what is no number. */
export function usdPerToken(dollars: number | string): Usd {
  return scaled(dollars, placesPerMillion);
}

/** An amount so many times. @param factor read as it is written in decimals, so that × 1.25 is exact. */
export function times(amount: Usd, factor: number): Usd {
  if (Number.isSafeInteger(factor)) return amount * BigInt(factor);
  return divided(amount * scaled(factor, places), perUsd);
}

/** The nearest number of dollars; for programs, at the very end. */
export function inDollars(amount: Usd): number {
  return Number(decimal(amount, places));
}

/** Dollars with so many digits behind the point, a half rounded away from zero. */
export function decimal(amount: Usd, digits: number): string {
  const rounded = divided(amount, 10n ** BigInt(places - digits));
  const all = String(rounded < 0n ? -rounded : rounded).padStart(digits + 1, '0');
  const [whole, part] = [all.slice(0, all.length - digits), all.slice(all.length - digits)];
  return `${rounded < 0n ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/**
 * For people: `$1,204.50`, `$1.24`, `$0.0031`, `$0.000012`. Two digits that count, and never `$0.00` for something.
 * @param unit what stands before the digits; with a blank at its end where it is a word.
 */
export function formatAmount(amount: bigint, unit: string): string {
  if (amount < 0n) return `-${formatAmount(-amount, unit)}`;
  if (amount === 0n) return `${unit}0`;
  // Rounded to cents a value from 0.995 up is a whole one.
  if (amount * 1000n >= perUsd * 995n)
    return `${unit}${decimal(amount, 2).replace(/\B(?=(?:\d{3})+\.)/g, ',')}`;
  const zeros = places - String(amount).length;
  const shown = decimal(amount, Math.min(Math.max(zeros + 2, 2), places));
  return `${unit}${shown.replace(/(\.\d\d\d*?)0+$/, '$1')}`;
}

function scaled(value: number | string, by: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value));
  if (match === null) throw new RangeError(`${value} is no amount of money`);
  const [, sign = '', whole = '', part = '', exponent = '0'] = match;
  const shift = Number(exponent) - part.length + by;
  if (Math.abs(shift) > longest) throw new RangeError(`${value} is beyond any amount of money`);
  const digits = BigInt(whole + part);
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : divided(digits, 10n ** BigInt(-shift));
  return sign === '' ? size : -size;
}

/** Powers of ten beyond which nobody means money. */
const longest = 400;

/** To the nearest whole, a half away from zero. */
function divided(amount: bigint, by: bigint): bigint {
  const half = by / 2n;
  return amount < 0n ? -((-amount + half) / by) : (amount + half) / by;
}
