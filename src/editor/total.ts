import type { Certainty, Tokens } from '../core/tokens/tokens.ts';

const weakestLast = ['exact', 'calibrated', 'approximate'] as const satisfies readonly Certainty[];

/** Sum of several counts. As sure as the least sure of them; its band is what their bands add up to if all err the same way. */
export function total(counts: readonly Tokens[]): Tokens {
  const count = sum(counts.map((tokens) => tokens.count));
  const most = sum(counts.map((tokens) => tokens.most ?? tokens.count));
  const off = sum(counts.map((tokens) => tokens.count * tokens.band));
  const certainty = counts.reduce<Certainty>(
    (weakest, tokens) => (isWeaker(tokens.certainty, weakest) ? tokens.certainty : weakest),
    'exact',
  );
  const encodings = new Set(counts.map((tokens) => tokens.encoding));
  return {
    count,
    ...(most > count && { most }),
    certainty,
    band: count === 0 ? 0 : off / count,
    encoding: [...encodings].join(', '),
  };
}

function isWeaker(a: Certainty, b: Certainty): boolean {
  return weakestLast.indexOf(a) > weakestLast.indexOf(b);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
