import type { Price, Rate } from './catalog.ts';
import { rateAt } from './cost.ts';
import { times, type Usd } from './usd.ts';

/** Tokens of one request as a provider reports them. What is cached is part of `input`, as OpenAI counts it; to Anthropic's `input_tokens` its two cache counts are added. */
export interface Usage {
  readonly input: number;
  readonly cacheRead?: number;
  /** Written for the provider's default lifetime. */
  readonly cacheWrite?: number;
  readonly cacheWrite1h?: number;
  readonly output?: number;
}

/**
 * US dollars of a request; `null` when it used something that has no known price.
 * @throws RangeError when more is said to be cached than was sent.
 */
export function usageCost(usage: Usage, price: Price): Usd | null {
  const { input, cacheRead = 0, cacheWrite = 0, cacheWrite1h = 0, output = 0 } = usage;
  const fresh = input - cacheRead - cacheWrite - cacheWrite1h;
  if (fresh < 0) throw new RangeError(`${input - fresh} tokens of the cache in a request of ${input}`);
  const parts: readonly [tokens: number, rate: Rate | null][] = [
    [fresh, price.input],
    [cacheRead, price.cacheRead],
    [cacheWrite, price.cacheWrite],
    [cacheWrite1h, price.cacheWrite1h],
    [output, price.output],
  ];
  let sum: Usd = 0n;
  for (const [tokens, rate] of parts) {
    if (tokens === 0) continue;
    if (rate === null) return null;
    sum += times(rateAt(rate, input), tokens);
  }
  return sum;
}
