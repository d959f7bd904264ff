import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bandOf, estimate, exactly, nothing, sum } from '../../../src/core/tokens/estimate.ts';
import { tokenizerOf } from '../../../src/core/tokens/tokenizer.ts';

const cohere = tokenizerOf('command-r-plus');
const { english, chinese } = cohere.factors;

describe('an estimate', () => {
  it('is the count itself where the vocabulary is known', () => {
    assert.deepEqual(estimate('rye', 7, { english: 1 }, tokenizerOf('gpt-4o')), exactly(7));
    assert.equal(bandOf(exactly(7)), 0);
  });

  it("mixes the factors and bands by the text's kinds", () => {
    const { tokens, doubt } = estimate('…', 1000, { english: 0.75, chinese: 0.25 }, cohere);
    assert.ok(Math.abs(tokens - 1000 * (0.75 * english.factor + 0.25 * chinese.factor)) < 1e-9);
    assert.ok(Math.abs(doubt / tokens - (0.75 * english.band + 0.25 * chinese.band)) < 1e-9);
  });

  it('counts every digit where the vocabulary takes each alone, and groups of three where it does not', () => {
    const text = 'Oven 1234567 at 5';
    const words = 100;
    // 1234567 has three tokens in o200k_base, 5 has one.
    assert.ok(
      Math.abs(estimate(text, words + 4, { english: 1 }, cohere).tokens - (words * english.factor + 8)) <
        1e-9,
    );
    const llama = tokenizerOf('llama-3.3-70b');
    assert.equal(estimate(text, words + 4, { english: 1 }, llama).tokens, 104 * llama.factors.english.factor);
  });

  it('is less sure of a short text', () => {
    const band = (tokens: number) => bandOf(estimate('…', tokens, { english: 1 }, cohere));
    assert.ok(band(3) > 0.3 && band(3) < 0.5);
    assert.ok(band(100) > english.band && band(100) < english.band + 0.03);
    assert.ok(band(100_000) - english.band < 0.001);
  });

  it('adds up: what the factor may be wrong by stays, chance evens out', () => {
    const one = estimate('…', 20, { english: 1 }, cohere);
    const many = sum(Array.from({ length: 100 }, () => one));
    const whole = estimate('…', 2000, { english: 1 }, cohere);
    assert.ok(Math.abs(many.tokens - whole.tokens) < 1e-6);
    assert.ok(Math.abs(bandOf(many) - bandOf(whole)) < 1e-9);
    assert.ok(bandOf(many) < bandOf(one));
    assert.deepEqual(sum([]), nothing);
  });

  it('is never surer of nothing, nor less sure than not at all', () => {
    assert.equal(bandOf(nothing), 0);
    assert.ok(bandOf(estimate('…', 1, { other: 1 }, cohere)) <= 1);
  });
});
