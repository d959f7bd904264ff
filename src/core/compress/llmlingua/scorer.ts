import type { Watch } from '../engine.ts';
import type { Encoder } from './encoder.ts';

/** How likely each token of each sequence is to be kept, from 0 to 1; or a fragment of a sentence that says why not. */
export type Scores =
  | { readonly kind: 'scores'; readonly scores: readonly (readonly number[])[] }
  | { readonly kind: 'failed'; readonly why: string };

/** A model that says of each token whether to keep it. Where it runs is the host's business. */
export interface Scorer {
  readonly encoder: Encoder;
  /** Tokens of a sequence, the two special ones among them. */
  readonly longest: number;
  /**
   * @param sequences token ids, each from the special token that opens it to the one that closes it, and none longer than
   * `longest`. @returns as many probabilities for each.
   */
  score(sequences: readonly (readonly number[])[], watch: Watch): Promise<Scores>;
}
