import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validate, type Rules } from '../../src/core/compress/validate.ts';
import { vocabularies } from '../core/compress/counting.ts';
import { annotatedPrompts } from './annotated.ts';
import { mutationsOf } from './mutations.ts';

/** What the engines hold their results to: by rules, by leaving words out, by writing anew. */
const ruleSets: readonly Rules[] = [
  { ordered: true, words: 'declared', orders: 'free', patterns: [] },
  { ordered: true, words: 'deletion', orders: 'whole', patterns: [] },
  { ordered: false, words: 'free', orders: 'free', patterns: [] },
];

const prompts = annotatedPrompts();

describe('the validator', () => {
  it('is tried with more than a thousand faults', () =>
    assert.ok(prompts.flatMap(mutationsOf).length > 1000));

  for (const rules of ruleSets)
    it(`notices every annotated constraint that is lost, turned round or doubled (words: ${rules.words}, orders: ${rules.orders})`, () => {
      const unnoticed = prompts.flatMap((prompt) =>
        mutationsOf(prompt)
          .filter(({ ofOrder }) => !ofOrder || rules.orders === 'whole')
          .filter(({ edit }) => validate(prompt.text, [edit], rules, vocabularies).length === 0)
          .map(({ what }) => `${prompt.name}: ${what}`),
      );
      assert.deepEqual(unnoticed, []);
    });
});
