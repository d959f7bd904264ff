import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PromptChange } from '../../src/core/changes/compare.ts';
import { changeWords, tokensWord } from '../../src/report/gateReport.ts';
import { exact, prompt } from './harbour.ts';

const sized = (count: number) => prompt({ tokens: { ...exact, count } });
const grown: PromptChange = { kind: 'changed', now: sized(41), before: sized(40) };
const added: PromptChange = { kind: 'added', now: sized(26), before: null };

describe('what changed, in one line', () => {
  it('names the kind once where there is one kind alone', () => {
    const words = (...changes: PromptChange[]): string => changeWords({ base: 'HEAD', changes });
    assert.equal(words(), 'No prompt changed since HEAD');
    assert.equal(words(grown), '1 prompt changed since HEAD; +1 token');
    assert.equal(words(added, added), '2 prompts added since HEAD; +52 tokens');
    assert.equal(words(grown, added), '2 prompts changed since HEAD: 1 changed, 1 added; +27 tokens');
  });

  it('has one token and several', () => {
    for (const [delta, told] of [
      ['+1', '+1 token'],
      ['≈−1', '≈−1 token'],
      ['±0', '±0 tokens'],
      ['+11', '+11 tokens'],
      ['+2,001', '+2,001 tokens'],
    ] as const)
      assert.equal(tokensWord(delta), told);
  });
});
