import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearestModel } from '../../../src/core/prices/nearestModel.ts';
import { open } from './lists.ts';

const catalog = await open();

describe('the model that was probably meant', () => {
  const slips: readonly (readonly [written: string, meant: string])[] = [
    ['gpt-4.1-mimi', 'gpt-4.1-mini'],
    ['gtp-4o', 'gpt-4o'],
    ['gpt4o', 'gpt-4o'],
    ['OpenAI/gpt-4.1-mimi', 'gpt-4.1-mini'],
    ['claude-sonet-4-5', 'claude-sonnet-4-5'],
    ['gemni-2.5-pro', 'gemini-2.5-pro'],
  ];
  for (const [written, meant] of slips)
    it(`is ${meant} for ${written}`, () => {
      assert.equal(nearestModel(catalog.lists, written), meant);
      assert.equal(catalog.meant(written, null), meant);
    });

  it('is none for a version that nobody lists, for a name of one’s own, and where there is a price', () => {
    for (const model of ['gpt-7', 'claude-opus-4-10', 'harbour-assistant-2', 'x', '', 'a'.repeat(400)])
      assert.equal(catalog.meant(model, null), null, model);
    assert.equal(catalog.meant('gpt-4o', null), null);
  });
});
