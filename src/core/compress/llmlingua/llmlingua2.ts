import { holeMark } from '../draft.ts';
import type { CompressionEdit } from '../edited.ts';
import type { Compression, CompressionTask, Engine, EngineOutcome, Watch } from '../engine.ts';
import { held, tokensBetweenHoles, viewOfTask } from '../held.ts';
import { deletionsOf } from './deletions.ts';
import type { Scorer } from './scorer.ts';
import { stays, thresholdLeaving, thresholdOf, type Weighed } from './threshold.ts';
import { sentencesToThin, type Sentence, type Unit } from './units.ts';
import { scoreWords } from './words.ts';

export interface LinguaOptions {
  /** The share of all tokens of the prompt to keep, above 0; from 1 on nothing goes. */
  readonly rate: number;
  /** Whether sentences that ask for something stay whole. What in them constrains or orders stays in any case. */
  readonly keepsOrders: boolean;
}

/** A scorer, or a fragment of a sentence that says why there is none. */
export type OpenedScorer =
  { readonly kind: 'scorer'; readonly scorer: Scorer } | { readonly kind: 'failed'; readonly why: string };

/**
 * Of the words that may go, at least this share stays, however much is protected: at 3.1 times fewer tokens answers from a
 * context are measured to be as good as before (86.9 against 87.8, arXiv 2403.12968, table 1); about fewer nothing is known.
 */
const fewestLeft = 1 / 3;

/**
 * LLMLingua-2 as a scorer of words: a small model says how likely each is to be kept, and those below the percentile of the
 * whole prompt go, as stretches of the original text. Nothing is decoded, so nothing is spelt another way.
 * @param open called on first use. @see https://arxiv.org/abs/2403.12968
 */
export function llmlingua2(open: (watch: Watch) => Promise<OpenedScorer>, options: LinguaOptions): Engine {
  return {
    id: 'llmlingua2',
    async compress(task, watch) {
      const opened = await open(watch);
      return opened.kind === 'failed' ? opened : thin(task, opened.scorer, options, watch);
    },
  };
}

async function thin(
  task: CompressionTask,
  scorer: Scorer,
  { rate, keepsOrders }: LinguaOptions,
  watch: Watch,
): Promise<EngineOutcome> {
  const view = viewOfTask(task);
  // what a hole brings is not known, and a mark of ours is nothing that a model has ever read
  const outcome = await scoreWords(task.text.replaceAll(holeMark, ' '), scorer, watch);
  if (outcome.kind === 'failed') return outcome;
  const sentences = sentencesToThin(view, outcome.words, keepsOrders);
  const threshold = rate < 1 ? thresholdFor(task, sentences, rate) : -1;
  const edits = deletionsOf(task.text, sentences, (unit) => stays({ ...unit, tokens: 0 }, threshold)).map(
    ({ start, end }, i): CompressionEdit => ({ start, end, text: '', passes: ['llmlingua2'], group: i + 1 }),
  );
  return { kind: 'compression', compression: held(task, edits, rulesFor(keepsOrders), view) };
}

/** Over all tokens of the prompt, of which those that may not go are certain. */
function thresholdFor(
  { text, count }: CompressionTask,
  sentences: readonly Sentence[],
  rate: number,
): number {
  const weigh = ({ start, end, probability }: Unit): Weighed => ({
    probability,
    tokens: count(text.slice(start, end)),
  });
  const free = sentences.flatMap(({ units }) => units.filter(({ hold }) => hold === 'loose').map(weigh));
  const counted = free.reduce((sum, { tokens }) => sum + tokens, 0);
  const fixed = Math.max(0, tokensBetweenHoles(count)(text) - counted);
  const all = [...free, { probability: 1, tokens: fixed }];
  return Math.min(thresholdOf(all, rate), thresholdLeaving(free, Math.min(rate, fewestLeft)));
}

function rulesFor(keepsOrders: boolean): Compression['rules'] {
  return { ordered: true, words: 'deletion', orders: keepsOrders ? 'whole' : 'free' };
}
