/** How a number of tokens was come by. `exact`: the model's own vocabulary; `calibrated`: o200k × a measured factor, right within `band`; `approximate`: a stand-in vocabulary, nobody measured how far off. */
export type Certainty = 'exact' | 'calibrated' | 'approximate';

/** A number of tokens, never without how sure it is. */
export interface Tokens {
  /** Tokens of the text that is known; where a hole has known arms, of the smallest. */
  readonly count: number;
  /** The same with the largest arms; absent when equal to `count`. */
  readonly most?: number;
  readonly certainty: Certainty;
  /** Relative: 0.08 means ±8 %. 0 when exact; for `approximate` the width we would not be surprised by. */
  readonly band: number;
  /** The vocabulary that counted, such as `o200k_base`; the provider's name where that was asked. */
  readonly encoding: string;
  /** Who was asked for the number, and when it said so (milliseconds since 1970); absent where we counted. It is `exact` then. */
  readonly counted?: { readonly by: string; readonly at: number };
}
