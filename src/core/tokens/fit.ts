import { textKinds, type Factor, type TextKind } from '../calibration.ts';
import { bandOf, digitsOf, estimate } from './estimate.ts';
import type { Mixture } from './textKinds.ts';
import type { Factors, Tokenizer } from './tokenizer.ts';

/** A text whose tokens the provider has told. */
export interface Sample {
  readonly text: string;
  readonly mixture: Mixture;
  /** In the tokenizer's encoding. */
  readonly counted: number;
  /** As the provider says. */
  readonly tokens: number;
}

/** How well a tokenizer does on samples. Errors are relative: 0.08 is 8 %. */
export interface Fitness {
  readonly texts: number;
  /** Half of the texts are closer. */
  readonly median: number;
  readonly worst: number;
  /** Of all texts together, with its sign: 0.05 counts 5 % too much. */
  readonly total: number;
  /** Share of the texts that lie within their band. */
  readonly inside: number;
}

export interface Fit {
  /** Of the kinds that the samples hold enough of. */
  readonly factors: Readonly<Partial<Record<TextKind, Factor>>>;
  readonly before: Fitness;
  /** Of each text under factors fitted to the others, so that it is no better than what to expect of the next prompt. */
  readonly after: Fitness;
}

/** As much of a kind as this many whole texts of it is enough to fit its factor. */
const enough = 3;
/** A shipped factor weighs as much as this many samples. */
const weightOfShipped = 0.25;
const rounds = 12;
/** Errors below this count alike, so that a single perfect text does not rule. */
const finest = 0.02;
const groups = 5;
/** No band is narrower: the next prompts are others. */
const narrowest = 0.02;

/** Fits the factors of a family to samples. @param samples at least one. */
export function fitFactors(samples: readonly Sample[], tokenizer: Tokenizer): Fit {
  const factors = fitted(samples, tokenizer);
  const count = Math.min(groups, samples.length);
  const tested = Array.from({ length: count }, (_, group) => {
    const others = samples.filter((_, i) => i % count !== group);
    const left = samples.filter((_, i) => i % count === group);
    return left.map((sample) => ({ sample, tokenizer: withFactors(tokenizer, fitted(others, tokenizer)) }));
  }).flat();
  return {
    factors,
    before: fitness(samples.map((sample) => ({ sample, tokenizer }))),
    after: fitness(tested),
  };
}

function fitted(samples: readonly Sample[], tokenizer: Tokenizer): Partial<Record<TextKind, Factor>> {
  const kinds = textKinds.filter(
    (kind) => samples.reduce((sum, { mixture }) => sum + (mixture[kind] ?? 0), 0) >= enough,
  );
  if (kinds.length === 0) return {};
  let values = solve(
    samples,
    kinds,
    tokenizer,
    samples.map(() => 1),
  );
  for (let round = 0; round < rounds; round++) {
    const errors = samples.map((sample) => Math.abs(residual(sample, kinds, values, tokenizer)));
    values = solve(
      samples,
      kinds,
      tokenizer,
      errors.map((error) => 1 / Math.max(error, finest)),
    );
  }
  const factors = kinds.map((kind, i) => [kind, rounded(values[i] ?? 1)] as const);
  const shipped = withFactors(
    tokenizer,
    Object.fromEntries(factors.map(([kind, factor]) => [kind, { factor, band: 0 }])),
  );
  return Object.fromEntries(
    factors.map(([kind, factor]) => [kind, { factor, band: bandFor(kind, samples, shipped) }]),
  );
}

/** Weighted least squares over the ratio of tokens, drawn a little to the factors that ship. */
function solve(
  samples: readonly Sample[],
  kinds: readonly TextKind[],
  tokenizer: Tokenizer,
  weights: readonly number[],
): number[] {
  const heaviest = Math.max(...weights);
  const matrix = kinds.map((_, i) => kinds.map((_, j) => (i === j ? weightOfShipped * heaviest : 0)));
  const right = kinds.map((kind) => weightOfShipped * heaviest * tokenizer.factors[kind].factor);
  samples.forEach((sample, at) => {
    const weight = weights[at] ?? 0;
    const shares = kinds.map((kind) => sample.mixture[kind] ?? 0);
    const wanted = ratioOf(sample, tokenizer) - others(sample, kinds, tokenizer);
    shares.forEach((share, i) => {
      right[i] = (right[i] ?? 0) + weight * share * wanted;
      const row = matrix[i] ?? [];
      shares.forEach((other, j) => (row[j] = (row[j] ?? 0) + weight * share * other));
    });
  });
  return eliminated(matrix, right);
}

