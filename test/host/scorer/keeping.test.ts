import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { keeping } from '../../../src/host/scorer/keeping.ts';

describe('how likely each token is to be kept', () => {
  const said = (...logits: number[]): Promise<number[]> => {
    const session = {
      inputNames: ['input_ids', 'attention_mask'],
      outputNames: ['logits'],
      run: () => Promise.resolve({ logits: new Tensor('float32', logits, [1, logits.length / 2, 2]) }),
    } as unknown as InferenceSession;
    return keeping({ runtime: 'native', fellBack: null, session, Tensor }, [2, 3]);
  };

  it('is the second of two numbers as a probability, however large they are', async () => {
    assert.deepEqual(await said(1, 1, -500, 500), [0.5, 1]);
  });

  it('is not known where a model answers with what is no number', async () => {
    await assert.rejects(said(1, 1, NaN, 2), /it says what is no number/);
    await assert.rejects(said(1, 1, Infinity, Infinity), /it says what is no number/);
  });
});
