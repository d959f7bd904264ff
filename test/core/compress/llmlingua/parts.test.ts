import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unwatched } from '../../../../src/core/compress/engine.ts';
import { chunksOf } from '../../../../src/core/compress/llmlingua/chunks.ts';
import { stays, thresholdLeaving, thresholdOf } from '../../../../src/core/compress/llmlingua/threshold.ts';
import { scoreWords } from '../../../../src/core/compress/llmlingua/words.ts';
import { fakeScorer } from './fakeScorer.ts';

describe('chunks', () => {
  const { encoder } = fakeScorer({});
  const said = (text: string, longest: number): string[] =>
    chunksOf(encoder.encode(text), longest).map((chunk) =>
      text.slice(chunk[0]?.start ?? 0, chunk.at(-1)?.end ?? 0),
    );

  it('end behind the last full stop that fits', () => {
    assert.deepEqual(said('the oven. the bread. the flour and the loaf', 8), [
      'the oven. the bread.',
      'the flour and the loaf',
    ]);
  });

  it('end between words where there is no full stop', () => {
    assert.deepEqual(said('the bread and the flour', 3), ['the bread and', 'the flour']);
    assert.deepEqual(said('the harbourer', 2), ['the', 'harbourer']);
  });

  it('end inside a word only where it is too long by itself', () => {
    assert.deepEqual(said('abcdefgh', 3), ['abc', 'def', 'gh']);
  });

  it('hold all tokens of a text, in order', () => {
    const tokens = encoder.encode('The baker sells bread. '.repeat(200));
    assert.deepEqual(chunksOf(tokens, 510).flat(), tokens);
  });
});

describe('words', () => {
  it('are as likely to be kept as their tokens are in the mean', async () => {
    const scorer = fakeScorer({ harbour: 0.9, '##er': 0.4 }, { otherwise: 0.1 });
    const outcome = await scoreWords('the harbourer, ☃', scorer, unwatched);
    assert.ok(outcome.kind === 'words');
    assert.deepEqual(
      outcome.words.map(({ spelt, probability, unknown }) => [spelt, Math.round(probability * 100), unknown]),
      [
        ['the', 10, false],
        ['harbourer', 65, false],
        [',', 10, false],
        ['[UNK]', 10, true],
      ],
    );
  });

  it('are read between the special tokens of the model', async () => {
    const scorer = fakeScorer({}, { kind: 'xlm-roberta' });
    await scoreWords('the harbour', scorer, unwatched);
    const [sequence] = scorer.asked[0] ?? [];
    assert.deepEqual([sequence?.[0], sequence?.at(-1), sequence?.length], [0, 2, 4]);
  });

  it('are none of a text that has none', async () => {
    const outcome = await scoreWords(' \n ', fakeScorer({}), unwatched);
    assert.deepEqual(outcome, { kind: 'words', words: [] });
  });
});

describe('the threshold', () => {
  const words = [0.1, 0.2, 0.3, 0.4, 0.5].map((probability) => ({ probability, tokens: 1 }));

  it('is the percentile of the tokens, between two of them where it falls there', () => {
    // numpy.percentile([.1, .2, .3, .4, .5], 51) = 0.304
    assert.equal(thresholdOf(words, 0.5).toFixed(4), '0.3040');
    assert.equal(thresholdOf([...words, { probability: 0.5, tokens: 3 }], 0.5).toFixed(4), '0.4570');
    assert.equal(thresholdOf([], 0.5), 0);
  });

  it('lets what is certain stay where everything is', () => {
    assert.ok(stays({ probability: 1, tokens: 1 }, 1));
    assert.ok(!stays({ probability: 0.5, tokens: 1 }, 0.5));
  });

  it('leaves a share, and words of one probability together', () => {
    const left = (share: number) =>
      words
        .filter((word) => stays(word, thresholdLeaving(words, share)))
        .map(({ probability }) => probability);
    assert.deepEqual(left(0.4), [0.4, 0.5]);
    assert.deepEqual(left(0.41), [0.3, 0.4, 0.5]);
    assert.deepEqual(left(1), [0.1, 0.2, 0.3, 0.4, 0.5]);
    const same = [0.2, 0.2, 0.2].map((probability) => ({ probability, tokens: 2 }));
    assert.equal(thresholdLeaving(same, 0.3), -1);
  });
});
