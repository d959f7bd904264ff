import assert from 'node:assert/strict';
import { it } from 'node:test';
import { annotatedPrompts } from './annotated.ts';
import { ours } from './scored.ts';

for (const rate of [0.7, 0.4])
  it(`a model of random weights that keeps ${rate * 100} % loses no constraint, and nothing that is to be kept`, async () => {
    const { outcomes } = await ours(annotatedPrompts(), rate);
    const lost = outcomes.flatMap(({ prompt, lost: asked, losses }) =>
      [...asked, ...losses].map((one) => `${prompt.name}: ${one}`),
    );
    assert.deepEqual(lost, []);
    assert.ok(outcomes.every(({ saving }) => saving >= 0));
    // most prompts are orders from beginning to end, and then nothing goes
    assert.ok(outcomes.filter(({ saving }) => saving > 0).length > outcomes.length / 4);
  });
