import type { Price } from '../core/prices/catalog.ts';
import type { Rate } from '../core/prices/rates.ts';
import { decimal, inDollars } from '../core/prices/usd.ts';
import { countWords } from './words.ts';

/** US dollars per million tokens, for programs; of the lowest tier. */
export function perMillion(rate: Rate | null): number | null {
  return rate === null ? null : inDollars(rate.base * 1_000_000n);
}

/** `$3`, `$0.075`, `$3 ($6 above 200,000)`; `–` where none is known. Per million tokens. */
export function rateWords(rate: Rate | null): string {
  if (rate === null) return '–';
  const tiers = rate.tiers.map(({ above, price }) => `${dollars(price)} above ${countWords(above)}`);
  return `${dollars(rate.base)}${tiers.length === 0 ? '' : ` (${tiers.join(', ')})`}`;
}

/** `$3` and `$0.075` alone, whatever the tiers. */
export function baseWords(rate: Rate | null): string {
  return rate === null ? '–' : dollars(rate.base);
}

/** `$1.50 in, $7.50 out`; `–` where the service is not known to be offered. */
export function serviceWords(price: Price, service: keyof Price['services']): string {
  const rates = price.services[service];
  return rates === null ? '–' : `${baseWords(rates.input)} in, ${baseWords(rates.output)} out`;
}

/** As price lists write them: `$3`, `$2.50`, `$4.125`; a millionth of a dollar is the finest. */
function dollars(perToken: bigint): string {
  const [whole = '', part = ''] = decimal(perToken * 1_000_000n, 6).split('.');
  const shown = part.replace(/0+$/, '');
  return `$${whole}${shown === '' ? '' : `.${shown.padEnd(2, '0')}`}`;
}