/** What the kinds that are not fitted add to the ratio. */
function others({ mixture }: Sample, kinds: readonly TextKind[], { factors }: Tokenizer): number {
  return textKinds
    .filter((kind) => !kinds.includes(kind))
    .reduce((sum, kind) => sum + (mixture[kind] ?? 0) * factors[kind].factor, 0);
}

function residual(
  sample: Sample,
  kinds: readonly TextKind[],
  values: readonly number[],
  tokenizer: Tokenizer,
): number {
  const mixed = kinds.reduce((sum, kind, i) => sum + (sample.mixture[kind] ?? 0) * (values[i] ?? 1), 0);
  return mixed + others(sample, kinds, tokenizer) - ratioOf(sample, tokenizer);
}

/** Tokens per token of the encoding, digits left out where they are counted on their own. */
function ratioOf({ text, counted, tokens }: Sample, { digits }: Tokenizer): number {
  const own = digits === 'alone' ? digitsOf(text) : { digits: 0, tokens: 0 };
  return (tokens - own.digits) / Math.max(counted - own.tokens, 1);
}

/** Gauss and Jordan; the matrix has a positive diagonal that the shipped factors put there. */
function eliminated(matrix: number[][], right: number[]): number[] {
  for (const [i, row] of matrix.entries()) {
    const pivot = row[i] ?? 1;
    for (const [j, other] of matrix.entries()) {
      if (j === i) continue;
      const times = (other[i] ?? 0) / pivot;
      other.forEach((value, k) => (other[k] = value - times * (row[k] ?? 0)));
      right[j] = (right[j] ?? 0) - times * (right[i] ?? 0);
    }
  }
  return right.map((value, i) => value / (matrix[i]?.[i] ?? 1));
}

/** What nineteen of twenty texts that are mostly of this kind stay within. */
function bandFor(kind: TextKind, samples: readonly Sample[], tokenizer: Tokenizer): number {
  const errors = samples
    .filter(({ mixture }) => (mixture[kind] ?? 0) > 0.5)
    .map((sample) => Math.abs(errorOf(sample, tokenizer)))
    .sort((a, b) => a - b);
  const most = errors[Math.ceil(errors.length * 0.95) - 1];
  // Few texts tell little of what the next one does.
  const few = 1 + 1 / Math.sqrt(Math.max(errors.length, 1));
  return most === undefined
    ? tokenizer.factors[kind].band
    : Math.ceil(Math.max(most * few, narrowest) * 100) / 100;
}

function errorOf({ text, counted, mixture, tokens }: Sample, tokenizer: Tokenizer): number {
  return estimate(text, counted, mixture, tokenizer).tokens / tokens - 1;
}

function fitness(tested: readonly { readonly sample: Sample; readonly tokenizer: Tokenizer }[]): Fitness {
  const errors = tested
    .map(({ sample, tokenizer }) => Math.abs(errorOf(sample, tokenizer)))
    .sort((a, b) => a - b);
  const estimates = tested.map(({ sample, tokenizer }) => ({
    told: sample.tokens,
    estimate: estimate(sample.text, sample.counted, sample.mixture, tokenizer),
  }));
  const inside = estimates.filter(
    ({ told, estimate: made }) => Math.abs(made.tokens - told) <= bandOf(made) * made.tokens + 0.5,
  );
  const told = estimates.reduce((sum, one) => sum + one.told, 0);
  const made = estimates.reduce((sum, one) => sum + one.estimate.tokens, 0);
  return {
    texts: tested.length,
    median: errors[Math.floor((errors.length - 1) / 2)] ?? 0,
    worst: errors.at(-1) ?? 0,
    total: told === 0 ? 0 : made / told - 1,
    inside: tested.length === 0 ? 1 : inside.length / tested.length,
  };
}

function withFactors(tokenizer: Tokenizer, own: Readonly<Partial<Record<TextKind, Factor>>>): Tokenizer {
  const factors: Factors = { ...tokenizer.factors, ...own };
  return { ...tokenizer, certainty: 'calibrated', factors };
}

function rounded(factor: number): number {
  return Math.round(Math.min(Math.max(factor, 0.2), 10) * 1000) / 1000;
}
