import { readEncoder } from '../../../../src/core/compress/llmlingua/readEncoder.ts';
import type { Scorer } from '../../../../src/core/compress/llmlingua/scorer.ts';
import { unigramJson, wordPieceJson } from '../../../tinyModels/vocabularies.ts';

/** A scorer that says of each token what it was told to say of the piece, and of all others the same; where that is left out, anything between. */
export function fakeScorer(
  said: Readonly<Record<string, number>>,
  {
    otherwise,
    longest = 512,
    kind = 'bert',
  }: { otherwise?: number; longest?: number; kind?: 'bert' | 'xlm-roberta' } = {},
): Scorer & { readonly asked: (readonly (readonly number[])[])[] } {
  const json = kind === 'bert' ? wordPieceJson(false) : unigramJson(true);
  const reading = readEncoder(json);
  if (reading.kind === 'problem') throw new Error(reading.why);
  const pieces = new Map<number, string>(
    Array.isArray(json.model.vocab)
      ? json.model.vocab.map(([piece], id) => [id, piece])
      : Object.entries(json.model.vocab).map(([piece, id]) => [id, piece]),
  );
  const asked: (readonly (readonly number[])[])[] = [];
  return {
    asked,
    encoder: reading.encoder,
    longest,
    score(sequences, watch) {
      asked.push(sequences);
      watch.progress(sequences.length, sequences.length);
      const of = (id: number): number =>
        said[(pieces.get(id) ?? '').replace('\u2581', '')] ?? otherwise ?? 0.3 + ((id * 7919) % 97) / 250;
      return Promise.resolve({ kind: 'scores', scores: sequences.map((ids) => ids.map(of)) });
    },
  };
}
