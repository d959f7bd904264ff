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

/** What a request cost, or why nobody can say. */
export type UsageCost =
  | { readonly kind: 'cost'; readonly usd: Usd }
  /** `why` completes "what it cost is not known: …". */
  | { readonly kind: 'unknown'; readonly why: string };

/** A provider's usage and a price → dollars. Never throws: what contradicts itself has no cost. */
export function usageCost(usage: Usage, price: Price): UsageCost {
  const { input, cacheRead = 0, cacheWrite = 0, cacheWrite1h = 0, output = 0, service = 'standard' } = usage;
  const wrong = contradiction(usage);
  if (wrong !== null) return { kind: 'unknown', why: wrong };
  const rates: Rates | null = service === 'standard' ? price : price.services[service];
  if (rates === null)
    return { kind: 'unknown', why: `no ${service} price of ${price.source.model} is known` };
  const parts: readonly [tokens: number, rate: Rate | null, what: string][] = [
    [input - cacheRead - cacheWrite - cacheWrite1h, rates.input, 'input'],
    [cacheRead, rates.cacheRead, 'reading from the cache'],
    [cacheWrite, rates.cacheWrite, 'writing to the cache'],
    [cacheWrite1h, rates.cacheWrite1h, 'writing to the cache for an hour'],
    [output, rates.output, 'output'],
  ];
  let sum: Usd = rates.request;
  for (const [tokens, rate, what] of parts) {
    if (tokens === 0) continue;
    if (rate === null)
      return { kind: 'unknown', why: `no price of ${price.source.model} for ${what} is known` };
    sum += times(rateAt(rate, input), tokens);
  }
  return { kind: 'cost', usd: sum };
}

/** What cannot be in a usage, as a clause; `null` where all of it can. */
export function contradiction(usage: Usage): string | null {
  const { input, cacheRead = 0, cacheWrite = 0, cacheWrite1h = 0, output = 0 } = usage;
  const counts = { input, cacheRead, cacheWrite, cacheWrite1h, output };
  for (const [name, count] of Object.entries(counts))
    if (!Number.isSafeInteger(count) || count < 0) return `${count} is no number of tokens (${name})`;
  const cached = cacheRead + cacheWrite + cacheWrite1h;
  return cached > input ? `${cached} tokens of the cache in a request of ${input}` : null;
}
