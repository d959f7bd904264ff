import { grouped } from '../grouped.ts';
import type { Money } from '../prices/money.ts';
import type { Usd } from '../prices/usd.ts';
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

const longestExpression = 60;

/** An expression on one line, and no longer than anybody reads. */
export function quoted(expression: string): string {
  const line = expression.replaceAll(/\s+/g, ' ').trim();
  const short = line.length > longestExpression ? `${line.slice(0, longestExpression - 1)}…` : line;
  return `\`${short.replaceAll('`', '′')}\``;
}
