import type { Range } from '../../text.ts';
import type { Watch } from '../engine.ts';
import { chunksOf } from './chunks.ts';
import type { Token } from './encoder.ts';
import type { Scorer } from './scorer.ts';

/** A word as the model sees it, and how likely it is to be kept. */
export interface ScoredWord extends Range {
  /** The mean over its tokens, from 0 to 1. */
  readonly probability: number;
  /** Its tokens as the vocabulary spells them, put together again. */
  readonly spelt: string;
  /** Which of the sequences that the model read it stands in, from 0. */
  readonly chunk: number;
  /** Whether the model has no token for it or a part of it, so that its probability says nothing. */
  readonly unknown: boolean;
}

export type ScoredWords =
  | { readonly kind: 'words'; readonly words: readonly ScoredWord[] }
  | { readonly kind: 'failed'; readonly why: string };

/** The words of a text in order, each with what the model says of it. */
export async function scoreWords(text: string, scorer: Scorer, watch: Watch): Promise<ScoredWords> {
  const { encoder, longest } = scorer;
  const chunks = chunksOf(encoder.encode(text), longest - 2);
  const sequences = chunks.map((chunk) => [encoder.opening, ...chunk.map(({ id }) => id), encoder.closing]);
  const outcome = await scorer.score(sequences, watch);
  if (outcome.kind === 'failed') return outcome;
  const words = chunks.flatMap((chunk, i) => wordsOfChunk(chunk, outcome.scores[i]?.slice(1, -1) ?? [], i));
  return { kind: 'words', words };
}

function wordsOfChunk(chunk: readonly Token[], scores: readonly number[], index: number): ScoredWord[] {
  const groups: { readonly token: Token; readonly score: number }[][] = [];
  for (const [i, token] of chunk.entries()) {
    const one = { token, score: scores[i] ?? 1 };
    const last = groups.at(-1);
    if (last === undefined || token.opens) groups.push([one]);
    else last.push(one);
  }
  return groups.map((group) => ({
    start: group[0]?.token.start ?? 0,
    end: group.at(-1)?.token.end ?? 0,
    probability: group.reduce((sum, { score }) => sum + score, 0) / group.length,
    spelt: group.map(({ token }) => token.piece.replace(/^##/, '')).join(''),
    chunk: index,
    unknown: group.some(({ token }) => token.unknown),
  }));
}
