import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextKind } from '../../../src/core/calibration.ts';
import { fitFactors, type Sample } from '../../../src/core/tokens/fit.ts';
import { tokenizerOf } from '../../../src/core/tokens/tokenizer.ts';
import { Random } from './random.ts';

const claude = tokenizerOf('claude-opus-4-8');

/** Texts that a provider counts by these factors, give or take. */
function samples(
  random: Random,
  truth: Partial<Record<TextKind, number>>,
  count: number,
  stray = 0.02,
): Sample[] {
  const kinds = Object.keys(truth) as TextKind[];
  return Array.from({ length: count }, () => {
    const [one, other] = [random.pick(kinds), random.pick(kinds)];
    const share = random.below(100) / 100;
    const mixture = one === other ? { [one]: 1 } : { [one]: share, [other]: 1 - share };
    const counted = 200 + random.below(3000);
    const factor = Object.entries(mixture).reduce(
      (sum, [kind, part]) => sum + part * (truth[kind as TextKind] ?? 0),
      0,
    );
    const noise = 1 + stray * (random.below(200) / 100 - 1);
    return { text: '…', mixture, counted, tokens: Math.round(counted * factor * noise) };
  });
}

describe('factors fitted to what a provider says', () => {
  it('come near the truth, and nearer than those that ship', () => {
    const truth = { english: 1.41, code: 1.32, chinese: 1.2 };
    const { factors, before, after } = fitFactors(samples(new Random(7), truth, 60), claude);
    for (const [kind, factor] of Object.entries(truth)) {
      const found = factors[kind as TextKind];
      assert.ok(found && Math.abs(found.factor / factor - 1) < 0.02, `${kind}: ${JSON.stringify(found)}`);
      assert.ok(found.band >= 0.02 && found.band <= 0.06);
    }
    assert.ok(after.median < 0.02 && before.median > 0.08);
    assert.ok(after.inside >= 0.9 && Math.abs(after.total) < 0.01);
    assert.equal(after.texts, 60);
  });

  it('leave alone the kinds of which there is hardly anything', () => {
    const { factors } = fitFactors(samples(new Random(8), { english: 1.4 }, 20), claude);
    assert.deepEqual(Object.keys(factors), ['english']);
    const one = fitFactors(samples(new Random(9), { english: 1.4 }, 1), claude);
    assert.deepEqual(one.factors, {});
    assert.equal(one.after.median, one.before.median);
  });

  it('are not led astray by a few texts that are counted wrongly', () => {
    const sound = samples(new Random(10), { english: 1.4 }, 40);
    const lies = sound.map((sample, i) => (i % 10 === 0 ? { ...sample, tokens: sample.tokens * 4 } : sample));
    const found = fitFactors(lies, claude).factors.english;
    assert.ok(found && Math.abs(found.factor / 1.4 - 1) < 0.03, JSON.stringify(found));
  });

  it('count digits apart where the vocabulary does', () => {
    const gemini = tokenizerOf('gemini-2.5-pro');
    const text = '1234567890'.repeat(20);
    const digits: Sample[] = Array.from({ length: 10 }, () => ({
      text,
      mixture: { data: 1 },
      counted: 67 + 100,
      tokens: 200 + 110,
    }));
    const found = fitFactors(digits, gemini).factors.data;
    assert.ok(found && Math.abs(found.factor - 1.1) < 0.01, JSON.stringify(found));
  });

  it('stay within what a configuration takes', () => {
    const wild = samples(new Random(11), { english: 60 }, 20);
    assert.equal(fitFactors(wild, claude).factors.english?.factor, 10);
  });
});
