import type { Engine } from '../../core/compress/engine.ts';
import { llmlingua2 } from '../../core/compress/llmlingua/llmlingua2.ts';
import { scorerScript } from '../assets.ts';
import { LinguaScorer } from './linguaScorer.ts';

/** Which model scores words, and how much of the text it may leave out. Plain data. */
export interface ScorerWish {
  /** The folder of the model. */
  readonly folder: string;
  /** The file with the weights, within the folder; `null` looks for it in the usual places. */
  readonly weights: string | null;
  /** The share of all tokens to keep, above 0 and below 1. */
  readonly rate: number;
}

/** Milliseconds without a text after which the process of a model ends. */
const idleAfter = 60_000;

/** The model that was used last, with its process: the next text finds it open. */
export class LastScorer {
  #last: { readonly key: string; readonly scorer: LinguaScorer } | null = null;
  #slow: string | null = null;

  /** Why WebAssembly does its work, which is slower; `null` where native code does, and before its first use. */
  get slow(): string | null {
    return this.#slow;
  }

  engine({ folder, weights, rate }: ScorerWish): Engine {
    const scorer = this.#open(folder, weights);
    return llmlingua2(() => scorer.open(), { rate, keepsOrders: true });
  }

  dispose(): void {
    this.#last?.scorer.dispose();
    this.#last = null;
  }

  #open(folder: string, weights: string | null): LinguaScorer {
    const key = JSON.stringify([folder, weights]);
    if (this.#last?.key === key) return this.#last.scorer;
    this.dispose();
    this.#slow = null;
    const scorer = new LinguaScorer({
      folder,
      ...(weights !== null && { weights }),
      script: scorerScript(),
      idleAfter,
      onFallback: (why) => (this.#slow = why),
    });
    this.#last = { key, scorer };
    return scorer;
  }
}
