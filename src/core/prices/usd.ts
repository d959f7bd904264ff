/** US dollars × 10¹². Prices per million tokens become whole numbers of it per token, so that sums carry no dust. */
export type Picodollars = number;

const perUsd = 1e12;

export function fromUsdPerMillionTokens(usd: number): Picodollars {
  return Math.round(usd * 1e6);
}

/** Exact up to 9,000 dollars. */
export function toUsd(amount: Picodollars): number {
  return Number((Math.round(amount) / perUsd).toFixed(12));
}

/** For people: `$1,204.50`, `$1.24`, `$0.0031`, `$0.000012`. Two digits that count, and never `$0.00` for something. */
export function formatUsd(usd: number): string {
  if (usd < 0) return `-${formatUsd(-usd)}`;
  if (usd === 0) return '$0';
  // Rounded to cents a value from 0.995 up is a dollar.
  if (usd >= 0.995) return `$${usd.toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ',')}`;
  const firstDigit = Math.floor(Math.log10(usd));
  const digits = Math.min(Math.max(1 - firstDigit, 2), 100);
  return `$${usd.toFixed(digits).replace(/(\.\d\d\d*?)0+$/, '$1')}`;
}
