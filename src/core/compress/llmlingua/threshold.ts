/** A thing that is kept or not, and how much it weighs. */
export interface Weighed {
  /** From 0 to 1. */
  readonly probability: number;
  /** Tokens that it comes to for the target model. */
  readonly tokens: number;
}

/**
 * The probability that a word must exceed to be kept, so that about `rate` of all tokens are: the percentile of LLMLingua-2,
 * in which each word counts once for each of its tokens.
 * @param rate from 0 to 1. @see https://arxiv.org/abs/2403.12968
 */
export function thresholdOf(all: readonly Weighed[], rate: number): number {
  const each = Float64Array.from(
    all.flatMap(({ probability, tokens }) => Array<number>(tokens).fill(probability)),
  );
  return percentile(each.sort(), Math.min(100, Math.floor(100 * (1 - rate) + 1)));
}

/** Whether a word stays. What is certain stays even where everything is. */
export function stays({ probability }: Weighed, threshold: number): boolean {
  return probability > threshold || (threshold === 1 && probability === 1);
}

/** The highest threshold at which at least that share of the tokens stays; below 0 where that takes all words. */
export function thresholdLeaving(all: readonly Weighed[], share: number): number {
  const best = all.toSorted((a, b) => b.probability - a.probability);
  const wanted = best.reduce((sum, { tokens }) => sum + tokens, 0) * share;
  let kept = 0;
  let last = 1;
  for (const { probability, tokens } of best) {
    // words of one probability stay or go together
    if (kept >= wanted && probability < last) return probability;
    kept += tokens;
    last = probability;
  }
  return -1;
}

/** By linear interpolation between the two nearest. @param sorted ascending. @param percent from 0 to 100. */
function percentile(sorted: Float64Array, percent: number): number {
  if (sorted.length === 0) return 0;
  const place = (sorted.length - 1) * (percent / 100);
  const [below, above] = [Math.floor(place), Math.ceil(place)];
  const [low, high] = [sorted[below] ?? 0, sorted[above] ?? 0];
  return below === above ? low : low * (above - place) + high * (place - below);
}
