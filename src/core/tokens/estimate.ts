import type { TextKind } from '../calibration.ts';
import type { Mixture } from './textKinds.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Tokens of a text under a model's tokenizer. Estimates of texts that stand side by side can be added. */
export interface Estimate {
  /** Not rounded. */
  readonly tokens: number;
  /** Tokens by which it may be wrong because the factor is; errors of this sort add up. */
  readonly doubt: number;
  /** Square of the tokens by which it may be wrong by chance, because the text is short; such errors cancel out in part. */
  readonly chance: number;
}

/** A text of n tokens strays from its factor by this over the root of n; holds 19 of 20 texts from 15 tokens on. */
const strayOfShort = 0.6;

export const nothing: Estimate = { tokens: 0, doubt: 0, chance: 0 };

export function exactly(tokens: number): Estimate {
  return { tokens, doubt: 0, chance: 0 };
}

/**
 * @param counted the text's tokens in the tokenizer's encoding.
 * @param mixture of the text.
 */
export function estimate(text: string, counted: number, mixture: Mixture, tokenizer: Tokenizer): Estimate {
  if (tokenizer.certainty === 'exact') return exactly(counted);
  const mixed = (of: 'factor' | 'band'): number =>
    Object.entries(mixture).reduce(
      (sum, [kind, share]) => sum + share * tokenizer.factors[kind as TextKind][of],
      0,
    );
  const digits = tokenizer.digits === 'alone' ? digitsOf(text) : { digits: 0, tokens: 0 };
  const tokens = (counted - digits.tokens) * mixed('factor') + digits.digits;
  // The width of a guess is a guess itself: nothing is gained by widening it.
  const chance = tokenizer.certainty === 'calibrated' ? strayOfShort ** 2 * tokens : 0;
  return { tokens, doubt: tokens * mixed('band'), chance };
}

export function sum(parts: readonly Estimate[]): Estimate {
  return parts.reduce(
    (all, { tokens, doubt, chance }) => ({
      tokens: all.tokens + tokens,
      doubt: all.doubt + doubt,
      chance: all.chance + chance,
    }),
    nothing,
  );
}

/** The relative error to expect: 0.08 is ±8 %. At most 1. */
export function bandOf({ tokens, doubt, chance }: Estimate): number {
  return tokens === 0 ? 0 : Math.min(Math.hypot(doubt, Math.sqrt(chance)) / tokens, 1);
}

/** The digits of a text, and the tokens they take in OpenAI’s encodings: up to three together. */
export function digitsOf(text: string): { digits: number; tokens: number } {
  let digits = 0;
  let tokens = 0;
  for (const [run] of text.matchAll(/[0-9]+/g)) {
    digits += run.length;
    tokens += Math.ceil(run.length / 3);
  }
  return { digits, tokens };
}
