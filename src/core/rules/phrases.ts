import { grouped } from '../grouped.ts';
import type { Money } from '../prices/money.ts';
import type { Usd } from '../prices/usd.ts';
import type { Saves } from '../report.ts';
import type { Certainty } from '../tokens/tokens.ts';

const signs = { exact: '', calibrated: '≈', approximate: '~' } as const satisfies Record<Certainty, string>;

/** `1,840 tokens`, `≈1,840 fixed tokens`, `1 token` */
export function tokensPhrase(count: number, certainty: Certainty, what = ''): string {
  return `${signs[certainty]}${grouped(count)} ${what === '' ? '' : `${what} `}token${count === 1 ? '' : 's'}`;
}

/** `: $4.14 per 1,000 calls`; empty where the price is unknown. */
export function perThousand(usd: Usd | null, money: Money): string {
  return usd === null ? '' : `: ${money(usd)} per 1,000 calls`;
}

/** `: up to $0.10 per 1,000 calls`, since tokens that are read from a cache cost less; empty where the price is unknown. */
export function atMost(usd: Usd | null, money: Money): string {
  return usd === null ? '' : `: up to ${money(usd)} per 1,000 calls`;
}

/** `. At the measured volume that is up to $12.40 a month`: what is behind a message that told of 1,000 calls. */
export function perMonth({ month }: Saves, money: Money): string {
  if (month === undefined) return '';
  const whose = month.from === 'ledger' ? 'measured' : 'stated';
  return `. At the ${whose} volume that is up to ${money(month.usd)} a month`;
}

const longestExpression = 60;

/** An expression on one line, and no longer than anybody reads. */
export function quoted(expression: string): string {
  const line = expression.replaceAll(/\s+/g, ' ').trim();
  const short = line.length > longestExpression ? `${line.slice(0, longestExpression - 1)}…` : line;
  return `\`${short.replaceAll('`', '′')}\``;
}
