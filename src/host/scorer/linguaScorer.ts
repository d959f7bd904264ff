import type { OpenedScorer } from '../../core/compress/llmlingua/llmlingua2.ts';
import { readModelFolder } from '../models/modelFolder.ts';
import { ScorerProcess } from './scorerProcess.ts';

export interface LinguaScorerOptions {
  /** The folder of the model. */
  readonly folder: string;
  /** The file with the weights, within the folder; looked for where it is left out. */
  readonly weights?: string;
  /** See `ScorerProcessOptions`. */
  readonly script: string | URL;
  readonly idleAfter: number;
  readonly onFallback?: (why: string) => void;
}

/** A model of a folder as a scorer: nothing is read before its first use. */
export class LinguaScorer {
  readonly #options: LinguaScorerOptions;
  #opened: OpenedScorer | null = null;
  #process: ScorerProcess | null = null;

  constructor(options: LinguaScorerOptions) {
    this.#options = options;
  }

  /** What the engine asks for. A folder that could not be read is read again. */
  open(): Promise<OpenedScorer> {
    if (this.#opened?.kind !== 'scorer') this.#opened = this.#read();
    return Promise.resolve(this.#opened);
  }

  dispose(): void {
    this.#process?.dispose();
  }

  #read(): OpenedScorer {
    const { folder, weights, ...options } = this.#options;
    const reading = readModelFolder(folder, weights);
    if (reading.kind === 'problem') return { kind: 'failed', why: reading.why };
    const { encoder, longest, weights: model } = reading.model;
    const child = new ScorerProcess({ ...options, model });
    this.#process = child;
    return {
      kind: 'scorer',
      scorer: { encoder, longest, score: (sequences, watch) => child.score(sequences, watch) },
    };
  }
}
