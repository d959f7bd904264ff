/** The value below which a share of the sample lies; `quantile(sample, 0.5)` is the median. */
export function quantile(sample: readonly number[], share: number): number {
  if (sample.length === 0) throw new RangeError('a quantile of nothing');
  const sorted = [...sample].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at % 1);
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5);
}
