import type { Price } from './catalog.ts';
import type { Service } from './lists/list.ts';
import { rateAt, type Rate, type Rates } from './rates.ts';
import { times, type Usd } from './usd.ts';

/** Tokens of one request as a provider reports them. What is cached is part of `input`, as OpenAI counts it; to Anthropic's `input_tokens` its two cache counts are added. */
export interface Usage {
  readonly input: number;
  readonly cacheRead?: number;
  /** Written for the provider's default lifetime. */
  readonly cacheWrite?: number;
  readonly cacheWrite1h?: number;
  /** With what the model thought, where that is charged. */
  readonly output?: number;
  /** The service that answered; the standard one where none is said. */
  readonly service?: Service;
}

/**
 * What a request cost; `null` when it used something that has no known price.
 * @throws RangeError when more is said to be cached than was sent.
 */
export function usageCost(usage: Usage, price: Price): Usd | null {
  const { input, cacheRead = 0, cacheWrite = 0, cacheWrite1h = 0, output = 0, service = 'standard' } = usage;
  const rates: Rates | null = service === 'standard' ? price : price.services[service];
  if (rates === null) return null;
  const fresh = input - cacheRead - cacheWrite - cacheWrite1h;
  if (fresh < 0) throw new RangeError(`${input - fresh} tokens of the cache in a request of ${input}`);
  const parts: readonly [tokens: number, rate: Rate | null][] = [
    [fresh, rates.input],
    [cacheRead, rates.cacheRead],
    [cacheWrite, rates.cacheWrite],
    [cacheWrite1h, rates.cacheWrite1h],
    [output, rates.output],
  ];
  let sum: Usd = rates.request;
  for (const [tokens, rate] of parts) {
    if (tokens === 0) continue;
    if (rate === null) return null;
    sum += times(rateAt(rate, input), tokens);
  }
  return sum;
}
